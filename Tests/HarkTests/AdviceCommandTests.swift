import Foundation
import HarkTestSupport
import Testing

/// Next actions, risk, plays and stages on the command line.
struct AdviceCommandTests {
    let program: Program

    init() throws {
        program = try Program()
        _ = try program.run(["init", "--tenant", "acme", "--now", "2026-06-01T09:00"])
        let events = """
            company,kind,at,note
            Nordlys,first_purchase,2025-01-05T10:00,
            Nordlys,login,2025-02-05T10:00,
            Nordlys,login,2025-03-05T10:00,
            Nordlys,ticket_raised,2026-06-18T10:00,
            """
        let files = [
            try program.write(
                "company,plan,churned,monthly_value,currency\nNordlys,Team,no,900,EUR\nHavn,Team,no,90,EUR\n",
                to: "customers.csv"),
            try program.write(events, to: "events.csv"),
        ]
        _ = try program.run(["import"] + files + ["--now", "2026-06-19T09:00"])
        for lead in ["Fjordline", "Cobalt"] {
            _ = try program.run(["say", "Add a new lead from \(lead)", "--run", "--now", "2026-06-20T09:00"])
        }
        _ = try program.run(["score", "--now", "2026-06-20T09:01"])
    }

    private func expect(
        _ arguments: [String], status: Int32 = 0, says text: String, location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try program.run(arguments + ["--now", "2026-07-01T09:00"])
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)", sourceLocation: location)
        #expect(
            (outcome.output + outcome.errors).contains(text), "\(arguments): \(outcome.output)\(outcome.errors)",
            sourceLocation: location)
    }

    private func objects(_ arguments: [String]) throws -> [[String: Any]] {
        try program.run(arguments + ["--json", "--now", "2026-07-01T09:00"]).output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func whatIsSaidToAPlayIsRemembered() throws {
        defer { program.remove() }
        let play = try #require(try objects(["next", "Fjordline"]).first?["play"] as? String)
        try expect(
            ["next", "lead:1", "--later", play, "--until", "friday", "--because", "on holiday"],
            says: "later, until 2026-07-03: on holiday.")
        try expect(["next", "Fjordline"], says: "\(play) rests: later until 2026-07-03")
        #expect(try objects(["next", "Fjordline"]).allSatisfy { $0["play"] as? String != play })
        #expect(
            try objects(["next"]).allSatisfy { $0["record"] as? String != "Fjordline" || $0["play"] as? String != play }
        )
        try expect(["say", "undo", "--run"], says: "Undone: Fjordline:")
        #expect(try objects(["next", "Fjordline"]).first?["play"] as? String == play)
        try expect(["next", "Fjordline", "--done", play], says: "done.")
        try expect(["next", "Fjordline", "--again", play], says: "advised again.")
        try expect(
            ["next", "Fjordline", "--not-relevant", play, "--because", "a partner"], says: "not relevant: a partner.")
        try expect(["next", "Fjordline", "--done", "dance"], status: 3, says: "There is no play 'dance'")
        try expect(["next", "--done", play], status: 2, says: "Say with which record")
        try expect(["next", "Fjordline", "--later", play], status: 2, says: "--later and --until go together")
        try expect(["next", "Fjordline", "--later", play, "--until", "soon"], status: 2, says: "'soon' is no day")
        try expect(["next", "Fjordline", "--later", play, "--until", "2026-06-01"], status: 6, says: "has come")
        try expect(["audit", "verify"], says: "whole")
    }

    @Test func thePlanSaysWhatItLeavesOut() throws {
        defer { program.remove() }
        let rows = try objects(["next", "--everybody", "--minutes", "15"])
        #expect(rows.count > 1 && rows.contains { $0["fits"] as? Bool == false })
        let minutes = rows.filter { $0["fits"] as? Bool == true }.compactMap { $0["minutes"] as? Int }
        #expect(minutes.reduce(0, +) <= 15)
        try expect(["next", "--everybody", "--minutes", "15"], says: "Left out: ")
    }

    @Test func atRiskWithReasonOwnerPlayAndSnooze() throws {
        defer { program.remove() }
        let rows = try objects(["risk"])
        #expect(rows.compactMap { $0["name"] as? String } == ["Nordlys", "Havn"])
        let keys = ["risk", "trend", "risk_change", "owner", "reason", "action", "play", "snoozed_until", "at_stake"]
        #expect(Set(keys).isSubset(of: try #require(rows.first).keys))
        try expect(["risk", "--snooze", "Havn", "--until", "in 2 weeks"], says: "Snoozed Havn until 2026-07-15.")
        try expect(["risk"], says: "1 snoozed; --snoozed lists it.")
        #expect(try objects(["risk"]).count == 2, "JSON has all of them")
        #expect(try objects(["risk", "--snoozed"]).map { $0["name"] as? String } == ["Havn"])
        #expect(try objects(["customers", "snoozed:no"]).count == 1)
        try expect(["risk", "--wake", "Havn"], says: "Havn is back.")
        try expect(["risk", "--wake", "Havn"], status: 3, says: "not snoozed")
        try expect(["risk", "--snooze", "Havn"], status: 2, says: "go together")
        try expect(["risk", "--snooze", "Havn", "--until", "2026-01-01"], status: 6, says: "has come")
    }

    @Test func playsAndTheirTrial() throws {
        defer { program.remove() }
        try expect(["plays"], says: "No trial runs")
        let plays = try objects(["plays"])
        #expect(plays.count > 20 && plays.allSatisfy { $0["enough"] as? Bool == false })
        func advised() throws -> Int { try objects(["plays"]).compactMap { $0["advised"] as? Int }.reduce(0, +) }
        #expect(try advised() == 0, "nobody has seen any advice yet")
        let listed = try objects(["next", "--everybody"]).count
        #expect(try listed > 0 && advised() == listed)
        try expect(["tenant", "trial"], says: "No trial runs")
        try expect(
            ["tenant", "trial", "--hold-back", "10", "--seed", "7"],
            says: "held back from 10% since 2026-07-01, seed 7.")
        try expect(["tenant", "trial", "--json"], says: #""hold_back":10,"seed":7,"since":"2026-07-01T09:00""#)
        try expect(["plays"], says: "No play is shown to change anything yet.")
        try expect(["tenant", "trial", "--hold-back", "70"], status: 6, says: "1 to 50 percent")
        try expect(["tenant", "trial", "--hold-back", "0"], says: "No trial runs")
    }

    @Test func stagesHaveAFunnelMovementsAndAHistory() throws {
        defer { program.remove() }
        let funnel = try objects(["stages"])
        #expect(
            funnel.contains {
                $0["kind"] as? String == "lead" && $0["stage"] as? String == "lead" && $0["here"] as? Int == 2
            })
        #expect(funnel.contains { $0["kind"] as? String == "customer" && $0["stage"] as? String == "new" })
        try expect(["stages"], says: "CONVERSION %")
        try expect(["stages", "set", "Fjordline", "qualified"], says: "Fjordline: lead to qualified.")
        try expect(["stages", "set", "Fjordline", "lead"], status: 5, says: "say why with --because")
        try expect(["stages", "--record", "Fjordline"], says: "set-by-hand")
        let moves = try objects(["stages", "--from", "2026-06-30"])
        #expect(
            moves.contains {
                $0["from"] as? String == "lead" && $0["to"] as? String == "qualified" && $0["count"] as? Int == 1
            })
        try expect(["stages", "--from", "2026-06-30", "--until", "today"], says: "QUALIFIED")
        try expect(["say", "mark Fjordline as contacted", "--run"], status: 5, says: "going back needs a reason")
        let history = try objects(["stages", "--record", "customer:1"])
        #expect(
            history.first?["rule"] as? String == "bought"
                && history.allSatisfy { ($0["evidence"] as? String)?.isEmpty == false })
        try expect(["stages", "set", "Nordlys", "lead"], status: 6, says: "say one of new, active")
        try expect(["stages", "set", "Nordlys", "happy"], status: 2, says: "Say a record and a stage")
        try expect(["stages", "--until", "today"], status: 2, says: "--until needs --from")
        try expect(["tenant", "lines"], says: "new-days  90")
        try expect(["tenant", "lines", "--set", "new-days=60", "low-health=35"], says: "health below 35")
        try expect(["tenant", "lines", "--json"], says: #""new-days":60"#)
        try expect(["tenant", "lines", "--set", "new-days="], says: "new-days  90")
        try expect(["tenant", "lines", "--set", "wishes=1"], status: 6, says: "There is no line 'wishes'")
        try expect(["tenant", "lines", "--set", "new-days"], status: 2, says: "is no line")
    }
}
