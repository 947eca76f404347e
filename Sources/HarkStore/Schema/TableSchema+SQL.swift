extension TableSchema {
    /// The statements that make the table, its views, its fence and its indexes, in order.
    var statements: [String] { [createTable] + createViews + createFence + createIndexes }

    private var createTable: String {
        var lines = ["tenant_id INTEGER NOT NULL REFERENCES platform_tenant(id)", "id INTEGER NOT NULL"]
        lines += columns.map(definition)
        if traits.contains(.versioned) { lines.append("version INTEGER NOT NULL DEFAULT 1") }
        if traits.contains(.imported) { lines.append("import_run_id INTEGER") }
        if traits.contains(.deletable) { lines.append("deleted_at INTEGER") }
        lines += derived.map(definition)
        lines.append("PRIMARY KEY (tenant_id, id)")
        lines += links.map { "FOREIGN KEY (tenant_id, \($0.column)) REFERENCES t_\($0.table)(tenant_id, id)" }
        return "CREATE TABLE \(table) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
    }

    private func definition(_ column: Column) -> String {
        "\(column.name) \(column.type)" + (column.isOptional ? "" : " NOT NULL")
    }

    var createViews: [String] {
        let select = "SELECT \(allColumns.joined(separator: ", ")) FROM \(table) WHERE tenant_id = current_tenant()"
        guard traits.contains(.deletable) else { return ["CREATE VIEW \(name) AS \(select)"] }
        return [
            "CREATE VIEW \(name) AS \(select) AND deleted_at IS NULL", "CREATE VIEW \(everything) AS \(select)",
        ]
    }

    private var createFence: [String] {
        [("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])].map { event, rows in
            let foreign = rows.map { "\($0).tenant_id IS NOT current_tenant()" }.joined(separator: " OR ")
            return "CREATE TRIGGER fence_\(name)_\(event.lowercased()) BEFORE \(event) ON \(table) WHEN \(foreign)"
                + " BEGIN SELECT RAISE(ABORT, 'tenant fence'); END"
        }
    }

    /// Lists need `deleted_at` in the index itself: a partial index does not cover a count. Uniqueness holds among the
    /// rows in view only, which needs a partial one.
    private var createIndexes: [String] {
        // Users and import runs are never removed, so no index is kept for links to them.
        let linked = links.filter { !["user", "import_run"].contains($0.table) }.map { Index.whole($0.column, "id") }
        return (indexes + linked).enumerated().map { number, index in
            let isListed = traits.contains(.deletable) && !index.includesDeleted
            let columns = ["tenant_id"] + (isListed && !index.isUnique ? ["deleted_at"] : []) + index.columns
            return "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(table)_\(number + 1) ON \(table)"
                + " (\(columns.joined(separator: ", ")))"
                + (isListed && index.isUnique ? " WHERE deleted_at IS NULL" : "")
        }
    }
}

extension TableSchema {
    /// Reads all stated columns of rows through the view; a condition may follow.
    var select: String { "SELECT id, \(columns.map(\.name).joined(separator: ", ")) FROM \(name)" }

    /// Makes a row; takes a value for each of ``allColumns``.
    var insert: String {
        let names = allColumns
        return "INSERT INTO \(table) (\(names.joined(separator: ", ")))"
            + " VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"
    }

    /// Changes a row's own columns and counts the edit; takes the values, then the tenant and the number.
    var update: String {
        let version = traits.contains(.versioned) ? ", version = version + 1" : ""
        return "UPDATE \(table) SET \(columns.map { "\($0.name) = ?" }.joined(separator: ", "))\(version)"
            + " WHERE tenant_id = ? AND id = ?"
    }

    /// Puts back a row's stated columns; takes the values, then the tenant and the number.
    var restore: String {
        "UPDATE \(table) SET \(stated.map { "\($0) = ?" }.joined(separator: ", ")) WHERE tenant_id = ? AND id = ?"
    }

    /// Removes a row for good; takes the tenant and the number.
    var remove: String { "DELETE FROM \(table) WHERE tenant_id = ? AND id = ?" }

    /// Takes a row out of the view; takes the time, the tenant and the number.
    var retire: String {
        let version = traits.contains(.versioned) ? ", version = version + 1" : ""
        return "UPDATE \(table) SET deleted_at = ?\(version) WHERE tenant_id = ? AND id = ? AND deleted_at IS NULL"
    }

    /// Puts a row back into the view; takes the tenant and the number.
    var revive: String {
        let version = traits.contains(.versioned) ? ", version = version + 1" : ""
        return "UPDATE \(table) SET deleted_at = NULL\(version) WHERE tenant_id = ? AND id = ?"
    }

    /// Reads one whole row for undo, deleted or not.
    var image: String {
        "SELECT \(allColumns.dropFirst(2).joined(separator: ", ")) FROM \(everything) WHERE id = ?"
    }
}
