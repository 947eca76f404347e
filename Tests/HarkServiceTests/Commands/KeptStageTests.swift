import HarkCore
import HarkLifecycle
import HarkStore
import Testing

@testable import HarkService

/// Stages as they are kept, by rule and by hand.
struct KeptStageTests {
    private let office: Office

    init() throws { office = try Office() }

    private func stages(_ record: RecordReference) throws -> [String] {
        try office.admin.stageEntries(of: record).map { "\($0.from?.rawValue ?? "-")>\($0.to.rawValue)" }
    }

    /// The admin some minutes later: two changes in one second are told as one.
    private func admin(_ minutes: Int) throws -> Session {
        try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(minutes: minutes)))
    }

    private func customer(_ events: [(Event.Kind, Int)]) throws -> RecordReference {
        let record = RecordReference(.customer, try office.customer("Nordlys").rawValue)
        try office.admin.write(office.admin.request(nil, title: "Events", journalled: false)) { writing in
            for (kind, days) in events {
                _ = try writing.insert(Event(subject: record, kind: kind, at: Office.noon.adding(days: -days)))
            }
        }
        return record
    }

    private static let steady: [(Event.Kind, Int)] =
        [(.firstPurchase, 200)] + stride(from: 199, to: 0, by: -7).map { (.login, $0) }

    @Test func scoringKeepsWhatTheRulesSayOnce() throws {
        let record = try customer(Self.steady)
        _ = try office.admin.scoreAll()
        #expect(try stages(record) == ["->new", "new>active"])
        let last = try #require(try office.admin.stageEntries(of: record).last)
        #expect(last.rule == "settled-in" && !last.evidence.isEmpty && last.by == nil && last.reason == nil)
        _ = try office.admin.scoreAll()
        #expect(try stages(record).count == 2)
        #expect(try office.admin.stageSurvey(of: .customer).lines.map(\.stage) == [.new, .active])
    }

    @Test func aUsersCommandIsTheirs() throws {
        let lead = try office.lead("Fjordline")
        #expect(try stages(lead) == ["->lead"])
        _ = try office.admin.run(.update(lead, FieldChange(.status, .text("qualified"))))
        #expect(try stages(lead) == ["->lead", "lead>qualified"])
        #expect(try office.admin.stageEntries(of: lead).last?.by == "Ada Admin")
        _ = try office.admin.run(.undo(count: 1))
        #expect(try stages(lead) == ["->lead"])
    }

    @Test func goingBackNeedsAReason() throws {
        let lead = try office.lead("Fjordline")
        _ = try admin(1).setStage(of: lead, to: .qualified, because: nil)
        let admin = try admin(2)
        #expect(throws: ServiceError.self) { try admin.setStage(of: lead, to: .lead, because: " ") }
        #expect(throws: ServiceError.self) {
            try admin.run(.update(lead, FieldChange(.status, .text("contacted"))))
        }
        _ = try admin.setStage(of: lead, to: .lead, because: "the budget is gone")
        #expect(try stages(lead) == ["->lead", "lead>qualified", "qualified>lead"])
        let last = try #require(try admin.stageEntries(of: lead).last)
        #expect(last.rule == "set-by-hand" && last.reason == "the budget is gone" && last.by == "Ada Admin")
        _ = try admin.scoreAll()
        #expect(try stages(lead).count == 3)
        _ = try admin.run(.undo(count: 1))
        #expect(try stages(lead) == ["->lead", "lead>qualified"])
        #expect(try admin.read { try $0.lead(Identifier(lead.id)) }.status == .qualified)
    }

    @Test func aCustomersStageIsSetAgainstTheRules() throws {
        let record = try customer(Self.steady + [(.usageDrop, 2)])
        _ = try office.admin.scoreAll()
        #expect(try stages(record).last == "active>at-risk")
        #expect(throws: ServiceError.self) { try office.admin.setStage(of: record, to: .active, because: nil) }
        _ = try admin(1).setStage(of: record, to: .active, because: "a holiday")
        _ = try admin(2).scoreAll()
        #expect(try stages(record).suffix(1) == ["at-risk>active"])
        #expect(try admin(2).customers(RecordQuery(.customer)).rows.map(\.stage) == [.active])
        _ = try admin(3).setStage(of: record, to: .churned, because: nil)
        #expect(try admin(3).customers(RecordQuery(.customer)).rows.map(\.churned) == [true])
        _ = try admin(4).setStage(of: record, to: .wonBack, because: nil)
        #expect(try stages(record).suffix(2) == ["active>churned", "churned>won-back"])
        #expect(try admin(4).customers(RecordQuery(.customer)).rows.map(\.stage) == [.wonBack])
        #expect(try admin(4).verifyAudit() > 0)
    }

    @Test func stagesOfTheOtherKindAndUnknownLinesAreRefused() throws {
        let lead = try office.lead("Fjordline")
        var admin = office.admin
        #expect(throws: ServiceError.self) { try admin.setStage(of: lead, to: .loyal, because: "x") }
        #expect(throws: ServiceError.self) { try admin.setStage(of: lead, to: .lead, because: "x") }
        for (name, value) in [("wishes", 3.0), ("new-days", 0), ("low-health", 101)] {
            #expect(throws: ServiceError.self) { try admin.setStageLines([name: value]) }
        }
        let record = try customer([(.firstPurchase, 30), (.login, 29), (.login, 1)])
        _ = try admin.scoreAll()
        #expect(try stages(record) == ["->new"])
        try admin.setStageLines(["new-days": 20])
        #expect(try stages(record) == ["->new", "new>active"])
        try admin.setStageLines(["new-days": nil])
        #expect(admin.tenant.settings.stageCutoffs.isEmpty)
    }

    @Test(arguments: [(Role.rep, true), (.support, false), (.viewer, false)])
    func rolesDecideWhoSetsStages(_ role: Role, _ isAllowed: Bool) throws {
        let session = try office.session(role)
        let record = try customer(Self.steady)
        _ = try office.admin.scoreAll()
        #expect(try session.stageEntries(of: record).count == 2)
        #expect(try !session.stageSurvey(of: .customer).lines.isEmpty)
        if isAllowed {
            _ = try session.setStage(of: record, to: .loyal, because: nil)
        } else {
            #expect(throws: ServiceError.self) { try session.setStage(of: record, to: .loyal, because: nil) }
        }
        var drawing = session
        #expect(throws: ServiceError.self) { try drawing.setStageLines(["new-days": 20]) }
    }
}

