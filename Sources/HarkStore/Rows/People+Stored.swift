import GRDB
import HarkCore

extension User: StoredRecord {
    static var schema: TableSchema { Schema.user }

    init(_ row: inout RowReader) throws {
        self.init(
            id: row.identifier(), name: row.text(), email: row.text(), role: try row.choice(),
            team: row.optionalText())
    }

    var values: [DatabaseValue] { [stored(name), stored(email), stored(role), stored(team)] }
}

extension Company: StoredRecord {
    static var schema: TableSchema { Schema.company }

    init(_ row: inout RowReader) throws {
        self.init(id: row.identifier(), name: row.text())
        row.skip()
        domain = row.optionalText()
        industry = row.optionalText()
        size = row.optionalInteger().map(Int.init)
        city = row.optionalText()
        country = row.optionalText()
    }

    var values: [DatabaseValue] {
        [
            stored(name), stored(nameKey(name)), stored(domain), stored(industry), stored(size), stored(city),
            stored(country),
        ]
    }
}

extension Contact: StoredRecord {
    static var schema: TableSchema { Schema.contact }

    init(_ row: inout RowReader) throws {
        self.init(id: row.identifier(), name: row.text())
        row.skip()
        company = row.optionalIdentifier()
        title = row.optionalText()
        email = row.optionalText()
        phone = row.optionalText()
        city = row.optionalText()
    }

    var values: [DatabaseValue] {
        [
            stored(name), stored(nameKey(name)), stored(company), stored(title), stored(email), stored(phone),
            stored(city),
        ]
    }
}
