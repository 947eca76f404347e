import HarkTestSupport
import Testing

/// Training again, in a database of its own: a worse model is not published unless somebody says so.
struct RetrainingTests {
    /// Leads that closed one after the other from a day on, of which those with many pages visited were won, or those
    /// with few.
    private static func leads(_ numbers: Range<Int>, upright: Bool, everyOther: Bool = false) -> String {
        let rows = numbers.map { number in
            let pages = number * 37 % 40
            let isLucky = (pages > 20) != number.isMultiple(of: 7)
            let won = (isLucky == upright) && !(everyOther && number.isMultiple(of: 3))
            let (month, day) = (1 + number / 60 % 12, 1 + number % 60 * 27 / 60)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let created = month == 1 ? "2025-12-\(two(day))" : "2026-\(two(month - 1))-\(two(day))"
            return "Person \(number),Firm \(number),p\(number)@firm.test,\(pages),\(won ? "yes" : "no"),"
                + "\(created),2026-\(two(month))-\(two(day))"
        }
        return "person,company,email,pages_visited,converted,created_at,closed_at\n" + rows.joined(separator: "\n")
            + "\n"
    }

    private func run(_ program: Program, _ arguments: [String], on day: String) throws -> String {
        let outcome = try program.run(arguments + ["--now", "\(day)T09:00"])
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    @Test func aPoisonedHistoryDoesNotReplaceTheLiveModel() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try run(program, ["init", "--tenant", "acme"], on: "2026-01-01")
        let sound = try program.write(Self.leads(0..<180, upright: true), to: "sound.csv")
        #expect(try run(program, ["import", sound], on: "2026-04-01").contains("conversion v1 from"))
        // A table with yes and no mixed up, then a month of the truth.
        let poison = try program.write(Self.leads(180..<460, upright: false), to: "poison.csv")
        let truth = try program.write(Self.leads(460..<600, upright: true), to: "truth.csv")
        _ = try run(program, ["import", poison, truth, "--kind", "leads", "--no-train"], on: "2026-11-01")
        let before = try run(program, ["explain", "lead:3", "--json"], on: "2026-11-01")

        let refused = try run(program, ["train"], on: "2026-11-01")
        #expect(refused.contains("Not published: log-loss ") && refused.contains("of conversion v1 on 1"), "\(refused)")
        #expect(refused.contains("conversion v1 stays; --force publishes it anyway."))
        let kept = try run(program, ["model", "lead", "--json"], on: "2026-11-01")
        #expect(kept.contains(#""model":"conversion v1""#))
        #expect(
            try run(program, ["explain", "lead:3", "--json"], on: "2026-11-01").contains(#""model":"conversion v1""#))
        #expect(before.contains(#""model":"conversion v1""#))

        let json = try run(program, ["train", "--json"], on: "2026-11-01")
        #expect(json.contains(#""published":false"#) && json.contains("logLossNew") && json.contains("logLossLive"))

        let forced = try run(program, ["train", "--force"], on: "2026-11-01")
        #expect(forced.contains("published as you said."), "\(forced)")
        #expect(try run(program, ["model", "lead", "--json"], on: "2026-11-01").contains(#""model":"conversion v2""#))
    }

    @Test func recalibrationFollowsTheLevelOnly() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try run(program, ["init", "--tenant", "acme"], on: "2026-01-01")
        let sound = try program.write(Self.leads(0..<180, upright: true), to: "sound.csv")
        _ = try run(program, ["import", sound], on: "2026-04-01")
        #expect(
            try run(program, ["train", "--recalibrate"], on: "2026-04-02")
                .contains("Not recalibrated: fewer than 20 outcomes of each kind are newer than its training."))
        let fewer = try program.write(Self.leads(190..<400, upright: true, everyOther: true), to: "fewer.csv")
        _ = try run(program, ["import", fewer, "--kind", "leads", "--no-train"], on: "2026-11-01")
        let before = try run(program, ["leads", "--json"], on: "2026-11-01")
        #expect(
            try run(program, ["train", "--recalibrate"], on: "2026-11-01")
                .contains("Only its calibration was refitted, to 210 newer outcomes."))
        let model = try run(program, ["model", "lead", "--json"], on: "2026-11-01")
        #expect(model.contains(#""model":"conversion v2""#))
        #expect(try run(program, ["leads", "--json"], on: "2026-11-01") != before)
    }
}
