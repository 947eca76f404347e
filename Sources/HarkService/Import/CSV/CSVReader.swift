internal import Foundation

/// Reads CSV (RFC 4180) row by row from a file or from bytes, in constant memory.
///
/// Fields may stand in quotes and then hold delimiters, newlines and doubled quotes. Lines end with CRLF, LF or CR;
/// blank lines are skipped; a UTF-8 byte-order mark is skipped; the delimiter is taken from the first line. Text that
/// is not UTF-8 is refused rather than guessed at.
public struct CSVReader {
    /// The most bytes a field may have.
    public static let fieldLimit = 1 << 20

    /// The byte between fields: comma, semicolon, tab or bar.
    public private(set) var delimiter = UInt8(ascii: ",")

    private let file: FileHandle?
    private let chunkSize: Int
    private var chunk: [UInt8]
    private var position = 0
    private var bytesBefore = 0
    private var line = 1
    private var lineStart = 0

    /// Reads bytes that are in memory.
    ///
    /// - Throws: ``CSVError/Fault/utf16``.
    public init(bytes: [UInt8]) throws(CSVError) {
        (file, chunkSize, chunk) = (nil, 0, bytes)
        try begin()
    }

    /// Reads an open file in parts of `chunkSize` bytes; whoever opened it closes it.
    ///
    /// - Throws: ``CSVError/Fault/utf16``, ``CSVError/Fault/unreadable(_:)``.
    init(file: FileHandle, chunkSize: Int = 1 << 16) throws(CSVError) {
        (self.file, self.chunkSize, chunk) = (file, chunkSize, [])
        while !chunk.contains(UInt8(ascii: "\n")), chunk.count < CSVReader.fieldLimit, try refill(keeping: true) {}
        try begin()
    }

    /// How many bytes have been read.
    public var bytesRead: Int { bytesBefore + position }

    /// Reads the next row that is not blank.
    ///
    /// - Returns: `false` at the end of the text.
    /// - Throws: ``CSVError``; after a local fault (see ``CSVError/Fault/isLocal``) the next call reads the next line.
    public mutating func next(into row: inout CSVRow) throws(CSVError) -> Bool {
        repeat {
            row.clear()
            guard try peek() != nil else { return false }
            while try readField(into: &row) {}
        } while row.isBlank
        try row.validate()
        return true
    }

    // MARK: Fields

    /// Reads one field and what ends it; `true` when another field follows.
    private mutating func readField(into row: inout CSVRow) throws(CSVError) -> Bool {
        let start = (line: line, column: column)
        let quoted = try peek() == UInt8(ascii: "\"")
        row.open(line: start.line, column: start.column, quoted: quoted)
        if quoted {
            position += 1
            try copyQuoted(into: &row, from: start)
        } else {
            try copyRun(into: &row) { [delimiter] in $0 == delimiter || CSVReader.isSpecial($0) }
        }
        row.close()
        guard let byte = try peek() else { return false }
        if byte == delimiter {
            position += 1
            return true
        }
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
            throw try failure(byte == 0 ? .nulByte : quoted ? .textAfterQuote : .strayQuote)
        }
        _ = try endLine()
        return false
    }

    private mutating func copyQuoted(into row: inout CSVRow, from start: (line: Int, column: Int)) throws(CSVError) {
        while true {
            try copyRun(into: &row, until: CSVReader.isSpecial)
            switch try peek() {
            case UInt8(ascii: "\""):
                position += 1
                guard try peek() == UInt8(ascii: "\"") else { return }
                row.append([UInt8(ascii: "\"")], isASCII: true)
                position += 1
            case 0: throw try failure(.nulByte)
            case nil: throw CSVError(.unclosedQuote, line: start.line, column: start.column)
            default: row.append(try endLine(), isASCII: true)
            }
        }
    }

    /// Copies bytes up to one that matters, over the borders of chunks.
    private mutating func copyRun(into row: inout CSVRow, until matters: (UInt8) -> Bool) throws(CSVError) {
        while try peek() != nil {
            let start = position
            var highest: UInt8 = 0
            while position < chunk.count, !matters(chunk[position]) {
                highest |= chunk[position]
                position += 1
            }
            row.append(chunk[start..<position], isASCII: highest < 0x80)
            if row.openSize > CSVReader.fieldLimit { throw CSVError(.fieldTooLong, line: row.line, column: 1) }
            if position < chunk.count { return }
        }
    }

    /// Steps over CRLF, LF or CR and gives the bytes it was.
    private mutating func endLine() throws(CSVError) -> ArraySlice<UInt8> {
        var newline: ArraySlice<UInt8> = chunk[position...position]
        position += 1
        if newline.first == UInt8(ascii: "\r"), try peek() == UInt8(ascii: "\n") {
            newline = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
            position += 1
        }
        line += 1
        lineStart = bytesRead
        return newline
    }

    /// The fault here; one that hurts only this row leaves the reader at the next line.
    private mutating func failure(_ fault: CSVError.Fault) throws(CSVError) -> CSVError {
        let error = CSVError(fault, line: line, column: column)
        guard fault.isLocal else { return error }
        while let byte = try peek() {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                _ = try endLine()
                break
            }
            position += 1
        }
        return error
    }

    /// Whether a byte is never plain: the quote, the ends of lines, zero.
    private static func isSpecial(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == 0 }

    // MARK: Input

    private var column: Int { bytesRead - lineStart + 1 }

    private mutating func peek() throws(CSVError) -> UInt8? {
        if position == chunk.count, try !refill(keeping: false) { return nil }
        return chunk[position]
    }

    private mutating func refill(keeping: Bool) throws(CSVError) -> Bool {
        guard let file else { return false }
        do {
            guard let data = try file.read(upToCount: chunkSize), !data.isEmpty else { return false }
            if keeping {
                chunk += data
            } else {
                bytesBefore += chunk.count
                (chunk, position) = ([UInt8](data), 0)
            }
            return true
        } catch { throw CSVError(.unreadable(error.localizedDescription), line: line, column: column) }
    }

    /// Steps over a byte-order mark and finds the delimiter.
    private mutating func begin() throws(CSVError) {
        if chunk.starts(with: [0xFF, 0xFE]) || chunk.starts(with: [0xFE, 0xFF]) {
            throw CSVError(.utf16, line: 1, column: 1)
        }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        lineStart = position
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in chunk[position...] {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if ",;\t|".utf8.contains(byte) { counts[byte, default: 0] += 1 }
        }
        delimiter = Array(",;\t|".utf8).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? delimiter
    }
}
