import HarkTestSupport

/// Leads from CSV through the real program into a new database.
enum ImportBench {
    static func run(_ program: Program) throws {
        let rows = 100_000
        var text = "person,company,source,engagement_score,pages_visited,converted\n"
        for row in 0..<rows {
            text += "Person \(row),Company \(row % 20_000),web,\(row % 97),\(row % 13),\(row % 3 == 0 ? "yes" : "no")\n"
        }
        let path = try program.write(text, to: "leads.csv")
        _ = try program.run(["init", "--tenant", "bench"])
        var outcome: Program.Outcome?
        let time = try ContinuousClock().measure { outcome = try program.run(["import", path, "--no-train"]) }
        guard outcome?.status == 0 else { return Figure.line("import", outcome?.errors ?? "failed", "") }
        Figure.line("import 100,000 leads from CSV", Figure.rate(rows, time), "33334 rows/s")
    }
}
