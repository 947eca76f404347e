import HarkCore

/// A day of the year that people call by its name.
enum Holiday: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// The n-th weekday of a month and so many days more; negative counts from the end.
    case weekday(Int, Weekday, month: Int, plus: Int)
    /// So many days after Easter Sunday.
    case easter(Int)

    /// Its date in a year.
    func date(in year: Int) -> LocalDate? {
        switch self {
        case .fixed(let month, let day): return LocalDate(year: year, month: month, day: day)
        case .weekday(let count, let day, let month, let extra):
            guard let first = LocalDate(year: year, month: month, day: 1) else { return nil }
            let ahead = (day.daysSinceMonday - first.weekday.daysSinceMonday + 7) % 7
            if count > 0 { return first.adding(days: ahead + 7 * (count - 1) + extra) }
            let last = first.endOfMonth
            let back = (last.weekday.daysSinceMonday - day.daysSinceMonday + 7) % 7
            return last.adding(days: -back + extra)
        case .easter(let extra): return Holiday.easterSunday(in: year)?.adding(days: extra)
        }
    }

    /// Source: the anonymous Gregorian computus, Nature 13 (1876) 487.
    private static func easterSunday(in year: Int) -> LocalDate? {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let correction = (golden + 11 * moon + 22 * sunday) / 451
        let sum = moon + sunday - 7 * correction + 114
        return LocalDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    /// The names, word by word; a possessive `'s` is left out.
    static let names: [(words: [String], holiday: Holiday)] =
        [
            ("new year eve", .fixed(month: 12, day: 31)), ("new years eve", .fixed(month: 12, day: 31)),
            ("new year day", .fixed(month: 1, day: 1)), ("new years day", .fixed(month: 1, day: 1)),
            ("new years", .fixed(month: 1, day: 1)), ("epiphany", .fixed(month: 1, day: 6)),
            ("martin luther king day", .weekday(3, .monday, month: 1, plus: 0)),
            ("mlk day", .weekday(3, .monday, month: 1, plus: 0)),
            ("valentine day", .fixed(month: 2, day: 14)), ("valentines day", .fixed(month: 2, day: 14)),
            ("valentines", .fixed(month: 2, day: 14)), ("presidents day", .weekday(3, .monday, month: 2, plus: 0)),
            ("st patrick day", .fixed(month: 3, day: 17)), ("st patricks day", .fixed(month: 3, day: 17)),
            ("good friday", .easter(-2)), ("palm sunday", .easter(-7)), ("maundy thursday", .easter(-3)),
            ("easter sunday", .easter(0)), ("easter monday", .easter(1)), ("easter", .easter(0)),
            ("ascension day", .easter(39)), ("whit monday", .easter(50)), ("pentecost", .easter(49)),
            ("earth day", .fixed(month: 4, day: 22)), ("may day", .fixed(month: 5, day: 1)),
            ("mother day", .weekday(2, .sunday, month: 5, plus: 0)),
            ("mothers day", .weekday(2, .sunday, month: 5, plus: 0)),
            ("memorial day", .weekday(-1, .monday, month: 5, plus: 0)),
            ("father day", .weekday(3, .sunday, month: 6, plus: 0)),
            ("fathers day", .weekday(3, .sunday, month: 6, plus: 0)), ("juneteenth", .fixed(month: 6, day: 19)),
            ("independence day", .fixed(month: 7, day: 4)), ("labor day", .weekday(1, .monday, month: 9, plus: 0)),
            ("labour day", .weekday(1, .monday, month: 9, plus: 0)),
            ("columbus day", .weekday(2, .monday, month: 10, plus: 0)), ("halloween", .fixed(month: 10, day: 31)),
            ("bonfire night", .fixed(month: 11, day: 5)), ("veterans day", .fixed(month: 11, day: 11)),
            ("thanksgiving day", .weekday(4, .thursday, month: 11, plus: 0)),
            ("thanksgiving", .weekday(4, .thursday, month: 11, plus: 0)),
            ("black friday", .weekday(4, .thursday, month: 11, plus: 1)),
            ("cyber monday", .weekday(4, .thursday, month: 11, plus: 4)),
            ("christmas eve", .fixed(month: 12, day: 24)), ("christmas day", .fixed(month: 12, day: 25)),
            ("christmas", .fixed(month: 12, day: 25)), ("xmas", .fixed(month: 12, day: 25)),
            ("boxing day", .fixed(month: 12, day: 26)), ("nye", .fixed(month: 12, day: 31)),
            ("new year", .fixed(month: 1, day: 1)), ("groundhog day", .fixed(month: 2, day: 2)),
            ("groundhogs day", .fixed(month: 2, day: 2)), ("april fools day", .fixed(month: 4, day: 1)),
            ("april fools", .fixed(month: 4, day: 1)), ("april fool day", .fixed(month: 4, day: 1)),
            ("st . patrick day", .fixed(month: 3, day: 17)), ("saint patrick day", .fixed(month: 3, day: 17)),
            ("st . patricks day", .fixed(month: 3, day: 17)), ("st patty day", .fixed(month: 3, day: 17)),
            ("ash wednesday", .easter(-46)), ("shrove tuesday", .easter(-47)), ("mardi gras", .easter(-47)),
            ("whit sunday", .easter(49)), ("corpus christi", .easter(60)), ("trinity sunday", .easter(56)),
            ("martin luther king jr day", .weekday(3, .monday, month: 1, plus: 0)),
            ("martin luther king jr . day", .weekday(3, .monday, month: 1, plus: 0)),
            ("mlk jr . day", .weekday(3, .monday, month: 1, plus: 0)),
            ("mlk jr day", .weekday(3, .monday, month: 1, plus: 0)), ("mlk", .weekday(3, .monday, month: 1, plus: 0)),
            ("president day", .weekday(3, .monday, month: 2, plus: 0)),
            ("washington birthday", .weekday(3, .monday, month: 2, plus: 0)),
            ("cinco de mayo", .fixed(month: 5, day: 5)), ("flag day", .fixed(month: 6, day: 14)),
            ("fourth of july", .fixed(month: 7, day: 4)), ("bastille day", .fixed(month: 7, day: 14)),
            ("boss day", .fixed(month: 10, day: 16)), ("all saints day", .fixed(month: 11, day: 1)),
            ("all saint day", .fixed(month: 11, day: 1)), ("all souls day", .fixed(month: 11, day: 2)),
            ("guy fawkes night", .fixed(month: 11, day: 5)), ("guy fawkes day", .fixed(month: 11, day: 5)),
            ("remembrance day", .fixed(month: 11, day: 11)), ("armistice day", .fixed(month: 11, day: 11)),
            ("veteran day", .fixed(month: 11, day: 11)), ("anzac day", .fixed(month: 4, day: 25)),
            ("australia day", .fixed(month: 1, day: 26)), ("canada day", .fixed(month: 7, day: 1)),
            ("women day", .fixed(month: 3, day: 8)), ("womens day", .fixed(month: 3, day: 8)),
            ("international women day", .fixed(month: 3, day: 8)),
            ("xmas eve", .fixed(month: 12, day: 24)), ("xmas day", .fixed(month: 12, day: 25)),
            ("halloween night", .fixed(month: 10, day: 31)), ("turkey day", .weekday(4, .thursday, month: 11, plus: 0)),
            ("pi day", .fixed(month: 3, day: 14)),
            ("singles day", .fixed(month: 11, day: 11)),
            ("administrative professionals day", .weekday(4, .wednesday, month: 4, plus: 0)),
        ]
        .map { name, holiday in (name.split(separator: " ").map(String.init), holiday) }

    /// The names by their first word.
    static let byFirstWord = Dictionary(grouping: names.sorted { $0.words.count > $1.words.count }) { $0.words[0] }
}

extension ValueFinder {
    /// A holiday by name, with a year where one follows.
    func holiday(at start: Int) -> Found<DateExpression>? {
        for (words, holiday) in Holiday.byFirstWord[word(start)] ?? [] {
            var next = start
            let fits = words.allSatisfy { expected in
                if word(next) == "'s" { next += 1 }
                defer { next += 1 }
                return word(next) == expected
            }
            guard fits else { continue }
            let year = year(at: ["in", "of", ","].contains(word(next)) ? next + 1 : next)
            return Found(year?.end ?? next, .holiday(holiday, year: year?.value))
        }
        return nil
    }
}
