internal import HarkCore

/// Reads the dates of files.
enum ImportedDate {
    /// Why a text is no date.
    enum Failure: Error, Hashable, Sendable {
        case unreadable
        /// Day or month first: nothing says which.
        case ambiguous
    }

    /// Reads `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYY.MM.DD`, `DD.MM.YYYY`, and, where `order` says which comes first,
    /// `03/04/2026` or `03-04-2026`; optionally followed by a time of day with AM or PM, fractions and a zone.
    ///
    /// Times are wall-clock times as written: a zone is read over.
    static func read(_ text: some StringProtocol, order: Tenant.DateOrder?) throws(Failure) -> LocalDateTime {
        var scanner = DigitScanner(text.utf8)
        guard let first = scanner.number(), let separator = scanner.take(anyOf: "-/."), let second = scanner.number(),
            scanner.take(anyOf: String(Character(Unicode.Scalar(separator)))) != nil, let third = scanner.number()
        else { throw .unreadable }
        guard let date = try day(first, second, third, separator: separator, order: order) else { throw .unreadable }
        if scanner.isAtEnd { return date.midnight }
        guard scanner.take(anyOf: "T ,") != nil, let time = timeOfDay(&scanner, on: date) else { throw .unreadable }
        return time
    }

    private typealias Digits = DigitScanner.Number

    private static func day(
        _ first: Digits, _ second: Digits, _ third: Digits, separator: UInt8, order: Tenant.DateOrder?
    ) throws(Failure) -> LocalDate? {
        if first.digits == 4, second.digits <= 2, third.digits <= 2 {
            return LocalDate(year: first.value, month: second.value, day: third.value)
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 else { return nil }
        let resolved = separator == UInt8(ascii: ".") ? .dayFirst : order
        switch resolved {
        case .dayFirst: return LocalDate(year: third.value, month: second.value, day: first.value)
        case .monthFirst: return LocalDate(year: third.value, month: first.value, day: second.value)
        case nil: throw .ambiguous
        }
    }

    private static func timeOfDay(_ scanner: inout DigitScanner, on date: LocalDate) -> LocalDateTime? {
        while scanner.take(anyOf: " ") != nil {}
        guard let hour = scanner.number(), scanner.take(anyOf: ":") != nil, let minute = scanner.number() else {
            return nil
        }
        var second = 0
        if scanner.take(anyOf: ":") != nil {
            guard let number = scanner.number() else { return nil }
            second = number.value
            if scanner.take(anyOf: ".,") != nil { guard scanner.number() != nil else { return nil } }
        }
        guard let shift = halfDay(&scanner, hour: hour.value), skipZone(&scanner), scanner.isAtEnd else { return nil }
        return LocalDateTime(date, hour: hour.value + shift, minute: minute.value, second: second)
    }

    /// The hours AM or PM adds; `nil` where the hour is none of a half day.
    private static func halfDay(_ scanner: inout DigitScanner, hour: Int) -> Int? {
        while scanner.take(anyOf: " ") != nil {}
        guard let half = scanner.take(anyOf: "AaPp") else { return 0 }
        guard scanner.take(anyOf: "Mm") != nil, (1...12).contains(hour) else { return nil }
        let isAfternoon = half == UInt8(ascii: "P") || half == UInt8(ascii: "p")
        return isAfternoon ? (hour == 12 ? 0 : 12) : (hour == 12 ? -12 : 0)
    }

    private static func skipZone(_ scanner: inout DigitScanner) -> Bool {
        if scanner.take(anyOf: "Z") != nil { return true }
        guard scanner.take(anyOf: "+-") != nil else { return true }
        guard scanner.number() != nil else { return false }
        return scanner.take(anyOf: ":") == nil || scanner.number() != nil
    }
}

/// Steps through bytes by digits and single marks.
private struct DigitScanner {
    typealias Number = (value: Int, digits: Int)

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { position == bytes.count }

    /// At most nine digits; `nil` where there is none.
    mutating func number() -> Number? {
        var found: Number = (0, 0)
        while position < bytes.count, (0x30...0x39).contains(bytes[position]), found.digits < 9 {
            found = (found.value * 10 + Int(bytes[position] - 0x30), found.digits + 1)
            position += 1
        }
        return found.digits > 0 ? found : nil
    }

    mutating func take(anyOf marks: String) -> UInt8? {
        guard position < bytes.count, marks.utf8.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return bytes[position]
    }
}
