public import HarkCore

/// A line of comma-separated values as bytes, its fields quoted where they must be (RFC 4180) and still apart, so that
/// one may be put in or taken out before it is written.
public struct CSVLine: Hashable, Sendable {
    /// The fields, a separator after each; what ``write(to:filling:blanking:)`` reads.
    public private(set) var bytes: [UInt8] = []

    /// Ends a field; quoted fields hold no such byte.
    private static let separator: UInt8 = 0x1F
    /// Stands for a field that is known later.
    private static let gap: UInt8 = 0x1E

    init() { bytes.reserveCapacity(96) }

    /// The bytes of a line kept elsewhere.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Adds a field; `nil` is an empty one.
    mutating func add(_ field: String?) {
        if let field {
            let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            if needsQuotes { addQuoted(field) } else { bytes.append(contentsOf: field.utf8) }
        }
        bytes.append(CSVLine.separator)
    }

    /// Adds a moment as `YYYY-MM-DDTHH:MM`.
    mutating func add(_ moment: LocalDateTime?) {
        if let moment { CSVLine.append(moment, to: &bytes) }
        bytes.append(CSVLine.separator)
    }

    mutating func add(_ number: Double?) { add(number.map { CSVLine.number($0) }) }

    mutating func add(_ flag: Bool?) { add(flag.map { $0 ? "yes" : "no" }) }

    /// Adds the one field that is filled in when the line is written.
    mutating func addGap() { bytes += [CSVLine.gap, CSVLine.separator] }

    /// Adds the line to a text, with a line feed.
    ///
    /// - Parameters:
    ///   - filling: What stands in the gap.
    ///   - blanking: The fields that are left empty, counted from 0.
    public func write(to text: inout [UInt8], filling: [UInt8] = [], blanking: [Int] = []) {
        var field = 0
        for byte in bytes {
            switch byte {
            case CSVLine.separator:
                text.append(0x2C)
                field += 1
            case CSVLine.gap: text.append(contentsOf: filling)
            default: if blanking.isEmpty || !blanking.contains(field) { text.append(byte) }
            }
        }
        if field > 0 { text[text.count - 1] = 0x0A }
    }

    /// A moment as `YYYY-MM-DDTHH:MM`.
    public static func text(of moment: LocalDateTime) -> [UInt8] {
        var text: [UInt8] = []
        append(moment, to: &text)
        return text
    }

    /// A number without needless digits.
    static func number(_ value: Double) -> String { AttributeValue.number(value).text }

    private static func append(_ moment: LocalDateTime, to text: inout [UInt8]) {
        let date = moment.date
        let (year, month, day) = date.civil
        let minutes = (Int(moment.secondsSinceEpoch) - date.daysSinceEpoch * 86_400) / 60
        func two(_ number: Int) {
            text.append(0x30 + UInt8(number / 10 % 10))
            text.append(0x30 + UInt8(number % 10))
        }
        two(year / 100)
        two(year % 100)
        for (mark, number) in [(0x2D, month), (0x2D, day), (0x54, minutes / 60), (0x3A, minutes % 60)] {
            text.append(UInt8(mark))
            two(number)
        }
    }

    private mutating func addQuoted(_ field: String) {
        bytes.append(0x22)
        for byte in field.utf8 {
            bytes.append(byte)
            if byte == 0x22 { bytes.append(byte) }
        }
        bytes.append(0x22)
    }
}
