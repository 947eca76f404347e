@testable import HarkStore

/// One way to reach for the rows of tenant 2 while tenant 1 is set.
struct Attack: Sendable {
    var name: String
    var schema: TableSchema
    var sql: String

    var label: String { "\(name) on \(schema.name)" }

    /// Reads that must see nothing foreign; each gives the tenants it saw.
    static let reads: [Attack] = Schema.tables.flatMap { schema in
        Set([schema.name, schema.everything]).sorted().flatMap { view in
            [
                ("forged condition", "SELECT tenant_id FROM \(view) WHERE tenant_id = 2 OR 1 = 1"),
                ("subquery", "SELECT tenant_id FROM (SELECT * FROM \(view)) WHERE tenant_id = 2 OR id > 0"),
                ("common table", "WITH x AS (SELECT * FROM \(view)) SELECT tenant_id FROM x"),
                ("union", "SELECT tenant_id FROM \(view) UNION ALL SELECT tenant_id FROM \(view) WHERE tenant_id = 2"),
                ("join", "SELECT b.tenant_id FROM \(view) AS a JOIN \(view) AS b ON b.tenant_id <> a.tenant_id OR 1"),
                ("correlated", "SELECT (SELECT max(tenant_id) FROM \(view) AS b WHERE b.id = a.id) FROM \(view) AS a"),
            ].map { Attack(name: $0, schema: schema, sql: $1) }
        }
    }

    /// Writes that must be refused.
    static let writes: [Attack] = Schema.tables.flatMap { schema in
        let table = schema.table
        let columns = schema.allColumns.joined(separator: ", ")
        let foreign = "2, id + 50, " + schema.allColumns.dropFirst(2).joined(separator: ", ")
        return [
            ("update", "UPDATE \(table) SET id = id + 90 WHERE tenant_id = 2"),
            ("update of all", "UPDATE \(table) SET id = id + 90"),
            ("update from", "UPDATE \(table) SET id = o.id + 90 FROM \(schema.name) AS o WHERE \(table).tenant_id = 2"),
            ("give away", "UPDATE \(table) SET tenant_id = 2, id = id + 90 WHERE tenant_id = 1"),
            ("take", "UPDATE \(table) SET tenant_id = 1, id = id + 90 WHERE tenant_id = 2"),
            ("delete", "DELETE FROM \(table) WHERE tenant_id = 2"),
            ("delete all", "DELETE FROM \(table)"),
            ("insert", "INSERT INTO \(table) (\(columns)) SELECT \(foreign) FROM \(schema.everything)"),
            ("replace", "INSERT OR REPLACE INTO \(table) (\(columns)) SELECT \(foreign) FROM \(schema.everything)"),
            (
                "upsert",
                "INSERT INTO \(table) (\(columns)) SELECT 2, id, "
                    + "\(schema.allColumns.dropFirst(2).joined(separator: ", ")) FROM \(schema.everything) WHERE 1"
                    + " ON CONFLICT (tenant_id, id) DO UPDATE SET id = excluded.id + 90"
            ),
        ].map { Attack(name: $0, schema: schema, sql: $1) }
    }
}
