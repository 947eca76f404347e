/// Turns one CSV text into records, row by row.
public struct ImportParser {
    /// What the parser makes of the next row.
    public enum Step: Hashable, Sendable {
        case row(ImportedRow)
        /// The row cannot be kept; the ones after it can.
        case rejected(ImportIssue)
    }

    /// What the rows are.
    public var kind: ImportKind { plan.kind }
    /// Columns of the file that are kept nowhere, written as in the file.
    public var unusedColumns: [String] { plan.unused }
    /// Columns of the file that were written after the outcome and are read over.
    public var refusedColumns: [String] { plan.refused }
    /// Columns the mapping names and the file does not have.
    public var absentColumns: [String] { plan.absent }
    /// Whether the file says when its records were made.
    var isDated: Bool { plan.source(of: kind == .tickets ? .openedAt : .createdAt) != nil }
    /// How many bytes have been read.
    public var bytesRead: Int { reader.bytesRead }

    private let plan: ImportPlan
    private let file: String
    private let setting: ImportSetting
    private let missing: Set<String>
    private let clock: ImportClock
    private let columnCount: Int
    private var reader: CSVReader
    private var row = CSVRow()
    private var rowNumber = 0

    /// Reads the header line.
    ///
    /// - Parameters:
    ///   - file: The file as it is named in messages; its last part may say the kind.
    ///   - kind: What the rows are; `nil` takes it from the mapping, the file's name or its columns.
    /// - Throws: The issue for which the file cannot be imported at all.
    public init(
        _ reader: CSVReader, file: String, kind: ImportKind? = nil, mapping: ImportMapping = ImportMapping(),
        setting: ImportSetting
    ) throws(ImportIssue) {
        self.reader = reader
        self.file = file
        self.setting = setting
        missing = Set(mapping.missing)
        clock = ImportClock(tenant: setting.zoneName, file: mapping.timeZone)
        do throws(CSVError) {
            guard try self.reader.next(into: &row) else { throw CSVError(.empty, line: 1, column: 1) }
        } catch { throw ImportIssue(error, file: file) }
        columnCount = row.count
        let name = file.split(separator: "/").last.map(String.init) ?? file
        do throws(RowFault) {
            plan = try ImportPlan(
                headers: row.texts.map(ImportParser.trimmed), file: name, kind: kind, mapping: mapping)
        } catch { throw ImportIssue(error, row: row, file: file) }
    }

    /// Reads the next row.
    ///
    /// - Returns: `nil` at the end of the file.
    /// - Throws: An issue that makes the rest of the file unreadable.
    public mutating func next() throws(ImportIssue) -> Step? {
        do throws(CSVError) {
            guard try reader.next(into: &row) else { return nil }
        } catch {
            rowNumber += 1
            guard error.fault.isLocal else { throw ImportIssue(error, file: file) }
            return .rejected(ImportIssue(error, file: file))
        }
        rowNumber += 1
        guard row.count == columnCount else {
            let fault = CSVError.Fault.fieldCount(expected: columnCount, found: row.count)
            let place = row.place(of: min(columnCount, row.count - 1))
            return .rejected(ImportIssue(CSVError(fault, line: place.line, column: place.column), file: file))
        }
        let cells = ImportCells(
            plan: plan, row: row, number: rowNumber, setting: setting, missing: missing, clock: clock)
        do throws(RowFault) {
            let (record, names) = try cells.record()
            return .row(ImportedRow(line: row.line, fingerprint: cells.fingerprint(), record: record, names: names))
        } catch { return .rejected(ImportIssue(error, row: row, file: file)) }
    }

    /// An issue of the row read last, at one of its columns.
    func issue(_ reason: ImportIssue.Reason, at column: ImportColumn) -> ImportIssue {
        ImportIssue(RowFault(reason, field: plan.source(of: column)?.field), row: row, file: file)
    }

    private static func trimmed(_ header: String) -> String {
        let text = header.drop(while: \.isWhitespace)
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...last])
    }
}

extension ImportIssue {
    init(_ error: CSVError, file: String) {
        self.init(file: file, line: error.line, column: error.column, reason: .csv(error.fault))
    }

    init(_ fault: RowFault, row: CSVRow, file: String) {
        let place = row.place(of: fault.field ?? 0)
        self.init(file: file, line: place.line, column: place.column, reason: fault.reason)
    }
}
