internal import HarkCore
internal import HarkStore

/// Reads files into a running change and keeps count.
struct ImportIntake {
    private(set) var report = ImportReport()
    private var links: ImportLinks
    private let writing: Writing
    private let options: ImportOptions
    private let bytesTotal: Int
    private var rowsDone = 0
    private var bytesDone = 0

    init(_ links: ImportLinks, writing: Writing, options: ImportOptions, bytes: Int) {
        self.links = links
        self.writing = writing
        self.options = options
        bytesTotal = bytes
    }

    /// Reads one file to its end.
    ///
    /// - Throws: ``ImportError`` where the file cannot be read on, and whatever the database throws.
    mutating func take(
        _ file: ImportFile, setting: ImportSetting, _ progress: (ImportProgress) -> Void
    ) throws {
        var parser = try file.parser(setting: setting)
        var entry = ImportReport.File(parser, name: file.name)
        var twins = try ImportTwins(of: file.kind, isDated: parser.isDated, in: writing.reading)
        var seen: Set<UInt64> = []
        links.forget()
        while let step = try ImportIntake.next(&parser) {
            entry.rows += 1
            rowsDone += 1
            if let limit = options.rowLimit, rowsDone > limit { throw ImportError.tooManyRows(limit: limit) }
            switch step {
            case .rejected(let issue): entry.reject(issue)
            case .row(let row) where seen.insert(row.fingerprint).inserted:
                try take(row, parser, &twins, &entry, now: setting.now)
            case .row(let row): entry.skip(duplicateOn: row.line)
            }
            if rowsDone.isMultiple(of: 4_096) { progress(reached(parser.bytesRead)) }
        }
        bytesDone += file.bytes
        progress(reached(0))
        report.files.append(entry)
    }

    private static func next(_ parser: inout ImportParser) throws(ImportError) -> ImportParser.Step? {
        do { return try parser.next() } catch { throw .file(error) }
    }

    private mutating func take(
        _ row: ImportedRow, _ parser: ImportParser, _ twins: inout ImportTwins, _ entry: inout ImportReport.File,
        now: LocalDateTime
    ) throws {
        do {
            let record = try links.linked(row)
            guard twins.take(record) else {
                entry.skip(duplicateOn: row.line)
                return
            }
            if case .event(let event) = record { try note(event, on: row.line, now: now, in: &entry) }
            let id = try record.insert(into: writing)
            if case .user(let user) = record { links.add(user, id: Identifier(id)) }
            entry.added += 1
        } catch let fault as LinkFault {
            entry.reject(parser.issue(fault.reason, at: fault.column))
        }
    }

    /// Notes what is kept and yet may be a slip: events of tomorrow, and of customers before they were any.
    private mutating func note(
        _ event: Event, on line: Int, now: LocalDateTime, in entry: inout ImportReport.File
    ) throws {
        if event.at > now { entry.ahead.add(line) }
        if let first = try links.firstDay(of: event.subject), event.at.date < first { entry.early.add(line) }
    }

    private func reached(_ bytes: Int) -> ImportProgress {
        ImportProgress(rows: rowsDone, bytesDone: bytesDone + bytes, bytesTotal: bytesTotal)
    }
}