extension KeptStageTests {
    /// Before anything has happened, the day of sign-up tells a new customer from one in use.
    @Test func aCustomerNothingIsKnownOfIsNewForItsFirstTime() throws {
        let rows: [(days: Int?, stage: LifecycleStage)] = [(0, .new), (89, .new), (90, .active), (nil, .active)]
        let records = try rows.map { row in
            let since = row.days.map { Office.noon.date.adding(days: -$0) }
            let id = try office.admin.write(office.admin.request(nil, title: "Added", journalled: false)) {
                try $0.insert(Customer(name: "Since \(row.days ?? -1)", since: since))
            }
            return RecordReference(.customer, id.rawValue)
        }
        _ = try office.admin.scoreAll()
        for (record, row) in zip(records, rows) {
            #expect(try office.admin.stageEntries(of: record).map(\.to) == [row.stage], "\(row)")
        }
    }
}

extension KeptStageTests {
    /// A lead that is won has gone through the funnel at once, and is told of once.
    @Test func winningALeadIsAStage() throws {
        let won = try office.lead("Fjordline")
        let converted = try office.lead("Cobalt")
        _ = try admin(1).run(.createDeal(NewDeal(name: "Terminal", lead: Identifier(won.id))))
        let deal = try office.admin.read { try $0.deals(of: Identifier<Lead>(won.id)) }
        _ = try admin(2).run(.changeDeal(try #require(deal.first).id, .win(amount: nil, on: nil)))
        _ = try admin(3).run(.convertLead(Identifier(converted.id), amount: Money(minorUnits: 100, currency: "EUR")))
        for lead in [won, converted] {
            #expect(try stages(lead) == ["->lead", "lead>new"])
            let told = try office.admin.detail(of: lead).events
            #expect(told.count { $0.kind == .won } == 1, "\(told)")
        }
        #expect(try office.admin.stageSurvey(of: .lead).lines.last?.stage == .new)
        _ = try admin(4).run(.undo(count: 1))
        #expect(try stages(converted) == ["->lead"])
    }
}
