/// One row of a CSV text: its fields without quotes, kept in one buffer that is used again for the next row.
public struct CSVRow: Sendable {
    /// The fields one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each field ends in ``bytes``.
    private var ends: [Int] = []
    /// Line and byte column at which each field begins in the text.
    private var places: [(line: Int, column: Int)] = []
    private var hasQuotes = false
    private var isASCII = true

    /// Creates a row to read into.
    public init() {}

    /// The number of fields.
    public var count: Int { ends.count }

    /// Whether the row is a blank line.
    var isBlank: Bool { count == 1 && bytes.isEmpty && !hasQuotes }

    /// The line on which the row begins, from 1.
    public var line: Int { places.first?.line ?? 1 }

    /// Line and byte column at which a field begins in the text, both from 1.
    public func place(of field: Int) -> (line: Int, column: Int) { places[field] }

    /// The field as it stands in the file.
    public func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

    /// The bytes of the field.
    public func bytes(of field: Int) -> ArraySlice<UInt8> { bytes[range(field)] }

    /// Every field as text.
    public var texts: [String] { (0..<count).map(text) }

    private func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }

    /// The size of the field that is being read, in bytes.
    var openSize: Int { bytes.count - (ends.last ?? 0) }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        hasQuotes = false
        isASCII = true
    }

    mutating func open(line: Int, column: Int, quoted: Bool) {
        places.append((line, column))
        if quoted { hasQuotes = true }
    }

    mutating func close() { ends.append(bytes.count) }

    mutating func append(_ run: ArraySlice<UInt8>, isASCII: Bool) {
        bytes.append(contentsOf: run)
        if !isASCII { self.isASCII = false }
    }

    /// Checks the encoding of the row just read.
    ///
    /// - Throws: ``CSVError/Fault/notUTF8`` at the first wrong byte.
    func validate() throws(CSVError) {
        guard !isASCII else { return }
        for field in 0..<count {
            guard let offset = CSVRow.invalidOffset(in: bytes[range(field)]) else { continue }
            let place = place(of: field, offset: offset)
            throw CSVError(.notUTF8, line: place.line, column: place.column)
        }
    }

    private static func invalidOffset(in field: ArraySlice<UInt8>) -> Int? {
        do {
            _ = try UTF8Span(validating: field.span)
            return nil
        } catch { return error.byteOffsets.lowerBound }
    }

    /// Where a byte of a field stands in the text: quotes inside were doubled, newlines inside began new lines.
    private func place(of field: Int, offset: Int) -> (line: Int, column: Int) {
        var (line, column) = places[field]
        if hasQuotes { column += 1 }
        for byte in bytes[range(field)].prefix(offset) {
            switch byte {
            case UInt8(ascii: "\n"): (line, column) = (line + 1, 1)
            case UInt8(ascii: "\""): column += 2
            default: column += 1
            }
        }
        return (line, column)
    }
}
