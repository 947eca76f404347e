import Foundation
import HarkTestSupport
import Testing

/// Pins, words, explanations and models on the command line.
struct InsightCommandTests {
    let program: Program

    init() throws { program = try Program() }

    private func expect(
        _ arguments: [String], status: Int32 = 0, says text: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try program.run(arguments + ["--now", "2026-07-01T09:00"])
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)", sourceLocation: location)
        #expect(
            (outcome.output + outcome.errors).contains(text), "\(arguments): \(outcome.output)\(outcome.errors)",
            sourceLocation: location)
    }

    private func prepare() throws {
        _ = try program.run(["init", "--tenant", "acme"])
        _ = try program.run([
            "say", "Add a new lead from ABC Corporation, source referral", "--run", "--now", "2026-06-20T09:00",
        ])
    }

    @Test func aPinIsSetShownAndTakenBack() throws {
        defer { program.remove() }
        try prepare()
        try expect(
            ["pin", "ABC Corporation", "80", "--reason", "met the CFO", "--until", "friday"],
            says: "Pinned ABC Corporation at 80, until 2026-07-03: met the CFO.")
        try expect(["explain", "lead:1"], says: "Pinned at 80 by")
        try expect(["explain", "lead:1", "--json"], says: #""pinned":{"score":80,"reason":"met the CFO""#)
        try expect(["leads", "--json"], says: #""pinned":80"#)
        try expect(["unpin", "lead:1"], says: "Unpinned ABC Corporation.")
        try expect(["say", "undo", "--run"], says: "Undone: Unpinned ABC Corporation.")
        try expect(["explain", "lead:1"], says: "Pinned at 80 by")
        try expect(["pin", "lead:1", "80"], status: 2, says: "--reason")
        try expect(["pin", "lead:1", "180", "--reason", "why"], status: 6, says: "0 to 100")
    }

    @Test func wordsAreStruckOutListedAndRestored() throws {
        defer { program.remove() }
        try prepare()
        try expect(["words"], says: "No word is struck out.")
        try expect(["words", "strike", "urgent"], says: "Struck out \"urgent\"")
        try expect(["words", "list", "--json"], says: #""phrase":"urgent""#)
        try expect(["words", "strike", "urgent"], status: 6, says: "already")
        try expect(["words", "restore", "urgent"], says: "Restored")
        try expect(["words", "restore", "urgent"], status: 3, says: "not struck out")
        try expect(["audit", "verify"], says: "whole")
    }

    @Test func theLedgerAnswersForEveryDay() throws {
        defer { program.remove() }
        try prepare()
        _ = try program.run(["say", "log a call with ABC Corporation", "--run", "--now", "2026-06-30T10:00"])
        try expect(["explain", "lead:1", "--since", "monday"], says: "has had a call")
        try expect(["explain", "lead:1", "--at", "2026-06-25"], says: "2026-06-20")
        try expect(["explain", "lead:1", "--at", "2026-06-01"], status: 3, says: "had no score yet")
        try expect(["explain", "lead:1", "--since", "whenever"], status: 2, says: "is no day")
        try expect(["explain", "lead:1", "--what-if", "calls"], status: 2, says: "calls=3")
        try expect(["explain", "lead:1", "--what-if", "calls=3"], status: 6, says: "only rules")
        try expect(["explain", "lead:1"], says: "fit ")
    }

    @Test func modelsAndCutoffs() throws {
        defer { program.remove() }
        try prepare()
        try expect(["model"], says: "scored by rules: 0 won and 0 lost are known, and a model needs 40 of each.")
        try expect(["model", "churn", "--json"], says: #""model":"rules""#)
        try expect(["model", "weather"], status: 2, says: "lead or churn")
        try expect(["tenant", "cutoffs"], says: "High from 70, Medium from 40, at risk from 50%.")
        try expect(["tenant", "cutoffs", "--high", "60"], says: "High from 60")
        try expect(["tenant", "directions"], says: "More never lowers a score: none.")
        try expect(["tenant", "directions", "--rising", "Page visits"], says: "never lowers a score: page_visits.")
        try expect(["tenant", "directions", "--falling", "page_visits"], status: 6, says: "both raise and lower")
        try expect(
            ["tenant", "directions", "--falling", "source"], status: 6, says: "no feature of numbers called source")
        try expect(["doctor"], says: "acme conversion")
        try expect(["leads", "--json", "--csv"], status: 2, says: "Say one of --json, --csv and --plain.")
        let table = try program.write("name,kind\na,x\nb,y\nc,z\n", to: "table.csv")
        let outcome = try program.run(["evaluate", table, "--target", "kind"])
        #expect(outcome.status == 6 && outcome.errors.contains("--positive"))
    }

    @Test func aTenantIsAddedByThoseWhoAdministerOnly() throws {
        defer { program.remove() }
        try prepare()
        let users = try program.write("name,email,role,team\nRita Ray,rita@acme.example,rep,north\n", to: "users.csv")
        try expect(["import", users, "--no-train"], says: "import 1")
        let add = ["tenant", "add", "birch", "--admin-name", "Bo", "--admin-email", "bo@birch.example"]
        try expect(add + ["--user", "rita"], status: 4, says: "administration")
        try expect(["tenant", "list"], says: "acme")
        try expect(add, says: "Created tenant birch")
    }
}
