import GRDB
import GRDBSQLite
import HarkCore
import Synchronization
import Testing

@testable import HarkStore

/// Every statement the store runs, compiled on a bare connection whose authorizer refuses what goes past the views.
struct CatalogueTests {
    /// The statements of a working day, as SQLite saw them.
    private static func catalogue() throws -> Set<String> {
        final class Collector: Sendable { let statements = Mutex<Set<String>>([]) }
        let collector = Collector()
        let office = try ListTests.office()
        office.store.writer.writeWithoutTransaction { database in
            database.trace { event in
                if case .statement(let statement) = event {
                    collector.statements.withLock { _ = $0.insert(statement.sql) }
                }
            }
        }
        try workingDay(office)
        return collector.statements.withLock { $0 }
    }

    private static func workingDay(_ office: Office) throws {
        let admin = office.admin.id
        let run = try office.write { try $0.beginImport(fingerprint: "f", source: "s") }
        let lead = try office.write(run: run) { writing in
            let customer = try writing.insert(Customer(name: "Old", company: Identifier(1)))
            _ = try writing.insert(Ticket(customer: customer, subject: "Help", openedAt: noon))
            try writing.save([CustomerState(customer: customer, stage: .loyal, health: 90, trend: [80, 90])])
            _ = try writing.insert(
                Message(subject: RecordReference(.lead, 1), channel: "email", body: "Hi", at: noon))
            _ = try writing.insert(
                VoiceLog(
                    user: admin, at: noon, source: .voice, transcript: "hi", commandType: "HELP", performed: false))
            _ = try writing.save(model: "m", for: .churn, content: "{}", metrics: "{}")
            try writing.finishImport(run, rows: 2)
            let (one, until) = (RecordReference(.customer, customer.rawValue), noon.date.adding(days: 3))
            try writing.keep([StageEntry(one, from: nil, to: .new, rule: "bought", evidence: "", at: noon)])
            try writing.keep(PlayAnswer(one, play: "save-call", .done, by: "", at: noon))
            try writing.note([PlayAdvice(one, play: "save-call", isHeldBack: false, at: noon)])
            try writing.snooze(one, until: until, because: nil)
            try writing.snooze(one, until: until, because: "again")
            _ = try writing.wake(one)
            return try writing.insert(Lead("Extra"))
        }
        _ = try office.read { reading in
            _ = try (reading.playAnswers(), reading.playAnswers(of: RecordReference(.lead, 1)), reading.playAdvice())
            return try (
                reading.stageEntries(of: .lead), reading.stageEntries(of: RecordReference(.lead, 1)),
                reading.lastStageEntries(of: .lead)
            )
        }
        try office.write(.updateLead, "all") { writing in
            try writing.update(try writing.reading.lead(lead))
            try writing.update(try writing.reading.company(Identifier(1)))
            let contact = try writing.insert(Contact(name: "Liv", company: Identifier(1)))
            try writing.update(try writing.reading.contact(contact))
            let meeting = try writing.insert(
                Activity(
                    kind: .meeting, subject: "M", related: RecordReference(.contact, contact.rawValue),
                    attendees: [contact], createdAt: noon))
            var held = try writing.reading.activity(meeting)
            held.attendees = []
            try writing.update(held)
            var deal = try writing.reading.deal(Identifier(1))
            deal.stage = .won
            try writing.update(deal)
            try writing.update(try writing.reading.customer(Identifier(1)))
            try writing.update(try writing.reading.ticket(Identifier(1)))
            try writing.update(try writing.reading.user(admin))
            _ = try writing.findOrCreateCompany(named: "New")
            try writing.delete(RecordReference(.lead, lead.rawValue))
        }
        _ = try office.store.undo(office.request())
        _ = try office.store.redo(office.request())
        _ = try office.store.undoImport(run, office.request())
        try office.store.platform.update(office.tenant, by: admin, at: noon)
        let view = SavedView(name: "Mine", kind: .lead, filter: "owner:me", sort: [SortKey(.score, descending: true)])
        try office.write { writing in
            try writing.keep(view)
            try writing.keep(view)
            try writing.forget(view)
        }
        try office.read { _ = try ($0.savedViews(of: admin), $0.leadFacets()) }
        let scored = RecordReference(.lead, 1)
        try office.write { writing in
            for score in [10.0, 20] { try writing.pin(scored, at: score, reason: "why", until: nil) }
            _ = try (writing.unpin(scored), writing.strike("urgent"), writing.restore("urgent"))
        }
        try office.read {
            _ = try ($0.pins(of: .lead), $0.struckWords(), $0.heardNames(), $0.score(of: scored, at: noon))
        }
        try office.read { reading in
            _ = try (reading.ownTenant(), reading.users(), reading.names(), reading.journal(), reading.auditRows())
            _ = try (reading.verifyAudit(), reading.importRuns(), reading.importRun(fingerprint: "f"))
            _ = try (reading.model(for: .churn), reading.voiceLogs(), reading.user(named: "x"))
            try reading.eachLead { _ in }
            try reading.eachCustomer { _ in }
            try reading.eachCompany { _ in }
            try reading.eachContact { _ in }
            try reading.eachDeal { _ in }
            try reading.eachTicket { _ in }
            for kind in RecordKind.allCases {
                try reading.eachEvent(of: kind) { _ in }
                try reading.eachMessage(of: kind) { _ in }
                try reading.eachActivity(about: kind) { _ in }
                let keys = Field.allCases.filter { ListShape.of(kind).fields[$0] != nil }.map { SortKey($0) }
                let query = RecordQuery(kind, words: "nord", sort: keys)
                _ = try reading.records(matching: query, me: admin)
                _ = try reading.search("nord", kind: kind)
            }
            _ = try reading.leads(matching: RecordQuery(.lead), me: admin)
            _ = try reading.customers(matching: RecordQuery(.customer), me: admin)
            for reference in try reading.names().map(\.reference) { _ = try reading.detail(of: reference) }
        }
    }

    @Test func noStatementReadsPastTheViews() throws {
        let statements = try Self.catalogue()
        #expect(statements.count > 150)
        let guardian = try Guardian()
        for sql in statements.sorted() { #expect(guardian.complaint(about: sql) == nil, "\(sql)") }
    }

    static let forbidden = [
        "SELECT name FROM t_lead", "SELECT count(*) FROM t_lead", "SELECT 1 FROM lead, t_user",
        "UPDATE t_lead SET name = (SELECT name FROM t_user)", "DELETE FROM t_score WHERE id IN (SELECT id FROM t_lead)",
        "INSERT INTO t_score SELECT * FROM t_score, t_lead", "ATTACH 'x' AS y",
    ]

    @Test(arguments: forbidden) func theGuardianWouldNotice(_ sql: String) throws {
        #expect(try Guardian().complaint(about: sql) != nil)
    }
}
