import Foundation
public import HarkCore
import HarkLifecycle
import HarkStore

/// Which files are to be imported, and how.
public struct ImportRequest: Sendable {
    /// CSV files or folders of them.
    public var paths: [String]
    /// The path of a mapping file; `nil` for columns that speak for themselves.
    public var mapping: String?
    /// What the rows are, such as `leads`; `nil` to find out.
    public var kind: String?
    /// Checks everything and writes nothing.
    public var isDryRun = false
    /// Keeps nothing where any row is rejected.
    public var isStrict = false
    /// Moves every date so that sample data ends on this day; `nil` moves nothing.
    public var lastDay: LocalDate?

    /// Creates a request.
    public init(paths: [String], mapping: String? = nil, kind: String? = nil) {
        self.paths = paths
        self.mapping = mapping
        self.kind = kind
    }
}

extension Session {
    /// Brings files into the tenant in one run that can be undone.
    ///
    /// - Parameter progress: Told how far it is, every few thousand rows.
    /// - Throws: ``ServiceError/notFound(_:)`` for a missing file, ``ServiceError/badInput(_:)`` for one that cannot be
    ///   used; then nothing was written.
    public func importFiles(
        _ request: ImportRequest, progress: (ImportProgress) -> Void = { _ in }
    ) throws(ServiceError) -> ImportReport {
        try require(.run, .transfer)
        var options = ImportOptions(isDryRun: request.isDryRun, isStrict: request.isStrict)
        // Who may only bring in records of their own brings in few at once.
        if user.role.scope(of: Permission(.run, .transfer)) == .own {
            options.rowLimit = 200
            options.onlyOwner = user.id
        }
        if let path = request.mapping { options.mapping = try Session.mapping(at: path) }
        if let name = request.kind {
            guard let kind = ImportKind(rawValue: name.lowercased()) else {
                let known = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badInput("There is no kind '\(name)' to import. There are: \(known).")
            }
            options.kind = kind
        }
        if let day = request.lastDay {
            options.shiftDays = day.daysSinceEpoch - Simulation.sampleEnd.daysSinceEpoch
        }
        do {
            let kinds = try importer.kinds(of: request.paths, options: options)
            if kinds.contains(.users) { try require(.run, .administration) }
            return try importer.run(request.paths, options: options, progress: progress)
        } catch let error as ImportError { throw ServiceError(error) } catch {
            throw error as? ServiceError ?? .storage("\(error)")
        }
    }

    /// Takes back an import.
    ///
    /// - Returns: One sentence on what went and what stayed.
    public func undoImport(_ run: Int64) throws(ServiceError) -> String {
        try require(.run, .transfer)
        let request = request(nil, title: "Undid import \(run)", journalled: false)
        let undone = try translated { try store.undoImport(run, request) }
        let removed = "\(undone.removed) \(undone.removed == 1 ? "row" : "rows") removed"
        guard undone.keptCount > 0 else { return "Import \(run) is undone: \(removed)." }
        let names = undone.kept.prefix(3).map(\.name).joined(separator: ", ")
        return "Import \(run) is undone: \(removed); \(undone.keptCount) stayed because they were "
            + "changed since or are used, such as \(names)."
    }

    private var importer: Importer {
        let request = request(nil, title: "Import", journalled: false)
        return Importer(store: store, request: request, settings: tenant.settings)
    }

    private static func mapping(at path: String) throws(ServiceError) -> ImportMapping {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw .notFound("There is no readable mapping file at \(path).")
        }
        do { return try ImportMapping(toml: text) } catch {
            throw ServiceError(ImportError.mapping(path: path, error))
        }
    }
}

extension ServiceError {
    fileprivate init(_ error: ImportError) {
        switch error {
        case .notFound, .unreadable: self = .notFound(error.message + ".")
        case .noFiles, .mapping, .file, .rejected, .tooManyRows: self = .badInput(error.message + ".")
        case .store(let inner): self = ServiceError(inner)
        }
    }
}
