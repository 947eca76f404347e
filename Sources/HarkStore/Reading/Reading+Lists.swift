import GRDB
public import HarkCore

extension Reading {
    /// A page of leads.
    ///
    /// - Parameter me: Whom `owner:me` means.
    /// - Throws: ``StoreError/unknownField(_:_:)`` for a field leads do not have.
    public func leads(matching query: RecordQuery, me: Identifier<User>) throws -> Listing<LeadSummary> {
        let columns = """
            id, name, person, stage, score, priority, top_reason, last_touch, source,
            (SELECT name FROM user WHERE user.id = owner_id), amount_minor, amount_currency, created_at,
            \(latest("fit")), \(latest("engagement"))
            """
        let pins = try pins(of: .lead)
        return try list(query, me: me, kind: .lead, columns: columns) { row in
            let id: Identifier<Lead> = row.identifier()
            return LeadSummary(
                id: id, name: row.text(), person: row.text(), stage: row.optionalText() ?? "",
                score: row.optionalReal(), priority: try row.optionalChoice(), topReason: row.optionalText(),
                lastTouch: row.optionalTime(), source: row.optionalText(), ownerName: row.optionalText(),
                amount: row.optionalMoney(), createdAt: row.time(),
                fit: row.optionalReal(), engagement: row.optionalReal(), pinned: pins[id.rawValue])
        }
    }

    /// A column of the newest score of the lead a row is.
    private func latest(_ column: String) -> String {
        "(SELECT \(column) FROM score WHERE subject_kind = 'lead' AND subject_id = lead.id ORDER BY id DESC LIMIT 1)"
    }

    /// A page of customers.
    public func customers(matching query: RecordQuery, me: Identifier<User>) throws -> Listing<CustomerSummary> {
        let columns = """
            id, name, stage, risk, health, trend, plan, monthly_minor, monthly_currency, since, renewal_date,
            last_touch, churned, top_reason, (SELECT name FROM user WHERE user.id = owner_id),
            (SELECT until FROM snooze WHERE subject_kind = 'customer' AND subject_id = customer.id)
            """
        return try list(query, me: me, kind: .customer, columns: columns) { row in
            var customer = CustomerSummary(
                id: row.identifier(), name: row.text(), stage: try row.optionalChoice(), risk: row.optionalReal(),
                health: row.optionalReal(), trend: try row.optionalJSON()?.elements.compactMap(\.double) ?? [],
                plan: row.optionalText(), monthlyValue: row.optionalMoney(), since: row.optionalDay(),
                renewalDate: row.optionalDay(), lastTouch: row.optionalTime(), churned: row.optionalFlag())
            customer.topReason = row.optionalText()
            customer.ownerName = row.optionalText()
            customer.snoozedUntil = row.optionalDay()
            return customer
        }
    }

    /// A page of records of any kind, by name.
    public func records(matching query: RecordQuery, me: Identifier<User>) throws -> Listing<NamedRecord> {
        let columns = "id, \(NameShape.of(query.kind).columns)"
        return try list(query, me: me, kind: query.kind, columns: columns) { row in
            NamedRecord(
                RecordReference(query.kind, row.integer()), name: row.text(), detail: row.optionalText() ?? "")
        }
    }

    /// A page of deals, each with its stage, amount, close date and owner; of work, with when it is due and whose it is;
    /// of tickets, with number, customer, priority and status. Other kinds as ``records(matching:me:)``.
    public func told(matching query: RecordQuery, me: Identifier<User>) throws -> Listing<NamedRecord> {
        let owner = "(SELECT name FROM user WHERE user.id = owner_id)"
        let parent = NameShape.of(query.kind).parent
        func named(_ columns: String, _ details: (inout RowReader) throws -> [String?]) throws -> Listing<NamedRecord> {
            try list(query, me: me, kind: query.kind, columns: "id, \(parent), \(columns)") { row in
                let (reference, parent) = (RecordReference(query.kind, row.integer()), row.optionalText() ?? "")
                let name = row.text()
                let parts = try details(&row).compactMap { $0 }.filter { !$0.isEmpty }
                return NamedRecord(reference, name: name, detail: parts.joined(separator: ", "), parent: parent)
            }
        }
        switch query.kind {
        case .deal:
            return try named("name, stage, amount_minor, amount_currency, close_date, \(owner)") { row in
                [
                    row.text(), row.optionalMoney()?.text, row.optionalDay().map { "closes \($0)" },
                    row.optionalText(),
                ]
            }
        case .task, .meeting, .call:
            return try named("subject, at, \(owner)") { row in
                [row.optionalTime().map { String($0.description.replacing("T", with: " ")) }, row.optionalText()]
            }
        case .ticket:
            let customer = "(SELECT name FROM customer WHERE customer.id = customer_id)"
            return try named("subject, id, \(customer), priority, status, opened_at") { row in
                [
                    "#\(row.integer())", row.optionalText(), row.text(), row.text(),
                    "since \(row.time().date)",
                ]
            }
        default: return try records(matching: query, me: me)
        }
    }

    /// How many records a query finds.
    public func count(matching query: RecordQuery, me: Identifier<User>) throws -> Int {
        try count(of: query.kind, where: condition(query, me: me, kind: query.kind))
    }

    private func list<Value>(
        _ query: RecordQuery, me: Identifier<User>, kind: RecordKind, columns: String,
        _ value: (inout RowReader) throws -> Value
    ) throws -> Listing<Value> {
        guard query.kind == kind else { throw StoreError.unknownKind(query.kind) }
        let shape = ListShape.of(kind)
        let condition = try condition(query, me: me, kind: kind)
        let order = try shape.order(query.sort)
        let sql = "SELECT \(columns) FROM \(shape.view) WHERE \(condition.sql) ORDER BY \(order) LIMIT ? OFFSET ?"
        let arguments = condition.values + [stored(max(0, query.page.limit)), stored(max(0, query.page.offset))]
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        var rows: [Value] = []
        while let row = try cursor.next() {
            var reader = RowReader(row, of: shape.view)
            rows.append(try value(&reader))
        }
        return Listing(rows: rows, total: try count(of: kind, where: condition))
    }

    private func count(of kind: RecordKind, where condition: Clause) throws -> Int {
        let sql = "SELECT count(*) FROM \(kind.schema.name) WHERE \(condition.sql)"
        let statement = try database.cachedStatement(sql: sql)
        return try Int.fetchOne(statement, arguments: StatementArguments(condition.values)) ?? 0
    }

    func condition(_ query: RecordQuery, me: Identifier<User>, kind: RecordKind) throws -> Clause {
        let shape = ListShape.of(kind)
        var clauses = [Clause(sql: shape.condition)]
        clauses += try query.conditions.map { try shape.clause($0, me: me) }
        if !query.words.allSatisfy(\.isWhitespace) { clauses.append(nameClause(query.words, kind: kind)) }
        return .all(clauses)
    }

    /// Records with words in the name that start as the given ones do; none when there is no word to look for.
    private func nameClause(_ words: String, kind: RecordKind) -> Clause {
        guard let entry = NameIndex.entry(of: kind.schema.name), kind != .note,
            let match = NameIndex.match(words, tenant: tenant, [entry])
        else { return Clause(sql: "0") }
        return Clause(
            sql: "id IN (SELECT rowid & \(NameIndex.idMask) FROM name_index WHERE name_index MATCH ?)",
            values: [stored(match)])
    }
}
