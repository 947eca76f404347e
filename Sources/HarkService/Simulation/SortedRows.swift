import Foundation
import HarkLifecycle

/// Puts more rows in order than memory should hold: sorted runs go to disk and are merged in the end.
struct SortedRows {
    /// A row as it comes back.
    struct Row {
        var at: Int64
        var rank: Int64
        var line: CSVLine

        fileprivate var key: (Int64, Int64) { (at, rank) }
    }

    private struct Entry {
        var at: Int64
        var rank: Int64
        var bytes: Range<Int>
    }

    private let folder: URL
    private let name: String
    private let limit: Int
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var runs: [URL] = []
    /// How many rows have been added.
    private(set) var count = 0

    /// - Parameters:
    ///   - folder: Where runs may lie; whoever made it removes it.
    ///   - limit: How many bytes of rows are held in memory.
    init(in folder: URL, name: String, limit: Int = 8 << 20) {
        self.folder = folder
        self.name = name
        self.limit = limit
    }

    mutating func add(_ row: SimulatedRow) throws {
        if bytes.count + row.line.bytes.count > limit { try spill() }
        count += 1
        let start = bytes.count
        bytes.append(contentsOf: row.line.bytes)
        entries.append(Entry(at: row.at, rank: row.rank, bytes: start..<bytes.count))
    }

    /// Gives every row in the order of moment, rank and coming, and forgets them.
    mutating func drain(_ body: (Row) throws -> Void) throws {
        try spill()
        var readers: [RunReader] = []
        for run in runs { readers.append(try RunReader(run)) }
        var heads: [Row?] = []
        for reader in readers { heads.append(try reader.next()) }
        while let first = SortedRows.earliest(heads), let row = heads[first] {
            try body(row)
            heads[first] = try readers[first].next()
        }
        for run in runs { try FileManager.default.removeItem(at: run) }
        runs = []
    }

    /// Runs are few, so looking at all is faster than keeping a heap. The first of equals wins: earlier runs hold earlier
    /// rows.
    private static func earliest(_ heads: [Row?]) -> Int? {
        var best: Int?
        var key: (Int64, Int64) = (.max, .max)
        for (index, head) in heads.enumerated() {
            if let head, best == nil || head.key < key { (best, key) = (index, head.key) }
        }
        return best
    }

    private mutating func spill() throws {
        guard !entries.isEmpty else { return }
        entries.sort { ($0.at, $0.rank, $0.bytes.lowerBound) < ($1.at, $1.rank, $1.bytes.lowerBound) }
        let run = folder.appendingPathComponent("\(name).\(runs.count)")
        var file = try RowFile(run)
        for entry in entries {
            file.append(entry.at)
            file.append(entry.rank)
            file.append(Int64(entry.bytes.count))
            try file.append(bytes[entry.bytes])
        }
        try file.close()
        runs.append(run)
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }
}

/// Reads a run of sorted rows from its beginning to its end.
private final class RunReader {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var place = 0

    init(_ run: URL) throws { handle = try FileHandle(forReadingFrom: run) }

    func next() throws -> SortedRows.Row? {
        guard try has(24) else { return nil }
        let (at, rank, count) = (number(), number(), Int(number()))
        guard try has(count) else { return nil }
        let line = CSVLine(bytes: Array(buffer[place..<place + count]))
        place += count
        return SortedRows.Row(at: at, rank: rank, line: line)
    }

    private func number() -> Int64 {
        var number: UInt64 = 0
        for offset in (0..<8).reversed() { number = number << 8 | UInt64(buffer[place + offset]) }
        place += 8
        return Int64(bitPattern: number)
    }

    /// Whether that many bytes are at hand, or could be read.
    private func has(_ count: Int) throws -> Bool {
        if buffer.count - place >= count { return true }
        buffer.removeFirst(place)
        place = 0
        while buffer.count < count {
            guard let more = try handle.read(upToCount: 64 << 10), !more.isEmpty else { return false }
            buffer.append(contentsOf: more)
        }
        return true
    }
}
