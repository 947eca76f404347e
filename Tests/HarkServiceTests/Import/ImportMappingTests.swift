import HarkCore
import Testing

@testable import HarkService

struct ImportMappingTests {
    @Test func readsEveryKey() throws {
        let mapping = try ImportMapping(
            toml: """
                kind = "leads"
                key = "Id"
                drop = ["fold", "x"]
                after_outcome = ["Tags"]
                missing = ["NA", "Select"]
                date_order = "day-first"
                time_zone = "Asia/Tokyo"
                decimal_mark = ","
                [outcome]
                column = "Won"
                positive = ["1", "Yes"]
                [rename]
                "Lead Source" = "source"
                [constants]
                person = "Lead {Id}"
                amount = 12
                [values.Status]
                "open" = "new"
                """)
        #expect(mapping.kind == .leads)
        #expect(mapping.key == ["Id"])
        #expect(mapping.drop == ["fold", "x"])
        #expect(mapping.afterOutcome == ["Tags"])
        #expect(mapping.missing == ["NA", "Select"])
        #expect(mapping.dateOrder == .dayFirst)
        #expect(mapping.timeZone == "Asia/Tokyo")
        #expect(mapping.decimalMark == ",")
        #expect(mapping.outcome == ImportMapping.Outcome(column: "Won", positive: ["1", "Yes"]))
        #expect(mapping.rename == ["Lead Source": "source"])
        #expect(mapping.constants == ["person": "Lead {Id}", "amount": "12"])
        #expect(mapping.values == ["Status": ["open": "new"]])
    }

    static let refused: [(String, Int, Int, String)] = [
        ("kind = \"leads\"\ncolour = 1", 2, 1, "'colour' is no key"),
        ("\nkind = \"cats\"", 2, 1, "'kind' has a value of the wrong sort"),
        ("drop = [\"a\", []]", 1, 1, "'drop'"),
        ("[outcome]\ncolumn = \"x\"\n  sign = 1", 3, 3, "'sign' is no key of an outcome"),
        ("[outcome]\npositive = \"1\"", 1, 1, "'column'"),
        ("rename = 1", 1, 1, "needs a table"),
        ("date_order = \"year-first\"", 1, 1, "\"day-first\", \"month-first\""),
        ("kind = \"leads\"\nkey = [", 2, 8, "not TOML"),
    ]

    @Test(arguments: refused)
    func refuses(_ text: String, _ line: Int, _ column: Int, _ words: String) throws {
        let error = #expect(throws: ImportMappingError.self) { try ImportMapping(toml: text) }
        #expect(error?.line == line)
        #expect(error?.column == column)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
