import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Every difference between the conventions, on Tuesday 3 March 2026, 09:30.
struct ConventionTests {
    struct Difference: Sendable, CustomTestStringConvertible {
        var phrase: String
        /// The value, or from and until, under each convention.
        var hark: String
        var duckling: String
        var recognizers: String
        var testDescription: String { phrase }

        init(_ phrase: String, _ hark: String, _ duckling: String, _ recognizers: String) {
            (self.phrase, self.hark, self.duckling, self.recognizers) = (phrase, hark, duckling, recognizers)
        }
    }

    static let differences = [
        Difference(
            "tomorrow morning", "2026-03-04T08:00 2026-03-04T12:00", "2026-03-04T00:00 2026-03-04T12:00",
            "2026-03-04T08:00 2026-03-04T12:00"),
        Difference(
            "tomorrow afternoon", "2026-03-04T12:00 2026-03-04T17:00", "2026-03-04T12:00 2026-03-04T19:00",
            "2026-03-04T12:00 2026-03-04T16:00"),
        Difference(
            "tomorrow evening", "2026-03-04T17:00 2026-03-04T21:00", "2026-03-04T18:00 2026-03-05T00:00",
            "2026-03-04T16:00 2026-03-04T20:00"),
        Difference(
            "tonight", "2026-03-03T18:00 2026-03-04T00:00", "2026-03-03T18:00 2026-03-04T00:00",
            "2026-03-03T20:00 2026-03-04T00:00"),
        Difference("tomorrow at 3", "2026-03-04T15:00", "2026-03-04T03:00", "2026-03-04T03:00"),
        Difference("at 9", "2026-03-04T09:00", "2026-03-03T21:00", "2026-03-04T09:00"),
        Difference(
            "this weekend", "2026-03-07T00:00 2026-03-09T00:00", "2026-03-06T18:00 2026-03-09T00:00",
            "2026-03-07T00:00 2026-03-09T00:00"),
        Difference("tuesday", "2026-03-10", "2026-03-10", "2026-03-03"),
        Difference(
            "last 2 weeks", "2026-02-17T00:00 2026-03-04T00:00", "2026-02-16T00:00 2026-03-02T00:00",
            "2026-02-17T00:00 2026-03-03T00:00"),
        Difference(
            "next 3 days", "2026-03-03T00:00 2026-03-07T00:00", "2026-03-04T00:00 2026-03-07T00:00",
            "2026-03-04T00:00 2026-03-07T00:00"),
        Difference("in 3 days", "2026-03-06", "2026-03-06T09:00", "2026-03-06"),
        Difference("in 2 years", "2028-03-03", "2028-03-01T00:00 2028-04-01T00:00", "2028-03-03"),
        Difference(
            "end of the month", "2026-03-31", "2026-03-21T00:00 2026-04-01T00:00", "2026-03-16T00:00 2026-04-01T00:00"),
        Difference(
            "end of the year", "2026-12-31", "2026-09-01T00:00 2027-01-01T00:00", "2026-07-01T00:00 2027-01-01T00:00"),
        Difference(
            "10:30-11:45", "2026-03-03T10:30 2026-03-03T11:45", "2026-03-03T10:30 2026-03-03T11:46",
            "2026-03-03T10:30 2026-03-03T11:45"),
        Difference("03/04", "2026-04-03", "2026-03-04", "2026-03-04"),
    ]

    @Test(arguments: differences)
    func readsItsOwnWay(_ row: Difference) throws {
        #expect(try value(row.phrase, .hark) == row.hark)
        #expect(try value(row.phrase, .duckling) == row.duckling)
        #expect(try value(row.phrase, .recognizers) == row.recognizers)
        #expect(Set([row.hark, row.duckling, row.recognizers]).count > 1)
    }

    @Test(arguments: [
        ("next week", "2026-03-09T00:00 2026-03-16T00:00"), ("last week", "2026-02-23T00:00 2026-03-02T00:00"),
        ("next friday", "2026-03-13"), ("friday", "2026-03-06"), ("tomorrow", "2026-03-04"),
        ("june", "2026-06-01T00:00 2026-07-01T00:00"), ("may", ""),
        ("1 march", "2027-03-01"), ("tomorrow at 3pm", "2026-03-04T15:00"),
    ])
    func agreesOtherwise(_ phrase: String, _ expected: String) throws {
        for convention in [Convention.hark, .duckling, .recognizers] {
            #expect(try value(phrase, convention) == expected)
        }
    }

    private func value(_ phrase: String, _ convention: Convention) throws -> String {
        var context = Larkspur.context()
        context.convention = convention
        let json = try Larkspur.reader().values(in: phrase, context: context).first?.json
        return [json?["value"]?.string, json?["from"]?.string, json?["until"]?.string].compactMap { $0 }
            .joined(separator: " ")
    }
}
