import GRDB
import HarkCore
import Testing

@testable import HarkStore

/// Every table is attacked in every way; none of it may show or change another tenant's rows.
struct IsolationTests {
    /// Two tenants with a row in every table, under the same numbers.
    static func twoTenants() throws -> Store {
        let store = try Store.open(.memory)
        for slug in ["one", "two"] {
            let office = try Office(store, slug: slug)
            try office.write { writing in
                for schema in Schema.tables where schema.name != "counter" {
                    _ = try writing.session.insert(schema, schema.columns.map { sample($0, slug) })
                }
            }
        }
        return store
    }

    private static func sample(_ column: TableSchema.Column, _ slug: String) -> DatabaseValue {
        switch column.type {
        case _ where column.references != nil: 1.databaseValue
        case "TEXT": "secret of \(slug)".databaseValue
        case "REAL": 0.5.databaseValue
        default: 7.databaseValue
        }
    }

    /// Everything tenant 2 owns, read past the views.
    static func belongings(_ database: Database) throws -> [String] {
        try Schema.tables.flatMap { schema in
            try Row.fetchAll(database, sql: "SELECT * FROM \(schema.table) WHERE tenant_id = 2 ORDER BY id")
                .map { "\(schema.name) \($0)" }
        }
    }

    let one = Identifier<Tenant>(1)
    let two = Identifier<Tenant>(2)

    @Test func everyTableHoldsRowsOfBoth() throws {
        let store = try Self.twoTenants()
        for schema in Schema.tables {
            let tenants = try store.writer.read { database in
                try Int.fetchSet(database, sql: "SELECT tenant_id FROM \(schema.table)")
            }
            #expect(tenants == [1, 2], "\(schema.name)")
        }
    }

    @Test func noReadShowsForeignRows() throws {
        let store = try Self.twoTenants()
        for attack in Attack.reads {
            let seen = try store.read(one) { try Int.fetchSet($0.database, sql: attack.sql) }
            #expect(seen == [1], "\(attack.label)")
        }
    }

    @Test func noWriteChangesForeignRows() throws {
        let store = try Self.twoTenants()
        let before = try store.writer.read(Self.belongings)
        #expect(before.count >= Schema.tables.count)
        for attack in Attack.writes {
            let request = WriteRequest(tenant: one, user: Identifier(1), channel: "test", at: noon)
            #expect(throws: StoreError.self, "\(attack.label)") {
                try store.write(request) { try $0.session.database.execute(sql: attack.sql) }
            }
            #expect(try store.writer.read(Self.belongings) == before, "\(attack.label)")
        }
    }

    @Test func withoutTenantEverythingThrows() throws {
        let store = try Self.twoTenants()
        for schema in Schema.tables {
            for view in [schema.name, schema.everything] {
                #expect(throws: (any Error).self, "\(view)") {
                    try store.writer.read { try Row.fetchAll($0, sql: "SELECT * FROM \(view)") }
                }
            }
            #expect(throws: (any Error).self, "\(schema.table)") {
                try store.writer.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM \(schema.table)") }
            }
        }
    }

    @Test func aConnectionUsedAgainServesTheNewTenant() throws {
        let store = try Self.twoTenants()
        for tenant in [one, two, one, two] {
            let seen = try store.read(tenant) { reading in
                let statement = try reading.database.cachedStatement(sql: "SELECT tenant_id FROM lead")
                return try Int64.fetchAll(statement)
            }
            #expect(seen == [tenant.rawValue])
        }
    }

    @Test func theScopeEndsWithTheCall() throws {
        let store = try Self.twoTenants()
        struct Stop: Error {}
        #expect(throws: StoreError.self) { try store.read(one) { _ in throw Stop() } }
        #expect(throws: (any Error).self) {
            try store.writer.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM lead") }
        }
    }

    @Test func viewsCannotBeWritten() throws {
        let store = try Self.twoTenants()
        let request = WriteRequest(tenant: one, user: Identifier(1), channel: "test", at: noon)
        for schema in Schema.tables {
            #expect(throws: StoreError.self, "\(schema.name)") {
                try store.write(request) { try $0.session.database.execute(sql: "DELETE FROM \(schema.name)") }
            }
        }
    }

    static let links = Schema.tables.flatMap { schema in schema.links.map { (schema.name, $0.column) } }

    @Test(arguments: links) func aLinkToAForeignRecordIsRefused(_ name: String, _ column: String) throws {
        let store = try Self.twoTenants()
        let schema = try #require(Schema.table(name))
        let request = WriteRequest(tenant: two, user: Identifier(1), channel: "test", at: noon)
        // Tenant 2 makes a second row everywhere, whose number tenant 1 does not have.
        let foreign = try store.write(request) { writing in
            let target = try #require(schema.links.first { $0.column == column }?.table)
            return try writing.session.insert(
                try #require(Schema.table(target)),
                try #require(Schema.table(target)).columns.map { column in
                    column.references == nil && column.type == "TEXT"
                        ? "other".databaseValue : IsolationTests.sample(column, "two")
                })
        }
        let mine = WriteRequest(tenant: one, user: Identifier(1), channel: "test", at: noon)
        #expect(throws: StoreError.brokenLink) {
            try store.write(mine) { writing in
                try writing.session.database.execute(
                    sql: "UPDATE \(schema.table) SET \(column) = ? WHERE tenant_id = 1", arguments: [foreign])
            }
        }
    }

    @Test func numbersAndAddressesMayRepeatAcrossTenants() throws {
        let store = try Store.open(.memory)
        let first = try Office(store, slug: "first")
        let second = try Office(store, slug: "second")
        #expect(first.admin == second.admin)
        let mine = try first.write { try $0.insert(Lead("Acme", email: "x@acme.example")) }
        let theirs = try second.write { try $0.insert(Lead("Globex", email: "x@acme.example")) }
        #expect(mine == theirs)
        #expect(try first.read { try $0.leads(email: "X@ACME.example") }.map(\.companyName) == ["Acme"])
        #expect(try second.read { try $0.lead(mine) }.companyName == "Globex")
    }

    static let hostile = [
        "\" OR scope : t2k3", "t2k3", "scope:t2k3", "secret\" OR \"t2k3", "{scope} : t2k3", "*", "\"", "\"\"",
        "NEAR(secret t2k3, 5)", "^secret", "-secret", "a AND", "OR", "NOT", "secret NOT globex", "(", ")",
        "'; DROP TABLE t_lead",
        "glo*", "+ +", "\u{0}glo", String(repeating: "glo ", count: 300), String(repeating: "(", count: 500),
    ]

    @Test(arguments: hostile) func hostileSearchTextFindsNothingForeign(_ text: String) throws {
        let store = try Store.open(.memory)
        let first = try Office(store, slug: "first")
        let second = try Office(store, slug: "second")
        try first.write { _ = try $0.insert(Lead("Acme secret")) }
        try second.write { _ = try $0.insert(Lead("Globex secret")) }
        let found =
            try first.read { try $0.search(text) }
            + first.read { reading in
                try reading.records(matching: RecordQuery(.lead, words: text), me: first.admin.id).rows
            }
        #expect(!found.contains { $0.name.contains("Globex") })
    }
}
