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

        mutating func reject(_ issue: ImportIssue) {
            rejected += 1
            if issues.count < ImportReport.shownIssues { issues.append(issue) }
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
