import Foundation
import HarkTestSupport
import Testing

/// Tables nobody would wish for: each is told what is wrong with it in one sentence, and with a code that never changes.
struct OddDataTests {
    /// A table of 240 rows whose outcome follows a number `x`, and what evaluation says of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let names: String
        let row: @Sendable (Row) -> String
        var rows = 240
        var arguments: [String] = []
        var status: Int32 = 0
        let says: String
        /// The AUC that must be reached, or must not.
        var auc: ClosedRange<Double>?
    }

    /// What a row may be written from.
    struct Row: Sendable {
        let number: Int
        /// Evenly in `0..<100`, in no order.
        var x: Int { number * 37 % 100 }
        /// In `0..<97`, and nothing to do with ``x``.
        var noise: Int { number * number * 53 % 97 }
        /// Yes above 50, with one in nine the other way round.
        var won: String { (x > 50) != number.isMultiple(of: 9) ? "yes" : "no" }
        var day: Int { 1 + x % 28 }
        var month: Int { 1 + x / 28 }
    }

    static let signal = 0.7...0.94
    static let chance = 0.35...0.65

    static let cases: [Case] = [
        Case(
            testDescription: "a sound table", names: "x,won", row: { "\($0.x),\($0.won)" }, says: "Signal", auc: signal),
        Case(
            testDescription: "random outcomes", names: "x,won", row: { "\($0.x),\($0.noise % 2 == 0 ? "yes" : "no")" },
            says: "No signal", auc: chance),
        Case(
            testDescription: "one outcome only", names: "x,won", row: { "\($0.x),yes" }, status: 6,
            says: "All outcomes are the same, so there is nothing to tell apart."),
        Case(
            testDescription: "constant columns only", names: "a,b,won", row: { "same,7,\($0.won)" }, status: 6,
            says: "No column can tell rows apart (the same or nothing in every row: a, b)."),
        Case(
            testDescription: "one constant column", names: "a,x,won", row: { "same,\($0.x),\($0.won)" },
            says: "the same in every row: a", auc: signal),
        Case(
            testDescription: "everything missing", names: "a,b,won", row: { ",,\($0.won)" }, status: 6,
            says: "No column can tell rows apart (the same or nothing in every row: a, b)."),
        Case(
            testDescription: "one row", names: "x,won", row: { "\($0.x),\($0.won)" }, rows: 1, status: 6,
            says: "All outcomes are the same"),
        Case(
            testDescription: "two rows", names: "x,won", row: { "\($0.x),\($0.number == 0 ? "yes" : "no")" }, rows: 2,
            status: 6, says: "There are 1 positive and 1 negative rows; at least 2 of each are needed."),
        Case(testDescription: "no row", names: "x,won", row: { _ in "" }, rows: 0, status: 6, says: "no rows"),
        Case(
            testDescription: "ten thousand categories", names: "code,won",
            row: { "c\($0.number % 10_000),\($0.noise % 2 == 0 ? "yes" : "no")" }, rows: 11_000, says: "No signal",
            auc: 0.45...0.55),
        Case(
            testDescription: "words for infinity and nothing among numbers", names: "x,won",
            row: { row in
                let words = ["NaN", "inf", "-inf", "n/a", "null", ""]
                return "\(row.number.isMultiple(of: 11) ? words[row.number % 6] : "\(row.x)"),\(row.won)"
            }, says: "Signal", auc: signal),
        Case(
            testDescription: "days first", names: "seen,won",
            row: { "\($0.day).\($0.month).2026,\($0.won)" }, says: "Signal", auc: signal),
        Case(
            testDescription: "months first, with a time", names: "seen,won",
            row: { "\($0.month)/\($0.day)/2026 3:\(10 + $0.day) PM,\($0.won)" }, says: "Signal", auc: signal),
        Case(
            testDescription: "months by name", names: "seen,won",
            row: { "\"\(["January", "Feb", "March", "April"][$0.month - 1]) \($0.day), 2026\",\($0.won)" },
            says: "Signal", auc: signal),
        Case(
            testDescription: "dates of which some are missing", names: "seen,won",
            row: {
                "\($0.number.isMultiple(of: 11) ? "" : "2026-0\($0.month)-\($0.day + 10 > 28 ? 28 : $0.day + 10)"),\($0.won)"
            },
            says: "Signal", auc: signal),
        Case(
            testDescription: "a split by odd dates", names: "x,seen,won",
            row: { "\($0.x),\($0.number % 28 + 1).\($0.number / 28 + 1).2026,\($0.won)" },
            arguments: ["--time", "seen"],
            says: "Signal", auc: signal),
        Case(
            testDescription: "a split by what is no time", names: "x,seen,won",
            row: { "\($0.x),soon,\($0.won)" }, arguments: ["--time", "seen"], status: 6,
            says: "too few rows have a time"),
        Case(
            testDescription: "columns called like the target", names: "x,WON, won ,won",
            row: { "\($0.noise),\($0.won),\($0.won),\($0.won)" },
            says: "Left out, as it is called like won: WON,  won .", auc: chance),
        Case(
            testDescription: "the outcome under another name", names: "x,paid,won",
            row: { "\($0.x),\($0.won == "yes" ? 1 : 0),\($0.won)" },
            says: "Leak alarm: too good to be true. Probably written after the outcome: paid"),
        Case(
            testDescription: "a direction for what has none", names: "kind,x,won",
            row: { "\($0.x > 50 ? "a" : "b"),\($0.x),\($0.won)" }, arguments: ["--rising", "x", "--falling", "kind"],
            status: 6, says: "kind cannot rise or fall with the chance: it is no column of numbers"),
        Case(
            testDescription: "a direction against the truth", names: "x,won", row: { "\($0.x),\($0.won)" },
            arguments: ["--falling", "x"], says: "No signal", auc: 0.3...0.7),
        Case(
            testDescription: "columns that name rows", names: "lead_id,ref,x,won",
            row: { "\(1_000 + $0.number),R-\($0.number),\($0.x),\($0.won)" },
            says: "Left out, as it only names rows: lead_id, ref.", auc: signal),
        Case(
            testDescription: "nothing but names of rows", names: "lead_id,won",
            row: { "\(1_000 + $0.number),\($0.won)" }, status: 6,
            says: "No column can tell rows apart (a name for each row: lead_id)."),
        Case(
            testDescription: "three outcomes", names: "x,won",
            row: { "\($0.x),\(["yes", "no", "maybe"][$0.number % 3])" },
            status: 6, says: "name the one to predict with --positive"),
        Case(
            testDescription: "two columns of one name", names: "x,x,won", row: { "1,2,\($0.won)" }, status: 6,
            says: "Two columns are called x; rename or drop one."),
        Case(
            testDescription: "a row too short", names: "x,y,won", row: { "\($0.x),\($0.won)" }, status: 6,
            says: "2 fields where the header has 3"),
    ]

    @Test(arguments: cases)
    func evaluationSaysWhatIsWrong(_ odd: Case) throws {
        let program = try Program()
        defer { program.remove() }
        let lines = [odd.names] + (0..<odd.rows).map { odd.row(Row(number: $0)) }
        let table = try program.write(lines.joined(separator: "\n") + "\n", to: "odd.csv")
        let outcome = try program.run(["evaluate", table, "--target", "won", "--folds", "3"] + odd.arguments)
        let text = outcome.output + outcome.errors
        #expect(outcome.status == odd.status && text.contains(odd.says), "\(outcome.status): \(text)")
        if odd.status != 0 { #expect(text.split(separator: "\n").count == 1, "one line: \(text)") }
        guard let range = odd.auc else { return }
        let mean = text.split(separator: "\n").first { $0.hasPrefix("mean") }
        let auc = mean?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
        #expect(auc.map(range.contains) == true, "\(text)")
    }

    @Test func theSampleOfSixRowsIsNamedAsSuch() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(["evaluate", "sample-data/engagement.csv", "--target", "converted"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("No signal: there are only 6 different rows"))
        #expect(outcome.output.contains("Only 6 of 120 rows are different."))
    }
}
