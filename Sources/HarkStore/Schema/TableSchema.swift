/// One table of a tenant's records, described once: the table, its view, its fence and its indexes are made from it.
struct TableSchema: Sendable {
    /// The view's name; the table behind it is `t_` and this name.
    var name: String
    /// What is stated of a record, in the order rows are read and written; `tenant_id` and `id` come before.
    var columns: [Column]
    /// What is worked out from other rows and kept for lists; never part of undo comparisons.
    var derived: [Column] = []
    var indexes: [Index] = []
    var traits: Set<Trait> = []

    /// What else every row of a table carries.
    enum Trait: Sendable {
        /// `version`: counts the edits, from 1.
        case versioned
        /// `import_run_id`: the import that made the row.
        case imported
        /// `deleted_at`: rows with a value left the view.
        case deletable
        /// Hark's own notes, which undo leaves alone.
        case unrecorded
    }

    struct Column: Sendable {
        var name: String
        var type: String
        var isOptional = false
        /// The table whose `id` the column holds, in the same tenant.
        var references: String?
        /// The version of the file format that brought the column.
        var since: Int32 = 1
    }

    struct Index: Sendable {
        /// The columns after `tenant_id`, each with its collation and direction.
        var columns: [String]
        var isUnique = false
        /// Whether deleted rows are part of it.
        var includesDeleted = false
    }

    var table: String { "t_" + name }

    /// The view that shows deleted rows too.
    var everything: String { traits.contains(.deletable) ? "all_" + name : name }

    /// The columns rows are written with, in order, after `tenant_id` and `id`.
    var stated: [String] {
        columns.map(\.name) + (traits.contains(.versioned) ? ["version"] : [])
            + (traits.contains(.imported) ? ["import_run_id"] : [])
            + (traits.contains(.deletable) ? ["deleted_at"] : [])
    }

    /// Every column, in the order of the table.
    var allColumns: [String] { ["tenant_id", "id"] + stated + derived.map(\.name) }

    /// The table as a version of the file format made it.
    func asOf(_ version: Int32) -> TableSchema {
        var schema = self
        schema.columns.removeAll { $0.since > version }
        return schema
    }

    /// The statements that add a version's columns: the table is widened, and its views are made anew.
    func additions(in version: Int32) -> [String] {
        let added = columns.filter { $0.since == version }.map {
            "ALTER TABLE \(table) ADD COLUMN \($0.name) \($0.type)"
        }
        return added + (name == everything ? [name] : [name, everything]).map { "DROP VIEW \($0)" }
            + asOf(version).createViews
    }

    /// The columns that hold another record of the tenant, with that record's table.
    var links: [(column: String, table: String)] {
        columns.compactMap { column in column.references.map { (column.name, $0) } }
            + (traits.contains(.imported) ? [("import_run_id", "import_run")] : [])
    }
}

extension TableSchema.Column {
    static func text(_ name: String) -> Self { Self(name: name, type: "TEXT") }
    static func integer(_ name: String) -> Self { Self(name: name, type: "INTEGER") }
    static func real(_ name: String) -> Self { Self(name: name, type: "REAL") }

    /// A link to another table's row of the same tenant.
    static func link(_ name: String, to table: String) -> Self {
        Self(name: name, type: "INTEGER", references: table)
    }

    /// The same column, brought by a later version; it may be empty.
    func added(in version: Int32) -> Self {
        var column = optional
        column.since = version
        return column
    }

    /// The same column, allowed to be empty.
    var optional: Self {
        var column = self
        column.isOptional = true
        return column
    }
}

extension TableSchema.Index {
    static func on(_ columns: String...) -> Self { Self(columns: columns) }
    static func unique(_ columns: String...) -> Self { Self(columns: columns, isUnique: true) }
    /// An index deleted rows are part of, as foreign keys need it.
    static func whole(_ columns: String...) -> Self { Self(columns: columns, includesDeleted: true) }
}
