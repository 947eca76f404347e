import Foundation

/// A file that is written from its beginning to its end, in large parts.
struct RowFile {
    private let handle: FileHandle
    private(set) var pending: [UInt8] = []

    /// How many bytes are written at once.
    private static let part = 256 << 10

    init(_ place: URL) throws {
        try Data().write(to: place)
        handle = try FileHandle(forWritingTo: place)
        pending.reserveCapacity(RowFile.part + 4_096)
    }

    /// Adds what a function writes.
    mutating func write(_ body: (inout [UInt8]) -> Void) throws {
        body(&pending)
        if pending.count >= RowFile.part { try flush() }
    }

    mutating func append(_ bytes: some Collection<UInt8>) throws { try write { $0.append(contentsOf: bytes) } }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { pending.append(contentsOf: $0) }
    }

    mutating func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(pending))
        pending.removeAll(keepingCapacity: true)
    }
}
