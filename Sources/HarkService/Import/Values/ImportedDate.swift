internal import HarkCore

/// A day or moment as a file states it; ``ImportClock`` turns it into the tenant's.
struct ImportedDate: Hashable, Sendable {
    /// The reading of the clock where it was written down; midnight where only a day is given.
    let written: LocalDateTime
    let clock: Clock

    /// What is known of the clock that was read.
    enum Clock: Hashable, Sendable {
        /// A day without a time, the same everywhere.
        case none
        /// Some wall clock; which one, the text does not say.
        case local
        /// One that many seconds ahead of universal time.
        case ahead(seconds: Int)
    }

    /// Why a text is no date.
    enum Failure: Error, Hashable, Sendable {
        case unreadable
        /// Day or month first: nothing says which.
        case ambiguous
    }

    /// Reads `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYY.MM.DD`, `DD.MM.YYYY`, and, where `order` says which comes first,
    /// `03/04/2026` or `03-04-2026`; optionally followed by a time of day with AM or PM, fractions and a zone.
    ///
    /// A zone is `Z`, `UTC`, `GMT`, or an offset such as `+02:00`, `+0200` or `+2`, at most 14 hours.
    init(_ text: some StringProtocol, order: Tenant.DateOrder?) throws(Failure) {
        var scanner = DigitScanner(text.utf8)
        guard let first = scanner.number(), let separator = scanner.take(anyOf: "-/."), let second = scanner.number(),
            scanner.take(anyOf: String(Character(Unicode.Scalar(separator)))) != nil, let third = scanner.number()
        else { throw .unreadable }
        guard let date = try ImportedDate.day(first, second, third, separator: separator, order: order) else {
            throw .unreadable
        }
        guard !scanner.isAtEnd else {
            (written, clock) = (date.midnight, .none)
            return
        }
        guard scanner.take(anyOf: "Tt ,") != nil, let time = ImportedDate.timeOfDay(&scanner, on: date),
            let zone = ImportedDate.zone(&scanner), scanner.isAtEnd
        else { throw .unreadable }
        (written, clock) = (time, zone)
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
        guard let shift = halfDay(&scanner, hour: hour.value) else { return nil }
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

    private static func zone(_ scanner: inout DigitScanner) -> Clock? {
        while scanner.take(anyOf: " ") != nil {}
        if scanner.isAtEnd { return .local }
        if scanner.take(anyOf: "Zz") != nil || scanner.take(word: "UTC") || scanner.take(word: "GMT") {
            guard !scanner.isAtEnd else { return .ahead(seconds: 0) }
        }
        guard let sign = scanner.take(anyOf: "+-"), let first = scanner.number() else { return nil }
        var (hours, minutes) = (first.value, 0)
        if first.digits > 2 {
            (hours, minutes) = (first.value / 100, first.value % 100)
        } else if scanner.take(anyOf: ":") != nil {
            guard let second = scanner.number(), second.digits == 2 else { return nil }
            minutes = second.value
        }
        guard first.digits <= 4, minutes < 60, hours * 60 + minutes <= 14 * 60 else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return .ahead(seconds: sign == UInt8(ascii: "-") ? -seconds : seconds)
    }
}
