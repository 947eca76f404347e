import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

struct ValuesTests {
    /// Times on Tuesday 3 March 2026, 09:30.
    static let times: [(String, String)] = [
        ("today", "2026-03-03"), ("tomorrow", "2026-03-04"), ("yesterday", "2026-03-02"), ("friday", "2026-03-06"),
        ("tuesday", "2026-03-10"), ("next friday", "2026-03-13"), ("this friday", "2026-03-06"),
        ("in 3 days", "2026-03-06"), ("two weeks ago", "2026-02-17"), ("in a fortnight", "2026-03-17"),
        ("a week from friday", "2026-03-13"), ("the day after tomorrow", "2026-03-05"), ("5 march", "2026-03-05"),
        ("March 5th, 2027", "2027-03-05"), ("the 21st of june", "2026-06-21"), ("the 15th", "2026-03-15"),
        ("2026-04-01", "2026-04-01"), ("end of the month", "2026-03-31"), ("end of q2", "2026-06-30"),
        ("eom", "2026-03-31"), ("first monday of next month", "2026-04-06"), ("last friday of april", "2026-04-24"),
        ("february 1st", "2027-02-01"), ("christmas eve", "2026-12-24"), ("1 march", "2027-03-01"),
    ]

    @Test(arguments: times)
    func readsDays(_ phrase: String, _ day: String) throws {
        let values = try Larkspur.reader().values(in: phrase, context: Larkspur.context())
        #expect(values.map { $0.kind } == [.instant])
        #expect(values.first?.json["value"] == .string(day))
    }

    /// Quarters that are over by Monday 23 November 2026 mean the next year's.
    @Test(arguments: [("end of q1", "2027-03-31"), ("end of q3 2026", "2026-09-30"), ("end of q4", "2026-12-31")])
    func readsQuartersToCome(_ phrase: String, _ day: String) throws {
        var context = Larkspur.context()
        context.now = LocalDateTime(secondsSinceEpoch: 1_795_426_200)
        #expect(try Larkspur.reader().values(in: phrase, context: context).first?.json["value"] == .string(day))
    }

    static let clocks: [(String, String)] = [
        ("tomorrow at 2 PM", "2026-03-04T14:00"), ("at 3", "2026-03-03T15:00"), ("at 9", "2026-03-04T09:00"),
        ("friday at eleven thirty", "2026-03-06T11:30"), ("half past two tomorrow", "2026-03-04T14:30"),
        ("half ten tomorrow", "2026-03-04T10:30"), ("tomorrow at half twelve", "2026-03-04T12:30"),
        ("quarter to five on thursday", "2026-03-05T16:45"), ("noon tomorrow", "2026-03-04T12:00"),
        ("15:45 on friday", "2026-03-06T15:45"), ("tomorrow at 8 p.m.", "2026-03-04T20:00"),
        ("tomorrow at 8 in the evening", "2026-03-04T20:00"), ("in 2 hours", "2026-03-03T11:30"),
        ("monday 7am", "2026-03-09T07:00"), ("12 am tomorrow", "2026-03-04T00:00"),
    ]

    @Test(arguments: clocks)
    func readsHours(_ phrase: String, _ moment: String) throws {
        let values = try Larkspur.reader().values(in: phrase, context: Larkspur.context())
        #expect(values.map { $0.json["value"] } == [.string(moment)])
    }

    static let ranges: [(String, String, String)] = [
        ("this month", "2026-03-01T00:00", "2026-04-01T00:00"), ("last week", "2026-02-23T00:00", "2026-03-02T00:00"),
        ("q3", "2026-07-01T00:00", "2026-10-01T00:00"), ("next quarter", "2026-04-01T00:00", "2026-07-01T00:00"),
        ("tomorrow afternoon", "2026-03-04T12:00", "2026-03-04T17:00"),
        ("Thursday 2–4", "2026-03-05T14:00", "2026-03-05T16:00"),
        ("friday from 10 to 11", "2026-03-06T10:00", "2026-03-06T11:00"),
        ("this weekend", "2026-03-07T00:00", "2026-03-09T00:00"),
        ("last 30 days", "2026-02-01T00:00", "2026-03-04T00:00"),
    ]

    @Test(arguments: ranges)
    func readsRanges(_ phrase: String, _ from: String, _ until: String) throws {
        let values = try Larkspur.reader().values(in: phrase, context: Larkspur.context())
        #expect(values.first?.json["from"] == .string(from))
        #expect(values.first?.json["until"] == .string(until))
    }

    static let others: [(String, TypedValue.Kind, JSONValue)] = [
        ("$12,500", .money, 12_500), ("€40", .money, 40), ("10k", .money, 10_000),
        ("fifty five thousand dollars", .money, 55_000),
        ("two point five million euros", .money, 2_500_000), ("half a million", .money, 500_000), ("20%", .percent, 20),
        ("five per cent", .percent, 5), ("30 min", .duration, 30), ("an hour and a half", .duration, 90),
        ("two hundred and fifty", .number, 250), ("3.75", .number, 3.75),
        ("+47 22 33 44 55", .phone, "+4722334455"), ("555-123-4567", .phone, "5551234567"),
        ("h.marsh@aldgate.co.uk", .email, "h.marsh@aldgate.co.uk"),
        ("h dot marsh at aldgate optics dot co dot uk", .email, "h.marsh@aldgateoptics.co.uk"),
    ]

    @Test(arguments: others)
    func readsAmountsAndAddresses(_ phrase: String, _ kind: TypedValue.Kind, _ value: JSONValue) throws {
        let values = try Larkspur.reader().values(in: phrase, context: Larkspur.context())
        #expect(values.map { $0.kind } == [kind])
        #expect(values.first?.json["value"] == value)
        #expect(values.first?.text == phrase)
        #expect(values.first?.start == 0 && values.first?.end == phrase.utf8.count)
    }

    @Test(arguments: ["monitor the march renewal", "may i ask julian", "the sun is mon ami", "", "a second opinion"])
    func findsNothingWhereNothingIs(_ phrase: String) throws {
        #expect(try Larkspur.reader().values(in: phrase, context: Larkspur.context()).isEmpty)
    }
}
