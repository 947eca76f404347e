import HarkCore
import HarkLifecycle
import Testing

@testable import HarkService

/// The timeline, the time machine and the lists say the same of where a record stands.
@Suite(.serialized)
struct StandingAgreementTests {
    /// A simulated tenant, scored by the rules; made once.
    private static let office = Result {
        let office = try Office()
        let settings = SimulationSettings(
            seed: 20_261_123, customers: 90, leads: 60, months: 20, end: Office.noon.date.adding(days: -1),
            parameters: try .builtIn())
        #expect(try office.admin.simulate(settings).rejected == 0)
        _ = try office.admin.scoreAll()
        return office
    }

    private static let lines: [[String: Double?]] = [
        [:], ["low-health": 78, "recovered-health": 80, "new-days": 10, "loyal-renewals": 1], ["silence-factor": 1],
    ]

    private func today(_ record: RecordReference, _ session: Session) throws -> (RecordDetail, Journey, Standing) {
        let detail = try session.detail(of: record)
        let journey = Journey(detail, now: session.now, cutoffs: session.cutoffs)
        return (detail, journey, Standing(of: detail, journey, today: session.now))
    }

    private func expectAgreement(of row: CustomerSummary, _ session: Session) throws {
        let (detail, journey, today) = try today(row.reference, session)
        #expect(today.stage == row.stage?.rawValue && today.stage == journey.stageName(at: session.now), "\(row.name)")
        #expect(today.score == row.risk.map { $0 * 100 } && today.owner == row.ownerName, "\(row.name)")
        #expect(today.health == row.health, "\(row.name)")
        #expect(detail.fields.first { $0.label == "Stage" }?.value == today.stage)
        // A moment after the last score stands as today does.
        let then = Standing(of: detail, journey, at: session.now)
        #expect(then.words == today.words, "\(row.name)")
        // What is drawn is what was kept, and nothing else.
        let kept = try session.stageEntries(of: row.reference)
        let drawn = journey.changes.map(\.entry)
        #expect(!kept.isEmpty && drawn.map(\.to) == kept.map(\.to) && drawn.map(\.rule) == kept.map(\.rule))
    }

    @Test(arguments: lines) func customersStandInTheirTimelineAsInTheList(_ lines: [String: Double?]) throws {
        var session = try Self.office.get().admin
        let everybody = RecordQuery(.customer, page: Page(limit: .max))
        let before = try session.customers(everybody).rows
        if !lines.isEmpty { try session.setStageLines(lines) }
        let rows = try session.customers(everybody).rows
        #expect(rows.count > 80 && Set(rows.compactMap(\.stage)).count >= 4)
        #expect(lines.isEmpty || rows.map(\.stage) != before.map(\.stage), "the lines changed nothing")
        for row in rows { try expectAgreement(of: row, session) }
    }

    @Test func leadsStandInTheirTimelineAsInTheList() throws {
        let session = try Self.office.get().admin
        let rows = try session.leads(RecordQuery(.lead, page: Page(limit: .max))).rows
        for row in rows {
            let (_, _, today) = try today(row.reference, session)
            #expect(today.stage?.hasPrefix(row.stage) == true && today.score == row.score, "\(row.name)")
            #expect(today.owner == row.ownerName)
        }
        #expect(rows.count == 60 && Set(rows.map(\.stage)).count >= 4)
    }

    /// A score given in the second of what it was given for stands from that second on.
    @Test func whatHappensNowCountsAtOnce() throws {
        let office = try Office()
        let record = RecordReference(.customer, try office.customer("Nordlys").rawValue)
        _ = try office.admin.scoreAll()
        let later = try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(days: 3)))
        for subject in ["Export fails", "Import fails", "Nothing works"] {
            _ = try later.run(.createTicket(NewTicket(customer: Identifier(record.id), subject: subject)))
        }
        let row = try #require(try later.customers(RecordQuery(.customer)).rows.first)
        try expectAgreement(of: row, later)
        let (detail, journey, _) = try today(record, later)
        let raised = try #require(detail.events.last { $0.at <= later.now })
        #expect(raised.kind == .ticketRaised && raised.at == later.now)
        #expect(Standing(of: detail, journey, at: raised.at).score == row.risk.map { $0 * 100 })
        #expect(try later.explanation(of: record, at: later.now) == later.explanation(of: record))
        // The day before, the first score stood.
        let before = Standing(of: detail, journey, at: later.now.adding(days: -1))
        #expect(before.score == detail.scoreHistory.first?.value && before.score != row.risk.map { $0 * 100 })
    }
}
