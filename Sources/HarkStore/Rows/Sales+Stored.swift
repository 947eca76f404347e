import GRDB
import HarkCore

extension Lead: StoredRecord {
    static var schema: TableSchema { Schema.lead }

    init(_ row: inout RowReader) throws {
        let id: Identifier<Lead> = row.identifier()
        row.skip()
        row.skip()
        self.init(
            id: id, person: row.text(), companyName: row.text(), company: row.optionalIdentifier(),
            source: row.optionalText(), email: row.optionalText(), phone: row.optionalText(),
            status: try row.choice(), owner: row.optionalIdentifier(), amount: row.optionalMoney(),
            createdAt: row.time())
        closedAt = row.optionalTime()
        converted = row.optionalFlag()
        engagementScore = row.optionalReal()
        pagesVisited = row.optionalReal()
        timeSpent = row.optionalReal()
        message = row.optionalText()
        attributes = try row.attributes()
    }

    var values: [DatabaseValue] {
        [
            stored(displayName), stored(nameKey(displayName)), stored(person), stored(companyName), stored(company),
            stored(source), stored(email), stored(phone), stored(status), stored(owner),
            stored(amount?.minorUnits), stored(amount?.currency), stored(createdAt), stored(closedAt),
            stored(converted), stored(engagementScore), stored(pagesVisited), stored(timeSpent), stored(message),
            stored(attributes),
        ]
    }

    var derivedValues: [DatabaseValue] { [stored(status)] }
}

extension Customer: StoredRecord {
    static var schema: TableSchema { Schema.customer }

    init(_ row: inout RowReader) throws {
        self.init(id: row.identifier(), name: row.text())
        row.skip()
        company = row.optionalIdentifier()
        owner = row.optionalIdentifier()
        since = row.optionalDay()
        plan = row.optionalText()
        monthlyValue = row.optionalMoney()
        renewalDate = row.optionalDay()
        churned = row.optionalFlag()
        churnedAt = row.optionalDay()
        attributes = try row.attributes()
    }

    var values: [DatabaseValue] {
        [
            stored(name), stored(nameKey(name)), stored(company), stored(owner), stored(since), stored(plan),
            stored(monthlyValue?.minorUnits), stored(monthlyValue?.currency), stored(renewalDate), stored(churned),
            stored(churnedAt), stored(attributes),
        ]
    }
}

extension Deal: StoredRecord {
    static var schema: TableSchema { Schema.deal }

    init(_ row: inout RowReader) throws {
        let id: Identifier<Deal> = row.identifier()
        let name = row.text()
        row.skip()
        self.init(
            id: id, name: name, company: row.optionalIdentifier(), contact: row.optionalIdentifier(),
            lead: row.optionalIdentifier(), owner: row.optionalIdentifier(), amount: row.optionalMoney(),
            stage: try row.choice(), closeDate: row.optionalDay(), createdAt: row.time())
        probability = row.optionalReal()
        lostReason = row.optionalText()
        competitor = row.optionalText()
    }

    var values: [DatabaseValue] {
        [
            stored(name), stored(nameKey(name)), stored(company), stored(contact), stored(lead), stored(owner),
            stored(amount?.minorUnits), stored(amount?.currency), stored(stage), stored(closeDate),
            stored(createdAt), stored(probability), stored(lostReason), stored(competitor),
        ]
    }
}
