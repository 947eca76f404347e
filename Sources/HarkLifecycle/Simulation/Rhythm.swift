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
    /// The share of a day's activity before each hour, and before midnight.
    private let untilHour: [Double]

    /// Creates a rhythm from weights, which need no scale of their own: 7, 24 and 12 positive numbers.
    public init(weekdays: [Double], hours: [Double], months: [Double]) {
        precondition(weekdays.count == 7 && hours.count == 24 && months.count == 12, "7 days, 24 hours, 12 months")
        self.weekdays = Rhythm.scaled(weekdays, to: 7)
        self.hours = Rhythm.scaled(hours, to: 1)
        self.months = Rhythm.scaled(months, to: 12)
        untilHour = self.hours.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// The moment, to the minute, at which `days` of activity have passed since `start`.
    public func moment(after start: LocalDateTime, days: Double) -> LocalDateTime {
        var day = Day(start.date)
        var rest = days + activity(of: day) * share(until: start.secondOfDay)
        while rest >= activity(of: day) {
            rest -= activity(of: day)
            day.advance()
        }
        let second = second(atShare: rest / activity(of: day))
        return day.date.midnight.adding(seconds: Int64(second / 60) * 60)
    }

    /// The days of activity between two moments; negative when `end` is the earlier one.
    public func elapsed(from start: LocalDateTime, to end: LocalDateTime) -> Double {
        guard start <= end else { return -elapsed(from: end, to: start) }
        let last = end.date
        var sum = activity(of: last) * share(until: end.secondOfDay)
        sum -= activity(of: start.date) * share(until: start.secondOfDay)
        var day = Day(start.date)
        while day.date < last {
            sum += activity(of: day)
            day.advance()
        }
        return sum
    }

    /// A day's activity; 1 on average.
    func activity(of date: LocalDate) -> Double { activity(of: Day(date)) }

    private func activity(of day: Day) -> Double { weekdays[day.weekday] * months[day.month] }

    private func share(until second: Int) -> Double {
        let hour = second / 3_600
        return untilHour[hour] + (hour < 24 ? hours[hour] * Double(second % 3_600) / 3_600 : 0)
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

    /// Goes from day to day and asks the calendar once a month only.
    private struct Day {
        private(set) var date: LocalDate
        /// From 0 for Monday.
        private(set) var weekday: Int
        /// From 0 for January.
        private(set) var month: Int
        private var daysLeft: Int

        init(_ date: LocalDate) {
            self.date = date
            weekday = date.weekday.daysSinceMonday
            let (year, month, day) = date.civil
            self.month = month - 1
            daysLeft = LocalDate.days(inMonth: month, of: year) - day
        }

        mutating func advance() {
            guard daysLeft > 0 else {
                self = Day(date.adding(days: 1))
                return
            }
            date = date.adding(days: 1)
            weekday = weekday == 6 ? 0 : weekday + 1
            daysLeft -= 1
        }
    }
}
