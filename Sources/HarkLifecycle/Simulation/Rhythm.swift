public import HarkCore

/// How busy the hours of a week and the months of a year are.
///
/// A gap is drawn in days of even activity and then stretched over the calendar: it passes quickly on a busy Tuesday
/// morning and hardly at all at night. So the gaps keep the distribution asked for when measured with
/// ``elapsed(from:to:)``, while the moments follow the week, the year and business hours.
public struct Rhythm: Hashable, Sendable {
    /// The activity of Monday to Sunday; the mean of a week is 1.
    public let weekdays: [Double]
    /// The share of a day's activity in each of its 24 hours; sums to 1.
    public let hours: [Double]
    /// The activity of January to December.
    public let months: [Double]

    /// Creates a rhythm from weights, which need no scale of their own: 7, 24 and 12 positive numbers.
    public init(weekdays: [Double], hours: [Double], months: [Double]) {
        precondition(weekdays.count == 7 && hours.count == 24 && months.count == 12, "7 days, 24 hours, 12 months")
        self.weekdays = Rhythm.scaled(weekdays, to: 7)
        self.hours = Rhythm.scaled(hours, to: 1)
        self.months = Rhythm.scaled(months, to: 12)
    }

    /// Offices: Monday to Friday from eight to six, quiet in July, August and at the end of December.
    public static let business = Rhythm(
        weekdays: [1.05, 1.2, 1.15, 1.1, 0.8, 0.05, 0.04],
        hours: [
            0.002, 0.001, 0.001, 0.001, 0.001, 0.005, 0.03, 0.2, 0.7, 1.2, 1.3, 1.1, 0.6, 1, 1.2, 1.1, 0.8, 0.4, 0.12,
            0.08, 0.06, 0.04, 0.02, 0.005,
        ],
        months: [1.05, 1.1, 1.15, 1.05, 1.0, 0.95, 0.65, 0.7, 1.2, 1.2, 1.15, 0.8])

    /// The moment, to the minute, at which `days` of activity have passed since `start`.
    public func moment(after start: LocalDateTime, days: Double) -> LocalDateTime {
        var rest = days
        var date = start.date
        rest += activity(of: date) * share(until: start.secondOfDay)
        while rest >= activity(of: date) {
            rest -= activity(of: date)
            date = date.adding(days: 1)
        }
        let second = second(atShare: rest / activity(of: date))
        return date.midnight.adding(seconds: Int64(second / 60) * 60)
    }

    /// The days of activity between two moments; negative when `end` is the earlier one.
    public func elapsed(from start: LocalDateTime, to end: LocalDateTime) -> Double {
        guard start <= end else { return -elapsed(from: end, to: start) }
        var sum = activity(of: end.date) * share(until: end.secondOfDay)
        sum -= activity(of: start.date) * share(until: start.secondOfDay)
        var date = start.date
        while date < end.date {
            sum += activity(of: date)
            date = date.adding(days: 1)
        }
        return sum
    }

    /// A day's activity; 1 on average.
    func activity(of date: LocalDate) -> Double {
        weekdays[date.weekday.daysSinceMonday] * months[date.month - 1]
    }

    private func share(until second: Int) -> Double {
        let hour = second / 3_600
        let whole = hours[..<hour].reduce(0, +)
        return whole + (hour < 24 ? hours[hour] * Double(second % 3_600) / 3_600 : 0)
    }

    private func second(atShare share: Double) -> Int {
        var rest = share
        for (hour, weight) in hours.enumerated() {
            if rest < weight { return hour * 3_600 + Int(rest / weight * 3_600) }
            rest -= weight
        }
        return 86_399
    }

    private static func scaled(_ weights: [Double], to total: Double) -> [Double] {
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum * total }
    }
}
