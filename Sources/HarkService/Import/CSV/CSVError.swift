/// What is wrong with a CSV text, and where.
public struct CSVError: Error, Hashable, Sendable {
    public var fault: Fault
    /// The line of the text, from 1.
    public var line: Int
    /// The byte of the line, from 1, as editors and compilers count.
    public var column: Int

    /// Creates an error.
    public init(_ fault: Fault, line: Int, column: Int) {
        self.fault = fault
        self.line = line
        self.column = column
    }

    /// The ways in which a text can fail to be CSV.
    public enum Fault: Hashable, Sendable {
        /// There is not even a header line.
        case empty
        /// A byte-order mark of UTF-16.
        case utf16
        /// Bytes that are no UTF-8.
        case notUTF8
        /// A zero byte, as binary files have.
        case nulByte
        /// A quote inside a field that does not begin with one.
        case strayQuote
        /// Something other than a delimiter after a closing quote.
        case textAfterQuote
        /// A quote that is never closed; the place is where it opened.
        case unclosedQuote
        /// A field of more than ``CSVReader/fieldLimit`` bytes.
        case fieldTooLong
        /// A row with more or fewer fields than the header.
        case fieldCount(expected: Int, found: Int)
        /// The file could not be read on.
        case unreadable(String)
    }
}

extension CSVError.Fault {
    /// Whether only one row is hurt, so that reading may go on after it.
    public var isLocal: Bool {
        switch self {
        case .strayQuote, .textAfterQuote, .fieldCount: true
        default: false
        }
    }

    /// What is wrong, why, and what to do.
    public var text: String {
        switch self {
        case .empty: "the file is empty, a header line with column names is needed, add one"
        case .utf16: "the text is UTF-16, only UTF-8 can be read, save as UTF-8"
        case .notUTF8: "the text is not UTF-8, probably another encoding such as Latin-1, save as UTF-8"
        case .nulByte: "a zero byte, so this is no text or UTF-16, save as CSV in UTF-8"
        case .strayQuote:
            "a quote inside a field that does not begin with one, put the field in quotes and double the quote"
        case .textAfterQuote: "text after a closing quote, a quote inside quotes must be doubled, double it"
        case .unclosedQuote: "a quote that is never closed, so the row does not end, close or remove it"
        case .fieldTooLong:
            "a field longer than \(CSVReader.fieldLimit) bytes, a closing quote may be missing, close it or shorten"
        case .fieldCount(let expected, let found) where found < expected:
            "\(found) fields where the header has \(expected), some are missing, add them or leave them empty"
        case .fieldCount(let expected, let found):
            "\(found) fields where the header has \(expected), a delimiter may need quotes, put the field in quotes"
        case .unreadable(let reason): "the file cannot be read on, \(reason), check the disk and try again"
        }
    }
}
