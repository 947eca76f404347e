import Foundation
import HarkCore
public import HarkLifecycle

/// Writes a simulated tenant into a folder, whatever its size: accounts are turned into rows as they come, and what must
/// be in order of time is sorted on disk.
public struct SimulationFolder {
    private let settings: SimulationSettings
    private let mess: SimulatedMess
    private let workshop: URL
    private var files: [SimulatedFile: RowFile] = [:]
    private var sorted: [SimulatedFile: SortedRows] = [:]
    private var leads: SortedRows
    private var counts: [SimulatedFile: Int] = [:]
    private var rowsDone = 0

    /// How far it is.
    public struct Progress: Hashable, Sendable {
        /// `0...1`.
        public var share: Double
        public var rows: Int
    }

    /// Simulates a tenant and writes its files; those of the same names are replaced, all at once and at the end.
    ///
    /// - Parameters:
    ///   - path: The folder; it is made when needed.
    ///   - progress: Told how far it is, every few hundred accounts.
    /// - Returns: How many rows each file has, by file.
    /// - Throws: ``ServiceError/storage(_:)`` where the folder cannot be written to.
    @discardableResult
    public static func write(
        _ settings: SimulationSettings, to path: String, progress: (Progress) -> Void = { _ in }
    ) throws(ServiceError) -> [SimulatedFile: Int] {
        do {
            let folder = URL(fileURLWithPath: path, isDirectory: true)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let workshop = folder.appendingPathComponent(".hark-\(ProcessInfo.processInfo.processIdentifier)")
            try FileManager.default.createDirectory(at: workshop, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: workshop) }
            var writer = try SimulationFolder(settings, in: workshop)
            try writer.run(progress)
            for file in SimulatedFile.allCases {
                let place = folder.appendingPathComponent(file.name)
                if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
                try FileManager.default.moveItem(at: workshop.appendingPathComponent(file.name), to: place)
            }
            return writer.counts
        } catch {
            throw .storage("\(path) cannot be written: check the folder, the room left, and who may write there.")
        }
    }

    private init(_ settings: SimulationSettings, in workshop: URL) throws {
        self.settings = settings
        self.workshop = workshop
        mess = SimulatedMess(settings)
        leads = SortedRows(in: workshop, name: "leads")
        for file in SimulatedFile.allCases {
            var table = try RowFile(workshop.appendingPathComponent(file.name))
            try table.append((file.columns.joined(separator: ",") + "\n").utf8)
            files[file] = table
            if file.isByTime { sorted[file] = SortedRows(in: workshop, name: file.rawValue) }
        }
    }

    private mutating func run(_ progress: (Progress) -> Void) throws {
        var simulation = Simulation(settings)
        let rows = SimulatedRows(users: simulation.users)
        for user in simulation.users { try take(rows.row(of: user)) }
        var companies = mess
        var accounts = 0
        while var account = simulation.next() {
            companies.spoil(&account.company)
            for row in rows.rows(of: account) { try take(row) }
            accounts += 1
            // Making the accounts takes most of the time, putting rows in order the rest.
            if accounts.isMultiple(of: 256) { progress(Progress(share: 0.85 * simulation.share, rows: rowsDone)) }
        }
        while let task = simulation.nextTask() { try take(rows.row(of: task)) }
        try writeLeads(accounts)
        try writeEvents(accounts, progress)
        try writeRest()
        for file in files.keys { try files[file]?.close() }
        progress(Progress(share: 1, rows: rowsDone))
    }

    private mutating func take(_ row: SimulatedRow) throws {
        rowsDone += 1
        if row.file == .leads {
            try leads.add(row)
        } else if row.file.isByTime {
            try sorted[row.file]?.add(row)
        } else {
            try write(row.line, to: row.file)
        }
    }

    private mutating func write(
        _ line: CSVLine, to file: SimulatedFile, filling: [UInt8] = [], blanking: [Int] = []
    ) throws {
        counts[file, default: 0] += 1
        try files[file]?.write { line.write(to: &$0, filling: filling, blanking: blanking) }
    }

    /// Leads wait until all companies are there, as what they lack is drawn after what companies lack.
    private mutating func writeLeads(_ companies: Int) throws {
        var missing = mess.leads(afterCompanies: companies)
        var waiting = leads
        try waiting.drain { try write($0.line, to: .leads, blanking: missing.missing()) }
    }

    private mutating func writeEvents(_ companies: Int, _ progress: (Progress) -> Void) throws {
        guard var waiting = sorted.removeValue(forKey: .events) else { return }
        var events: SimulatedMess.Events<WaitingEvent> = mess.events(
            afterCompanies: companies, leads: counts[.leads] ?? 0)
        let total = max(waiting.count, 1)
        var done = 0
        try waiting.drain { row in
            done += 1
            if done.isMultiple(of: 65_536) {
                progress(Progress(share: 0.85 + 0.15 * Double(done) / Double(total), rows: rowsDone))
            }
            let event = WaitingEvent(at: LocalDateTime(secondsSinceEpoch: row.at), line: row.line)
            try events.take(event) { try write($0) }
        }
        try events.finish { try write($0) }
    }

    private mutating func write(_ event: WaitingEvent) throws {
        try write(event.line, to: .events, filling: CSVLine.text(of: event.at))
    }

    private mutating func writeRest() throws {
        for file in SimulatedFile.allCases {
            guard var waiting = sorted.removeValue(forKey: file) else { continue }
            try waiting.drain { try write($0.line, to: file, filling: Array("\((counts[file] ?? 0) + 1)".utf8)) }
        }
    }

    /// An event whose time may still change.
    private struct WaitingEvent: Dated {
        var at: LocalDateTime
        var line: CSVLine
    }
}
