import HarkCore

/// A span of the calendar or the clock.
enum TimeUnit: String, Hashable, Sendable, CaseIterable { case minute, hour, day, week, month, quarter, year }

/// A day or a run of days as said, before anybody knows what today is.
indirect enum DateExpression: Hashable, Sendable {
    /// So many days from today, by name: today, tomorrow.
    case day(Int)
    /// So many units from now; negative for the past.
    case shift(Int, TimeUnit)
    case weekday(Weekday, Which)
    case monthDay(month: Int, day: Int, year: Int?)
    case dayOfMonth(Int)
    case exact(LocalDate)
    /// Two numbers whose order depends on the country.
    case numeric(Int, Int, year: Int?)
    /// The unit that holds today, moved by so many.
    case period(TimeUnit, Int)
    case month(Int, year: Int?, Which)
    case quarter(Int, year: Int?)
    case weekend(Int)
    /// The last or first day of a period.
    case edge(of: DateExpression, isEnd: Bool)
    /// The n-th weekday of a month.
    case nth(Int, Weekday, of: DateExpression)
    /// So many units after a day.
    case later(DateExpression, Int, TimeUnit)
    /// The last 30 days, the next two weeks.
    case rolling(Int, TimeUnit)

    case holiday(Holiday, year: Int?)
    case year(Int)
    /// The first or second half of a year.
    case half(Int, year: Int?)
    /// From the start of the unit that holds today until today, and from today until its end.
    case toDate(TimeUnit)
    case rest(TimeUnit)
    /// The week that holds a day.
    case weekOf(DateExpression)
    /// A week by its number in the year.
    case numberedWeek(Int, year: Int?)
    /// The n-th week of a month; -1 for the last.
    case nthWeek(Int, of: DateExpression)

    /// The n-th day of a period; -1 for the last.
    case dayOf(Int, of: DateExpression)
    /// A day of the calendar whose weekday was said as well, which tells the year.
    case namedDay(Weekday, month: Int, day: Int)
    /// The n-th such weekday after a day.
    case nthAfter(Int, Weekday, DateExpression)
    /// The weekday after the next one, "friday after next".
    case afterNext(Weekday)
    case season(Season, Which)
    /// The holiday before or after today.
    case holidayNear(Holiday, Which)
    /// A holiday with the free days beside it.
    case longWeekend(Holiday, year: Int?)
    /// The early, middle or late part of a period.
    case portion(Portion, of: DateExpression)
    /// Ten years from this one on.
    case decade(Int)
    /// The n-th weekend of a month; -1 for the last.
    case nthWeekend(Int, of: DateExpression)

    /// Which of several weekdays or months.
    enum Which: Hashable, Sendable { case nearest, this, next, last, ofThisWeek }
    enum Portion: String, Hashable, Sendable { case early, mid, late }
    enum Season: String, Hashable, Sendable { case spring, summer, autumn, winter }
}

/// A time of day as said.
enum ClockExpression: Hashable, Sendable {
    case clock(hour: Int, minute: Int, meridian: Meridian?)
    case part(DayPart)

    /// Whether am or pm was said.
    var hasMeridian: Bool {
        if case .clock(_, _, let meridian) = self { return meridian != nil }
        return false
    }

    enum Meridian: Hashable, Sendable { case am, pm }
    enum DayPart: Hashable, Sendable { case morning, lunch, afterLunch, afternoon, evening, night }
}

/// A point in time or a range as said.
struct TimeExpression: Hashable, Sendable {
    var date: DateExpression?
    var clock: ClockExpression?
    var untilDate: DateExpression?
    var untilClock: ClockExpression?
    /// Whether "since" or "after" leaves the end open, or "until" and "before" the start; "by" sets a last moment.
    var open: Open?

    enum Open: Hashable, Sendable { case end, start, deadline }
}

/// A time on the wall clock, as precise as it was said.
struct Moment: Hashable, Sendable {
    var from: LocalDateTime
    /// Exclusive; `nil` for an instant.
    var until: LocalDateTime?
    /// How precise it is: a minute for an hour said, a day for a date.
    var grain: TimeUnit
    /// The other reading of a date such as `03/04` where nothing says which number is the day.
    var otherDay: LocalDate?

    /// Whether an hour was said.
    var hasClock: Bool { grain == .minute || grain == .hour }
}
