public import HarkStore

/// Why an import was not done; then nothing was written.
public enum ImportError: Error, Equatable, Sendable {
    /// There is no file or folder of that name.
    case notFound(String)
    /// A folder without CSV files.
    case noFiles(String)
    /// A file or folder that may not be opened.
    case unreadable(String)
    /// A mapping file is wrong.
    case mapping(path: String, ImportMappingError)
    /// A file that cannot be read to its end.
    case file(ImportIssue)
    /// Strictness was asked for and rows were rejected; the report names them.
    case rejected(ImportReport)
    /// The files have more rows than the caller may import.
    case tooManyRows(limit: Int)
    /// The database refused.
    case store(StoreError)

    /// What, why, what to do; rejected rows come first, a line each.
    public var message: String {
        switch self {
        case .notFound(let path): "\(path): there is no such file or folder, check the name"
        case .noFiles(let path): "\(path): the folder holds no .csv or .tsv files, name the files themselves"
        case .unreadable(let path): "\(path): the file cannot be opened, check who may read it"
        case .mapping(let path, let error): "\(path):\(error.line):\(error.column): \(error.message)"
        case .file(let issue): issue.text
        case .rejected(let report):
            (report.files.flatMap(\.issues).map(\.text) + [
                "\(report.rejected) rows cannot be kept, so nothing was imported, correct them or leave out --strict"
            ]).joined(separator: "\n")
        case .tooManyRows(let limit):
            "more than \(limit) rows, your role may import no more at once, ask a manager or split the file"
        case .store(let error): error.description
        }
    }
}
