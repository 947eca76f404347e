public import HarkCore
public import HarkStore

/// Brings files into a tenant: one run for all of them, which is kept whole or not at all and can be undone.
///
/// Rows are read and written one at a time, so memory does not grow with the files but for some 40 bytes a row, by
/// which duplicates are found. A row counts as a duplicate when the same row (or a row with the same key columns)
/// stood before it in the file, or when the tenant had the record before the file.
public struct Importer {
    private let store: Store
    private let request: WriteRequest
    private let settings: Tenant.Settings

    /// Creates an importer.
    ///
    /// - Parameters:
    ///   - request: Who imports, and when; the time stands in where files state none.
    ///   - settings: The tenant's currency, date order and time zone.
    public init(store: Store, request: WriteRequest, settings: Tenant.Settings) {
        self.store = store
        self.request = request
        self.settings = settings
    }

    /// The kinds of the files, in the order in which they would be read, so that rights can be checked.
    ///
    /// - Throws: ``ImportError`` where a file or its header line cannot be used.
    public func kinds(of paths: [String], options: ImportOptions) throws(ImportError) -> [ImportKind] {
        try ImportFiles(paths, options: options, setting: setting(options)).files.map(\.kind)
    }

    /// Imports files and folders of files in one run.
    ///
    /// Files that were imported before, all of them in the same state, are not read again: the report names the
    /// earlier run and nothing else.
    ///
    /// - Parameter progress: Called every few thousand rows and at the end of each file.
    /// - Throws: ``ImportError``; then nothing was written.
    public func run(
        _ paths: [String], options: ImportOptions = ImportOptions(), progress: (ImportProgress) -> Void = { _ in }
    ) throws(ImportError) -> ImportReport {
        let files = try ImportFiles(paths, options: options, setting: setting(options))
        let fingerprint = try files.fingerprint()
        if let earlier = try calling({ try store.read(request.tenant) { try $0.importRun(fingerprint: fingerprint) } })
        {
            return ImportReport(earlierRun: earlier.id)
        }
        guard !options.isDryRun else { return try rehearsed(files, options, progress) }
        let run = try calling {
            try store.write(request) { try $0.beginImport(fingerprint: fingerprint, source: files.source) }
        }
        do {
            return try performed(files, options, as: run, progress)
        } catch {
            _ = try? undo(run)
            throw error
        }
    }

    /// Takes out what a run brought in and nobody changed or built upon since; users stay.
    ///
    /// - Throws: ``ImportError/store(_:)`` with `noImport` for an unknown run or one undone before.
    @discardableResult
    public func undo(_ run: Int64) throws(ImportError) -> Store.ImportUndone {
        try calling { try store.undoImport(run, request) }
    }

    private func performed(
        _ files: ImportFiles, _ options: ImportOptions, as run: Int64, _ progress: (ImportProgress) -> Void
    ) throws(ImportError) -> ImportReport {
        var request = request
        request.importRun = run
        request.journalled = false
        return try calling {
            try store.write(request) { writing in
                var report = try intake(files, options, writing, progress)
                report.run = run
                let note = report.rejected > 0 ? "\(report.rejected) rows rejected" : nil
                try writing.finishImport(run, rows: report.added, note: note)
                return report
            }
        }
    }

    /// Does everything and takes it back.
    private func rehearsed(
        _ files: ImportFiles, _ options: ImportOptions, _ progress: (ImportProgress) -> Void
    ) throws(ImportError) -> ImportReport {
        var request = request
        request.journalled = false
        do throws(StoreError) {
            return try store.write(request) { writing in
                throw Rehearsal(report: try intake(files, options, writing, progress))
            }
        } catch .stopped(let end as Rehearsal) {
            return end.report
        } catch { throw Importer.translated(error) }
    }

    private struct Rehearsal: Error { var report: ImportReport }

    private func intake(
        _ files: ImportFiles, _ options: ImportOptions, _ writing: Writing, _ progress: (ImportProgress) -> Void
    ) throws -> ImportReport {
        let links = try ImportLinks(writing, onlyOwner: options.onlyOwner)
        var intake = ImportIntake(links, writing: writing, options: options, bytes: files.bytes)
        for file in files.files { try intake.take(file, setting: setting(options), progress) }
        if options.isStrict, intake.report.rejected > 0 { throw ImportError.rejected(intake.report) }
        return intake.report
    }

    private func setting(_ options: ImportOptions) -> ImportSetting {
        ImportSetting(
            now: request.at, currency: settings.currency, dateOrder: settings.dateOrder, shiftDays: options.shiftDays,
            zoneName: settings.timeZone)
    }

    private func calling<Value>(_ body: () throws -> Value) throws(ImportError) -> Value {
        do { return try body() } catch { throw Importer.translated(error) }
    }

    private static func translated(_ error: any Error) -> ImportError {
        switch error {
        case let error as ImportError: error
        case StoreError.stopped(let inner as ImportError): inner
        case let error as StoreError: .store(error)
        default: .store(.stopped(error))
        }
    }
}
