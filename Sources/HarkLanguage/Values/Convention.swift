public import HarkCore

/// How dates and times are read where people differ.
///
/// This is the one place where the profiles' differences stand; on Tuesday 3 March 2026, 09:30:
///
/// | what | hark | duckling | recognizers |
/// | --- | --- | --- | --- |
/// | morning, afternoon, evening, night | 8–12, 12–17, 17–21, 18–24 | 0–12, 12–19, 18–24, 18–24 | 8–12, 12–16, 16–20, 20–24 |
/// | `tomorrow at 3` | 15:00, as 1 to 7 are afternoon | 03:00, the first 3 o'clock | 03:00, as said |
/// | `at 9` | tomorrow 09:00 | today 21:00, the next 9 o'clock | tomorrow 09:00 |
/// | `this weekend` | Saturday and Sunday | Friday 18:00 to Monday | Saturday and Sunday |
/// | `tuesday`, said on one | in a week | in a week | today |
/// | `last 2 weeks` | two weeks up to today, today included | the two calendar weeks before this one | two weeks before today |
/// | `in 3 days` | the day | the hour three days on | the day |
/// | `in 2 years` | the day | the month | the day |
/// | `end of the month` | its last day | from the 21st | its second half |
/// | `10:30-11:45` | until 11:45 | until 11:46, the last minute included | until 11:45 |
/// | `4 to 22 May` | both included | both included | until the 22nd |
/// | `by friday` | that day | from now until it is over | until it is over |
/// | `friday after next` | of the week after next | the second to come | of the week after next |
/// | `first week of october` | with its first Thursday | with its first Monday | with its first Thursday |
/// | `4pm for an hour`, `from 2pm`, `at lunch` | an hour, a moment, nothing | ranges | ranges |
/// | `03/04` | the tenant's order | month first | month first |
///
/// Alike in all three: weeks start on Monday; `next week` and `last week` are calendar weeks; `next friday` is the
/// Friday of next week; a date or month without a year is the next one, or the last one after "since".
public struct Convention: Hashable, Sendable {
    /// The hours of the parts of a day, `0...24`, from and until.
    public var morning: ClosedRange<Int>
    public var afternoon: ClosedRange<Int>
    public var evening: ClosedRange<Int>
    public var night: ClosedRange<Int>
    /// How `03/04` is read; `nil` leaves it to the tenant's setting.
    public var dateOrder: Tenant.DateOrder?
    /// What an hour without am or pm is.
    public var hours: HourRule
    /// The hour of Friday at which the weekend starts; `nil` starts it with Saturday.
    public var weekendStartsOnFridayAt: Int?
    /// Whether a weekday said on that day is today.
    public var weekdayMayBeToday: Bool
    /// Which units "the last two weeks" counts.
    public var counting: Counting
    /// Whether "in 3 days" keeps the hour and "in 2 years" means a month.
    public var shiftsKeepFinerGrain: Bool
    /// What the start or end of a period is.
    public var edges: Edges
    /// Whether the last minute or hour of a range of clock times belongs to it.
    public var clockRangesAreClosed: Bool
    /// What "by Friday" is.
    public var deadlines: Deadlines
    /// Whether things said beside a time shape it: meals are parts of the day, "from 2pm" leaves the end open, "4pm
    /// for an hour" is a range, a month or weekday without a cue counts; and "since 2pm" may lie ahead.
    public var readsFreely: Bool
    /// Whether a week belongs to the month of its Monday; else of its Thursday, as in ISO 8601.
    public var weeksBelongByMonday: Bool

    /// What "by Friday" is.
    public enum Deadlines: Hashable, Sendable {
        /// That day or moment.
        case moment
        /// From now until then.
        case fromNow
        /// Any time until then.
        case open
    }

    /// What an hour without am or pm is.
    public enum HourRule: Hashable, Sendable {
        /// These hours are in the afternoon, all others in the morning.
        case afternoon(ClosedRange<Int>)
        /// The next such hour, in the morning or the afternoon.
        case next
        /// The hour of the day of that number.
        case asSaid
    }

    /// Which units "the last two weeks" counts.
    public enum Counting: Hashable, Sendable {
        /// That long up to today, or from today on; today belongs to it.
        case throughToday
        /// Whole units of the calendar; the one that holds today is left out.
        case wholeUnits
        /// That long before or after today, which is left out.
        case besideToday
    }

    /// What the start or end of a period is.
    public enum Edges: Hashable, Sendable { case day, third, half }

    /// The reading of a working day.
    public static let hark = Convention(
        morning: 8...12, afternoon: 12...17, evening: 17...21, night: 18...24, dateOrder: nil,
        hours: .afternoon(1...7), weekendStartsOnFridayAt: nil, weekdayMayBeToday: false, counting: .throughToday,
        shiftsKeepFinerGrain: false, edges: .day, clockRangesAreClosed: false, deadlines: .moment, readsFreely: false,
        weeksBelongByMonday: false)
    /// The reading of Duckling.
    public static let duckling = Convention(
        morning: 0...12, afternoon: 12...19, evening: 18...24, night: 18...24, dateOrder: .monthFirst, hours: .next,
        weekendStartsOnFridayAt: 18, weekdayMayBeToday: false, counting: .wholeUnits, shiftsKeepFinerGrain: true,
        edges: .third, clockRangesAreClosed: true, deadlines: .fromNow, readsFreely: true, weeksBelongByMonday: true)
    /// The reading of Recognizers-Text.
    public static let recognizers = Convention(
        morning: 8...12, afternoon: 12...16, evening: 16...20, night: 20...24, dateOrder: .monthFirst, hours: .asSaid,
        weekendStartsOnFridayAt: nil, weekdayMayBeToday: true, counting: .besideToday, shiftsKeepFinerGrain: false,
        edges: .half, clockRangesAreClosed: false, deadlines: .open, readsFreely: true, weeksBelongByMonday: false)
}
