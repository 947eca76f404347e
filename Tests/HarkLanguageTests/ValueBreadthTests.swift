import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Wordings beyond the plain ones of ``ValuesTests``, on Tuesday 3 March 2026, 09:30.
struct ValueBreadthTests {
    private func only(_ phrase: String) throws -> TypedValue {
        let values = try Larkspur.reader().values(in: phrase, context: Larkspur.context())
        #expect(values.count == 1, "\(values.map(\.json.compact))")
        return try #require(values.first)
    }

    static let recurrences: [(String, String)] = [
        ("every Monday at 9", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"), ("every day", "FREQ=DAILY"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2"), ("weekly", "FREQ=WEEKLY"),
        ("biweekly", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"), ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"),
        ("every first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("the last Friday of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("monthly on the second Tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("twice a year", "FREQ=MONTHLY;INTERVAL=6"), ("once a month", "FREQ=MONTHLY"),
        ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("the last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("daily until Friday", "FREQ=DAILY;UNTIL=20260306"), ("daily for 10 times", "FREQ=DAILY;COUNT=10"),
        ("every 2 weeks on Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every Tuesday and Thursday at 10", "FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=10;BYMINUTE=0"),
        ("every Monday, Wednesday and Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3"), ("annually", "FREQ=YEARLY"),
        ("yearly on 4 July", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4"), ("every hour", "FREQ=HOURLY"),
        ("each morning", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0"),
        ("every morning at 9", "FREQ=DAILY;BYHOUR=9;BYMINUTE=0"), ("every 3 days", "FREQ=DAILY;INTERVAL=3"),
        ("at noon every Friday", "FREQ=WEEKLY;BYDAY=FR;BYHOUR=12;BYMINUTE=0"),
    ]

    @Test(arguments: recurrences)
    func readsRecurrences(_ phrase: String, _ rule: String) throws {
        let value = try only(phrase)
        #expect(value.kind == .recurrence)
        #expect(value.json["value"] == .string(rule))
        #expect(value.text == phrase)
    }

    static let addresses = [
        "https://aldgate.co.uk/quotes", "http://localhost:8080/x", "www.example.com/path?x=1", "hark.io",
        "shop.aldgate.co.uk",
    ]

    @Test(arguments: addresses)
    func readsAddressesOfTheWeb(_ address: String) throws {
        let value = try only("see \(address), please")
        #expect(value.kind == .url)
        #expect(value.json["value"] == .string(address))
    }

    static let instants: [(String, String)] = [
        ("new year's eve", "2026-12-31"), ("New Year's Day", "2027-01-01"), ("thanksgiving", "2026-11-26"),
        ("easter", "2026-04-05"), ("easter monday", "2026-04-06"), ("good friday", "2026-04-03"),
        ("black friday", "2026-11-27"), ("labor day", "2026-09-07"), ("memorial day", "2026-05-25"),
        ("boxing day", "2026-12-26"), ("valentine's day", "2027-02-14"), ("mother's day", "2026-05-10"),
        ("christmas 2027", "2027-12-25"), ("easter 2027", "2027-03-28"), ("half an hour ago", "2026-03-03T09:00"),
        ("in half an hour", "2026-03-03T10:00"), ("in two and a half hours", "2026-03-03T12:00"),
        ("tonight at 8", "2026-03-03T20:00"), ("now", "2026-03-03T09:30"), ("20260305", "2026-03-05"),
        ("2026-03-05T14:00", "2026-03-05T14:00"), ("14h30", "2026-03-03T14:30"),
        ("eight in the morning", "2026-03-04T08:00"), ("ten to six", "2026-03-03T17:50"),
        ("quarter of nine", "2026-03-04T08:45"), ("twenty five to three", "2026-03-03T14:35"),
        ("a week on friday", "2026-03-13"), ("a week tomorrow", "2026-03-11"), ("friday after next", "2026-03-20"),
        ("monday last week", "2026-02-23"), ("friday next week", "2026-03-13"),
        ("last day of the month", "2026-03-31"), ("first Monday of next month at quarter past ten", "2026-04-06T10:15"),
        ("half past ten", "2026-03-03T10:30"), ("end of Q2", "2026-06-30"), ("EOM", "2026-03-31"),
    ]

    @Test(arguments: instants)
    func readsInstants(_ phrase: String, _ moment: String) throws {
        let value = try only(phrase)
        #expect(value.kind == .instant)
        #expect(value.json["value"] == .string(moment))
    }

    /// From and until; empty for an open end.
    static let ranges: [(String, String, String)] = [
        ("since Monday", "2026-03-02T00:00", ""), ("since january", "2026-01-01T00:00", ""),
        ("after 5pm", "2026-03-03T17:00", ""), ("before noon", "", "2026-03-03T12:00"),
        ("until friday", "", "2026-03-07T00:00"), ("the last two weeks", "2026-02-17T00:00", "2026-03-04T00:00"),
        ("monday through friday", "2026-03-09T00:00", "2026-03-14T00:00"),
        ("from monday to friday", "2026-03-09T00:00", "2026-03-14T00:00"),
        ("3-5pm", "2026-03-03T15:00", "2026-03-03T17:00"),
        ("3-5pm tomorrow", "2026-03-04T15:00", "2026-03-04T17:00"),
        ("11-1pm", "2026-03-03T11:00", "2026-03-03T13:00"),
        ("march 3 to march 7", "2026-03-03T00:00", "2026-03-08T00:00"),
        ("3rd to 7th of march", "2026-03-03T00:00", "2026-03-08T00:00"),
        ("may 5-7", "2026-05-05T00:00", "2026-05-08T00:00"), ("in 2027", "2027-01-01T00:00", "2028-01-01T00:00"),
        ("last night", "2026-03-02T18:00", "2026-03-03T00:00"),
        ("rest of the week", "2026-03-03T00:00", "2026-03-09T00:00"),
        ("week 12", "2026-03-16T00:00", "2026-03-23T00:00"),
        ("week of march 9", "2026-03-09T00:00", "2026-03-16T00:00"),
        ("first quarter of 2027", "2027-01-01T00:00", "2027-04-01T00:00"),
        ("H1 2026", "2026-01-01T00:00", "2026-07-01T00:00"),
        ("year to date", "2026-01-01T00:00", "2026-03-04T00:00"),
        ("the weekend after next", "2026-03-21T00:00", "2026-03-23T00:00"),
    ]

    @Test(arguments: ranges)
    func readsRanges(_ phrase: String, _ from: String, _ until: String) throws {
        let value = try only(phrase)
        #expect(value.kind == .range)
        #expect(value.json["from"]?.string ?? "" == from)
        #expect(value.json["until"]?.string ?? "" == until)
    }

    static let amounts: [(String, TypedValue.Kind, JSONValue)] = [
        ("€1.2m", .money, 1_200_000), ("1.5k", .money, 1_500), ("twelve hundred dollars", .money, 1_200),
        ("GBP 30", .money, 30), ("1.234,56 EUR", .money, 1_234.56), ("US$ 300", .money, 300),
        ("ten pounds fifty", .money, 10.5), ("20 cents", .money, 0.2), ("500 kr", .money, 500),
        ("two grand", .money, 2_000), ("twenty-five percent", .percent, 25), ("half a percent", .percent, 0.5),
        ("three and a half percent", .percent, 3.5), ("-5", .number, -5), ("minus five", .number, -5),
        ("three point one four", .number, 3.14), ("two dozen", .number, 24), ("thirty-three", .number, 33),
        ("four two seven", .number, 427), ("one hundred and twenty three", .number, 123),
        ("a fortnight", .duration, 20_160), ("1h30", .duration, 90), ("a day and a half", .duration, 2_160),
        ("two weeks and 3 days", .duration, 24_480), ("three quarters of an hour", .duration, 45),
    ]

    @Test(arguments: amounts)
    func readsAmounts(_ phrase: String, _ kind: TypedValue.Kind, _ number: JSONValue) throws {
        let value = try only(phrase)
        #expect(value.kind == kind)
        #expect(value.json["value"] == number)
        #expect(value.text == phrase)
    }

    @Test(arguments: ["everything is fine", "the rest is history", "a second half", "the last of us", "e.g. this.that"])
    func findsNothingWhereNothingIs(_ phrase: String) throws {
        #expect(try Larkspur.reader().values(in: phrase, context: Larkspur.context()).isEmpty)
    }
}
