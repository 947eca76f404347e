import Foundation
import HarkTestSupport
import Testing

/// Events of other programs, brought in with the program itself: nothing is lost without a line that says so.
struct ForeignEventTests {
    private let program: Program

    init() throws {
        program = try Program()
        _ = try program.run(["init", "--tenant", "acme"])
        _ = try program.run(["tenant", "zone", "Europe/Oslo"])
        let customers = "company,since,plan\nOak,2026-01-10,Team\nAsh,2024-02-29,Team\nElm,2026-01-01,Team\n"
        _ = try program.run(["import", try program.write(customers, to: "customers.csv"), "--no-train"])
    }

    private func imported(_ rows: String, _ more: [String] = []) throws -> (status: Int32, text: String) {
        let path = try program.write("company,kind,at,note\n" + rows, to: "events.csv")
        let outcome = try program.run(["import", path, "--no-train", "--now", "2026-11-22T09:00"] + more)
        return (outcome.status, outcome.output + outcome.errors)
    }

    private func timeline(_ name: String) throws -> String {
        try program.run(["timeline", name, "--json", "--now", "2026-11-22T09:00"]).output
    }

    @Test func everyRowIsKeptOrNamed() throws {
        defer { program.remove() }
        let rows = """
            Oak,login,2026-11-20T10:00Z,newest first
            Oak,login,2026-03-29T01:30Z,the night clocks go forward
            Oak,login,2026-10-25T00:30Z,twice half past two
            Oak,call,2026-10-25T01:30Z,twice half past two
            Oak,call,2025-12-24 10:00,before its first day
            Oak,call,2027-01-05 10:00,next year
            Oak,login,2026-11-20T10:00Z,newest first
            Ash,renewal,2024-02-29T12:00,a leap day
            Ash,renewal,2025-02-29T12:00,no leap day
            Ash,call,04/05/2026,which month
            Nobody,call,2026-05-04,whose
            Oak,call,,when
            """
        let (status, text) = try imported(rows + "\n")
        #expect(status == 6)
        for words in [
            "7 events added, 1 there already, 4 rejected of 12 rows",
            "there already, in the tenant or above: line 8", "events.csv:10:13: at '2025-02-29T12:00' is no date",
            "events.csv:11:10: at '04/05/2026' may be day first or month first",
            "events.csv:12:1: company 'Nobody' is nobody in this tenant", "events.csv:13:10: no at",
            "1 event in the future, kept as planned: first on line 7",
            "1 event before the customer's first day, kept: first on line 6",
        ] { #expect(text.contains(words), "\(words) is not in\n\(text)") }
        let shown = try timeline("Oak").split(separator: "\n").filter { !$0.contains(#""kind":"stage""#) }
            .joined(separator: "\n")
        for (moment, count) in [
            ("2026-11-20T11:00", 1), ("2026-03-29T03:30", 1), ("2026-10-25T02:30", 2), ("2025-12-24T10:00", 1),
        ] {
            #expect(shown.components(separatedBy: moment).count == count + 1, "\(moment) is not in\n\(shown)")
        }
    }

    @Test func tenThousandOnOneDayAreAllThere() throws {
        defer { program.remove() }
        let rows = (0..<10_000).map { number in
            "Elm,login,2026-11-02T\(number / 600 < 10 ? "0" : "")\(number / 600):\(number / 10 % 60):\(number % 10 * 6)Z,\n"
        }
        // Backwards, as some programs write them.
        let (status, text) = try imported(rows.reversed().joined())
        #expect(status == 0 && text.contains("10000 events added of 10000 rows"), "\(text)")
        let shown = try timeline("Elm")
        #expect(shown.contains("10000") || shown.split(separator: "\n").count >= 10_000, "\(shown.prefix(2_000))")
        let (_, again) = try imported(rows.joined() + "Elm,call,2026-11-03,\n")
        #expect(again.contains("1 events added, 10000 there already of 10001 rows"), "\(again)")
    }
}
