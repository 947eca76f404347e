import Foundation
import HarkTestSupport
import Testing

/// The odd tables of ``OddDataTests`` as a tenant's own leads: imported, learned from, and what is said of it.
struct OddTrainingTests {
    /// Leads whose outcome follows a number `pages`, with more columns, and what training says of them.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var columns = ""
        var cells: @Sendable (OddDataTests.Row) -> String = { _ in "" }
        var rows = 240
        var pages: @Sendable (OddDataTests.Row) -> String = { "\($0.x)" }
        var outcome: @Sendable (OddDataTests.Row) -> String = { $0.usual }
        let says: String
        var keepsSilentOf = "Too good to be true"
    }

    static let cases: [Case] = [
        Case(testDescription: "a sound table", says: "conversion v1 from", keepsSilentOf: "Left out"),
        Case(
            testDescription: "random outcomes", outcome: { $0.noise % 2 == 0 ? "yes" : "no" },
            says: "No signal: scores tell little more than chance."),
        Case(
            testDescription: "one outcome only", outcome: { _ in "yes" },
            says: "scored by rules: 240 won and 0 lost are known, and a model needs 40 of each."),
        Case(
            testDescription: "one lead", rows: 1, outcome: { _ in "no" },
            says: "scored by rules: 0 won and 1 lost are known, and a model needs 40 of each."),
        Case(
            testDescription: "six rows again and again", pages: { "\($0.number % 6)" },
            outcome: { $0.number % 2 == 0 ? "yes" : "no" },
            says: "of 240 records with an outcome only 6 differ in what can be learned from, and a model needs 40."),
        Case(
            testDescription: "every row twice", rows: 400, pages: { "\($0.number / 2 * 7)" },
            outcome: { $0.number / 2 % 3 == 0 ? "yes" : "no" },
            says: "Only 200 of 400 rows are different."),
        Case(
            testDescription: "constant columns", columns: ",colour,edition", cells: { _ in ",red,7" },
            says: "Says nothing, as it is the same in every row: colour, edition."),
        Case(
            testDescription: "a column with nothing in it", columns: ",fax", cells: { _ in "," }, says: "conversion v1"),
        Case(
            testDescription: "ten thousand categories", columns: ",campaign",
            cells: { ",c-\($0.number * 41 % 10_007)" },
            says: "Left out, as it only names rows: campaign."),
        Case(
            testDescription: "words for infinity among numbers", columns: ",ratio",
            cells: { ",\(["NaN", "inf", "-inf", "1e400", "2.5", ""][$0.number % 6])" }, says: "conversion v1"),
        Case(
            testDescription: "days of which none is known to be before the outcome", columns: ",signed_on",
            cells: { $0.usual == "yes" ? ",2026-01-\(10 + $0.number % 17)" : "," },
            says: "Left out, as a day says nothing where outcomes have none: signed_on."),
        Case(
            testDescription: "a day written at the outcome", columns: ",created_at,closed_at,signed_on",
            cells: { row in
                let closed = "2025-\(10 + row.number % 3)-\(10 + row.number % 17)"
                return
                    ",2025-0\(1 + row.number % 9)-0\(1 + row.number % 7),\(closed),\(row.usual == "yes" ? closed : "")"
            }, says: "Left out because they knew the outcome: signed_on."),
        Case(
            testDescription: "the outcome under another name", columns: ",paid,deposit",
            cells: { ",\($0.usual == "yes" ? 1 : 0),\($0.usual == "yes" ? 500 + $0.noise : 0)" },
            says: "Left out because they knew the outcome: deposit, paid."),
        Case(
            testDescription: "numbers that only some rows have", columns: ",invoice_no",
            cells: { $0.usual == "yes" ? ",\(1_000 + $0.number)" : "," },
            says: "Left out, as it only names rows: invoice_no."),
        Case(
            testDescription: "an outcome that two numbers spell out", columns: ",left_half,right_half",
            cells: { row in
                let half = row.number * 13 % 2
                return ",\(half),\((half + (row.usual == "yes" ? 1 : 0)) % 2)"
            }, says: "Too good to be true", keepsSilentOf: "Left out"),
    ]

    @Test(arguments: cases)
    func trainingSaysWhatIsOdd(_ odd: Case) throws {
        let program = try Program()
        defer { program.remove() }
        let lines = (0..<odd.rows).map { number in
            let row = OddDataTests.Row(number: number)
            return "P\(number) Q,Firm \(number),\(odd.pages(row)),\(odd.outcome(row))" + odd.cells(row)
        }
        let header = "person,company,pages_visited,converted" + odd.columns
        let table = try program.write(([header] + lines).joined(separator: "\n") + "\n", to: "leads.csv")
        try #require(program.run(["init", "--tenant", "odd"]).status == 0)
        let outcome = try program.run(["import", table])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let said = outcome.output.split(separator: "\n").filter { $0.hasPrefix("Leads:") }.joined()
        #expect(said.contains(odd.says) && !said.contains(odd.keepsSilentOf), "\(outcome.output)")
    }
}

extension OddDataTests.Row {
    /// Yes for more than 50 pages, with one in four the other way round.
    fileprivate var usual: String { (x > 50) != noise.isMultiple(of: 4) ? "yes" : "no" }
}
