/// One fault of an imported file, with its place.
public struct ImportIssue: Error, Hashable, Sendable {
    /// The file as it was named.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The byte of the line, from 1.
    public var column: Int
    public var reason: Reason

    /// Creates an issue.
    public init(file: String, line: Int, column: Int, reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// What can be wrong with the contents of a file. Columns are named as documented, words as they stand there.
    public enum Reason: Hashable, Sendable {
        /// The text is no CSV.
        case csv(CSVError.Fault)
        /// The mapping file is wrong or does not fit the file.
        case mapping(String)
        /// Nothing says what the rows are.
        case unknownKind
        /// The file lacks a column its kind needs; any of those named would do.
        case missingColumn(ImportKind, anyOf: [String])
        /// Two columns of the file mean the same.
        case repeatedColumn(String)
        /// A row has no value where it needs one; any of the columns named would do.
        case missingValue(anyOf: [String])
        case notDate(column: String, word: String)
        /// `03/04/2026` where nothing says whether the day or the month comes first.
        case ambiguousDate(column: String, word: String)
        case notNumber(column: String, word: String)
        case notFlag(column: String, word: String)
        case notCurrency(column: String, word: String)
        case notChoice(column: String, word: String, choices: [String])
        /// A name that stands for no record of the tenant.
        case unknownName(column: String, word: String)
        /// A name that stands for another user, or for a record of another user, where only own ones are allowed.
        case foreignOwner(column: String, word: String)
    }

    /// The fault as a person reads it: `file:line:column: what, why, what to do`.
    ///
    /// It may hold words of the file, at most 40 characters of each, which must be made safe before they are shown.
    public var text: String { "\(file):\(line):\(column): \(reason.text)" }
}

extension ImportIssue.Reason {
    /// What is wrong, why, and what to do.
    var text: String {
        switch self {
        case .csv(let fault): fault.text
        case .mapping(let message): message
        case .unknownKind:
            "what the rows are cannot be told, neither the file's name nor its columns say, give --kind"
        case .missingColumn(let kind, let columns):
            "no column \(columns.joined(separator: " or ")), \(kind.rawValue) need one, add it or rename one in a mapping"
        case .repeatedColumn(let column): "a second column \(column), only one can be read, drop one in a mapping"
        case .missingValue(let columns):
            "no \(columns.joined(separator: " or ")), the row cannot be kept without, fill it in"
        case .notDate(let column, let word):
            "\(column) \(quoted(word)) is no date, such as 2026-04-03 or 03.04.2026, correct it"
        case .ambiguousDate(let column, let word):
            "\(column) \(quoted(word)) may be day first or month first, set date_order in a mapping"
        case .notNumber(let column, let word): "\(column) \(quoted(word)) is no number, correct it or leave it empty"
        case .notFlag(let column, let word):
            "\(column) \(quoted(word)) is neither yes nor no, map the word under [values] in a mapping"
        case .notCurrency(let column, let word):
            "\(column) \(quoted(word)) is no currency, a code of three letters such as EUR is needed, correct it"
        case .notChoice(let column, let word, let choices):
            "\(column) \(quoted(word)) is not known, it is one of \(choices.joined(separator: ", ")), map the word"
        case .unknownName(let column, let word):
            "\(column) \(quoted(word)) is nobody in this tenant, import that record first or correct the name"
        case .foreignOwner(let column, let word):
            "\(column) \(quoted(word)) is not yours, your role imports only your own records, ask a manager"
        }
    }

    private func quoted(_ word: String) -> String {
        word.count <= 40 ? "'\(word)'" : "'\(word.prefix(39))…'"
    }
}
