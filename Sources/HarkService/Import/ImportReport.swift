/// What an import did, file by file in the order they were read.
public struct ImportReport: Hashable, Sendable {
    /// The number by which the import can be undone; `nil` where nothing was written.
    public var run: Int64?
    public var files: [File] = []
    /// The earlier run that read the same files; then they were not read again.
    public var earlierRun: Int64?

    init(earlierRun: Int64? = nil) { self.earlierRun = earlierRun }

    /// What became of one file.
    public struct File: Hashable, Sendable {
        /// The file as it was named.
        public var name: String
        public var kind: ImportKind
        /// Rows read, the header not counted.
        public var rows = 0
        public var added = 0
        /// Rows that were there already, in the tenant or earlier in the file.
        public var duplicates = 0
        /// The lines of the first ``shownIssues`` of them.
        public var duplicateLines: [Int] = []
        /// Events that were kept though they lie after the moment of the import.
        public var ahead = Tally()
        /// Events that were kept though they lie before the first day of their customer.
        public var early = Tally()
        /// Rows that could not be kept.
        public var rejected = 0
        /// The first ``shownIssues`` reasons for rejections, in the order of the file.
        public var issues: [ImportIssue] = []
        /// Columns kept nowhere though nobody said so.
        public var unusedColumns: [String] = []
        /// Columns written after the outcome, which were read over.
        public var refusedColumns: [String] = []
        /// Columns the mapping names and the file does not have.
        public var absentColumns: [String] = []

        init(_ parser: ImportParser, name: String) {
            self.name = name
            kind = parser.kind
            unusedColumns = parser.unusedColumns
            refusedColumns = parser.refusedColumns
            absentColumns = parser.absentColumns
        }

        mutating func skip(duplicateOn line: Int) {
            duplicates += 1
            if duplicateLines.count < ImportReport.shownIssues { duplicateLines.append(line) }
        }

        mutating func reject(_ issue: ImportIssue) {
            rejected += 1
            if issues.count < ImportReport.shownIssues { issues.append(issue) }
        }
    }

    /// Rows of one sort: how many there are, and where the first of them stands.
    public struct Tally: Hashable, Sendable {
        public var count = 0
        /// The line of the first one, from 1; `nil` where there is none.
        public var firstLine: Int?

        mutating func add(_ line: Int) {
            count += 1
            firstLine = firstLine ?? line
        }
    }

    /// How many issues of a file are kept.
    public static let shownIssues = 20

    /// Rows added by all files.
    public var added: Int { files.reduce(0) { $0 + $1.added } }
    /// Rows of all files that were there already.
    public var duplicates: Int { files.reduce(0) { $0 + $1.duplicates } }
    /// Rows of all files that could not be kept.
    public var rejected: Int { files.reduce(0) { $0 + $1.rejected } }
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    /// Rows read so far, of all files.
    public var rows: Int
    public var bytesDone: Int
    public var bytesTotal: Int

    /// How much of the bytes is done, `0...1`.
    public var share: Double { bytesTotal > 0 ? Double(bytesDone) / Double(bytesTotal) : 1 }
}
