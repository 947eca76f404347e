import HarkCore
import HarkScreen

extension LocalDateTime {
    /// How long ago it was, or how far ahead it lies, in at most four characters: `4h`, `2d`, `3w`, `5mo`, `+2d`.
    func age(at now: LocalDateTime) -> String {
        let seconds = now.seconds(since: self)
        guard seconds >= 0 else { return "+" + now.age(at: self) }
        return switch seconds / 60 {
        case ..<1: "now"
        case let minutes where minutes < 60: "\(minutes)m"
        case let minutes where minutes < 48 * 60: "\(minutes / 60)h"
        case let minutes where minutes < 14 * 1440: "\(minutes / 1440)d"
        case let minutes where minutes < 60 * 1440: "\(minutes / 10080)w"
        case let minutes where minutes < 730 * 1440: "\(minutes / 43800)mo"
        case let minutes where minutes < 365 * 99 * 1440: "\(minutes / 525_600)y"
        default: "ages"
        }
    }

    /// How long ago it was, in words: `4 hours`.
    func ageInWords(at now: LocalDateTime) -> String {
        let age = age(at: now)
        let units = [
            ("mo", "month"), ("m", "minute"), ("h", "hour"), ("d", "day"), ("w", "week"), ("y", "year"),
        ]
        guard let unit = units.first(where: { age.hasSuffix($0.0) }), let count = Int(age.dropLast(unit.0.count)) else {
            return age
        }
        return "\(count) \(unit.1)\(count == 1 ? "" : "s")"
    }

    /// Day, month and time: `14 May 09:00`.
    var dayAndTime: String { "\(date.dayAndMonth) \(clock)" }

    /// Hour and minute: `09:00`.
    var clock: String { String(description.suffix(5)) }
}

extension LocalDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Day and month: ` 4 May`.
    var dayAndMonth: String { "\(day)".leftPadded(to: 2) + " " + LocalDate.months[month - 1] }

    /// Day, month and year: ` 4 May 2026`.
    var inFull: String { "\(dayAndMonth) \(year)" }
}

extension String {
    /// The text with spaces in front, at least `width` characters.
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }

    /// The text with a capital first letter and spaces for dashes and underscores.
    var capitalised: String {
        let words = String(map { $0 == "_" || $0 == "-" ? " " : $0 })
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension Double {
    /// A number from 0 to 100 without decimals.
    var score: String { isFinite ? "\(Int(Swift.min(100, Swift.max(0, self)).rounded()))" : "?" }

    /// A lead's score in at most two digits: none is certain, so none is shown as 100.
    var leadScore: String { Swift.min(99, self).score }

    /// Two decimals with a sign, without help from a locale: `-0.42`.
    var signedHundredths: String {
        guard isFinite, magnitude < 1e6 else { return "?" }
        let hundredths = Int((magnitude * 100).rounded())
        let rest = "\(hundredths % 100)"
        return (self < 0 ? "-" : "+") + "\(hundredths / 100)." + (rest.count < 2 ? "0" : "") + rest
    }
}

extension Priority {
    /// What cells of this priority mean.
    var role: Role {
        switch self {
        case .high: .high
        case .medium: .medium
        case .low: .low
        }
    }
}
