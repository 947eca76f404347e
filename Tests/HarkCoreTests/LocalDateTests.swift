import HarkCore
import Testing

struct LocalDateTests {
    static let days: [(Int, Int, Int, Int, Weekday)] = [
        (1970, 1, 1, 0, .thursday), (2000, 2, 29, 11_016, .tuesday), (1969, 12, 31, -1, .wednesday),
        (2026, 11, 22, 20_779, .sunday), (1, 1, 1, -719_162, .monday),
    ]

    @Test(arguments: days)
    func countsDaysAndNamesThem(year: Int, month: Int, day: Int, number: Int, weekday: Weekday) throws {
        let date = try #require(LocalDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == number)
        #expect(date.weekday == weekday)
        #expect(LocalDate(daysSinceEpoch: number).civil == (year, month, day))
        #expect(LocalDate(date.description) == date)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01x", "", "+026-01-01"])
    func refusesWhatIsNoDay(_ text: String) { #expect(LocalDate(text) == nil) }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -13, "2024-12-15"),
    ])
    func addsMonthsWithoutSpillingOver(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try #require(LocalDate(start)).adding(months: months).description == end)
    }

    @Test func everyDayOfFourCenturiesSurvivesTheRoundTrip() {
        for number in -146_097..<0 {
            let (year, month, day) = LocalDate(daysSinceEpoch: number).civil
            #expect(LocalDate(year: year, month: month, day: day)?.daysSinceEpoch == number)
        }
    }

    @Test(arguments: [
        ("2026-03-05T11:00", "2026-03-05T11:00"), ("2026-03-05 11:00:59", "2026-03-05T11:00"),
        ("2026-03-05", "2026-03-05T00:00"), ("1969-12-31T23:59:30.25Z", "1969-12-31T23:59"),
    ])
    func readsMoments(_ text: String, _ shown: String) throws {
        #expect(try #require(LocalDateTime(text)).description == shown)
    }

    @Test(arguments: ["2026-03-05T", "2026-03-05T24:00", "2026-03-05T1:00", "2026-03-05x11:00", "noon"])
    func refusesWhatIsNoMoment(_ text: String) { #expect(LocalDateTime(text) == nil) }
}
