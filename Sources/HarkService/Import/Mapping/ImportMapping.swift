public import HarkCore

/// How the columns of a foreign file become Hark's: what a mapping file says.
///
/// Column names are compared without case, spaces, underscores and hyphens.
public struct ImportMapping: Hashable, Sendable {
    /// What the rows are; `nil` leaves it to the file.
    public var kind: ImportKind?
    /// The columns that identify a row; they are no attributes, and a second row with the same values is a duplicate.
    public var key: [String] = []
    /// File column → Hark column.
    public var rename: [String: String] = [:]
    /// Hark column → value for rows that have none; `{Column}` stands for that column's text, `{#}` for the row number.
    public var constants: [String: String] = [:]
    /// The column that says how it ended; `nil` for none.
    public var outcome: Outcome?
    /// Columns that are read over.
    public var drop: [String] = []
    /// Columns written at or after the outcome: read over and named as refused, as a model must not learn from them.
    public var afterOutcome: [String] = []
    /// File column → word in the file → word to read instead.
    public var values: [String: [String: String]] = [:]
    /// Words that mean nothing is known; the empty text always does.
    public var missing: [String] = []
    /// How `03/04/2026` is read; `nil` leaves it to the tenant.
    public var dateOrder: Tenant.DateOrder?
    /// The IANA zone of times that name none; `nil` for the tenant's.
    public var timeZone: String?
    /// The decimal mark of amounts, `.` or `,`; `nil` lets each number speak for itself.
    public var decimalMark: Character?

    /// The column that says how it ended.
    public struct Outcome: Hashable, Sendable {
        public var column: String
        /// The words for converted or churned; every other word that is not missing means the opposite.
        public var positive: [String]

        /// Creates an outcome.
        public init(column: String, positive: [String]) {
            self.column = column
            self.positive = positive
        }
    }

    /// A mapping that changes nothing.
    public init() {}
}

/// What is wrong with a mapping file, and where.
public struct ImportMappingError: Error, Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// The column of the line, from 1.
    public var column: Int
    /// What is wrong, why, and what to do.
    public var message: String

    /// Creates an error.
    public init(_ message: String, line: Int, column: Int) {
        self.message = message
        self.line = line
        self.column = column
    }
}
