/// A moment on the tenant's wall clock, to the second; it carries no time zone.
///
/// Everything people see and say ("Thursday at eleven") is wall-clock time. The edge of the program turns the system
/// clock into this value once, with the tenant's zone.
public struct LocalDateTime: Hashable, Sendable, Comparable, Codable {
    /// Seconds between 1970-01-01T00:00:00 and this reading of the wall clock.
    public let secondsSinceEpoch: Int64

    /// Wraps a number of seconds.
    public init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

    /// Creates a moment from a day and a time of that day.
    ///
    /// - Returns: `nil` unless hour is `0...23` and minute and second are `0...59`.
    public init?(_ date: LocalDate, hour: Int, minute: Int = 0, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.init(
            secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second))
    }

    /// The day.
    public var date: LocalDate {
        LocalDate(daysSinceEpoch: Int((Double(secondsSinceEpoch) / 86_400).rounded(.down)))
    }
    /// Seconds since the day's midnight, `0..<86400`.
    public var secondOfDay: Int { Int(secondsSinceEpoch) - date.daysSinceEpoch * 86_400 }
    /// The hour, `0...23`.
    public var hour: Int { secondOfDay / 3_600 }
    /// The minute, `0...59`.
    public var minute: Int { secondOfDay / 60 % 60 }

    /// The moment that many seconds later; earlier when negative.
    public func adding(seconds: Int64) -> LocalDateTime {
        LocalDateTime(secondsSinceEpoch: secondsSinceEpoch + seconds)
    }
    /// The moment that many minutes later; earlier when negative.
    public func adding(minutes: Int) -> LocalDateTime { adding(seconds: Int64(minutes) * 60) }
    /// The same time of day that many days later; earlier when negative.
    public func adding(days: Int) -> LocalDateTime { adding(seconds: Int64(days) * 86_400) }
    /// Seconds from `other` to this moment.
    public func seconds(since other: LocalDateTime) -> Int64 { secondsSinceEpoch - other.secondsSinceEpoch }
    /// Days from `other` to this moment, with fractions.
    public func days(since other: LocalDateTime) -> Double { Double(seconds(since: other)) / 86_400 }

    /// Orders by time.
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// The moment as `YYYY-MM-DDTHH:MM`, the form actions carry.
    public var description: String { "\(date)T\(padded(hour, to: 2)):\(padded(minute, to: 2))" }

    /// The moment as `YYYY-MM-DDTHH:MM:SS`.
    public var descriptionWithSeconds: String { "\(self):\(padded(secondOfDay % 60, to: 2))" }

    /// Reads `YYYY-MM-DD`, optionally followed by `T` or a space and `HH:MM` or `HH:MM:SS` with optional fractions
    /// (dropped) and a trailing `Z` (ignored); `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard let date = LocalDate(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        if rest.isEmpty {
            self = date.midnight
            return
        }
        guard rest.first == "T" || rest.first == " " else { return nil }
        rest = rest.dropFirst()
        if rest.last == "Z" { rest = rest.dropLast() }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.prefix(2).allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        var second = 0
        if parts.count == 3 {
            guard let whole = parts[2].split(separator: ".").first, let value = Int(whole) else { return nil }
            second = value
        }
        self.init(date, hour: hour, minute: minute, second: second)
    }
}
