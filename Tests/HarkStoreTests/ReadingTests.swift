import HarkCore
import Testing

@testable import HarkStore

struct ReadingTests {
    @Test func theLedgerReplaysAScoreToTheLastBit() throws {
        let office = try Office()
        let lead = try office.write { try $0.insert(Lead("Acme")) }
        let score = Score(lead: lead, 1 / 3, .high)
        try office.write { try $0.save([Score(lead: lead, 0.2), score]) }
        let found = try office.read { try $0.scores(of: score.subject, target: .conversion) }
        #expect(found == [Score(lead: lead, 0.2), score])
        let sum = found[1].contributions.reduce(found[1].intercept) { $0 + $1.logOdds }
        #expect(sum == score.logOdds)
        let detail = try office.read { try $0.detail(of: score.subject) }
        #expect(detail.score == score)
        #expect(detail.scoreHistory.map(\.value) == [20, score.value])
    }

    @Test func modelsAreNumberedByTarget() throws {
        let office = try Office()
        let versions = try office.write { writing in
            try [(Score.Target.conversion, "1"), (.conversion, "2"), (.churn, "3")].map { target, content in
                try writing.save(model: "first", for: target, content: content, metrics: "{\"auc\":0.8}")
            }
        }
        #expect(versions == [1, 2, 1])
        let model = try #require(try office.read { try $0.model(for: .conversion) })
        #expect(model.version == 2)
        #expect(model.content == "2")
        #expect(try office.read { try $0.models(for: .conversion) }.map(\.version) == [2, 1])
    }

    @Test func aCustomersTimelineHoldsWhatTouchedIt() throws {
        let office = try Office()
        let customer = try office.write { writing in
            let company = try writing.insert(Company(name: "Mill"))
            let liv = try writing.insert(Contact(name: "Liv", company: company))
            let id = try writing.insert(
                Customer(name: "Mill", company: company, attributes: ["seats": .number(12)]))
            let reference = RecordReference(.customer, id.rawValue)
            _ = try writing.insert(Event(subject: reference, kind: .login, at: noon.adding(days: -9)))
            _ = try writing.insert(
                Ticket(
                    customer: id, subject: "Slow", openedAt: noon.adding(days: -7), closedAt: noon.adding(days: -5)))
            _ = try writing.insert(
                Activity(
                    kind: .call, subject: "Call", related: RecordReference(.contact, liv.rawValue),
                    at: noon.adding(days: -3), outcome: "happy", createdAt: noon))
            _ = try writing.insert(
                Activity(
                    kind: .meeting, subject: "Review", attendees: [liv], at: noon.adding(days: 4), createdAt: noon))
            _ = try writing.insert(
                Deal(name: "More", company: company, stage: .negotiation, createdAt: noon.adding(days: -1)))
            _ = try writing.insert(Message(subject: reference, channel: "email", body: "Thanks", at: noon))
            return reference
        }
        let detail = try office.read { try $0.detail(of: customer) }
        #expect(
            detail.events.map(\.kind) == [.login, .ticketRaised, .ticketSolved, .call, .stageChanged, .meeting])
        #expect(detail.events.map(\.note) == [nil, "Slow", "Slow", "Call: happy", "negotiation", "Review"])
        #expect(detail.messages.map(\.body) == ["Thanks"])
        #expect(detail.title == "Mill")
        #expect(detail.fields.first == RecordDetail.LabelledValue("Company", "Mill"))
        #expect(detail.fields.contains(RecordDetail.LabelledValue("seats", "12")))
    }

    @Test func deletedRecordsAreFoundNowhere() throws {
        let office = try Office()
        let id = try office.write { try $0.insert(Contact(name: "Liv Berg", email: "liv@mill.example")) }
        let reference = RecordReference(.contact, id.rawValue)
        #expect(try office.read { try $0.search("berg", kind: .contact) }.map(\.reference) == [reference])
        try office.write(.delete, "Deleted Liv") { try $0.delete(reference) }
        #expect(try office.read { try $0.search("berg") } == [])
        #expect(try office.read { try $0.names() } == [])
        #expect(try office.read { try $0.contacts(email: "liv@mill.example") } == [])
        for call in [
            { try office.read { _ = try $0.contact(id) } }, { try office.read { _ = try $0.detail(of: reference) } },
        ] {
            #expect(throws: StoreError.notFound(reference)) { try call() }
        }
        #expect(throws: StoreError.notFound(reference)) { try office.write { try $0.delete(reference) } }
    }

    @Test func namesLeaveOutWhatIsDone() throws {
        let office = try Office()
        try office.write { writing in
            _ = try writing.insert(Activity(kind: .task, subject: "Open", createdAt: noon))
            _ = try writing.insert(Activity(kind: .task, subject: "Done", done: true, createdAt: noon))
            _ = try writing.insert(Activity(kind: .note, subject: "Secret note", createdAt: noon))
            _ = try writing.insert(Company(name: "Mill", city: "Leeds"))
        }
        let names = try office.read { try $0.names() }
        #expect(
            names == [
                NamedRecord(RecordReference(.company, 1), name: "Mill", detail: "Leeds"),
                NamedRecord(RecordReference(.task, 1), name: "Open"),
            ])
        #expect(try office.read { try $0.search("secret") } == [])
    }

    @Test func streamsComeInOrder() throws {
        let office = try Office()
        try office.write { writing in
            let ids = try ["A", "B"].map { try writing.insert(Lead($0)) }
            for (id, days) in [(ids[1], -1), (ids[0], -1), (ids[1], -3), (ids[0], -2)] {
                let subject = RecordReference(.lead, id.rawValue)
                _ = try writing.insert(Event(subject: subject, kind: .login, at: noon.adding(days: days)))
            }
        }
        var seen: [String] = []
        try office.read { reading in
            try reading.eachLead { seen.append($0.companyName) }
            try reading.eachEvent(of: .lead) { seen.append("\($0.subject.id) \($0.at.date)") }
            // A stream may start another one of the same kind.
            try reading.eachLead { _ in try reading.eachLead { seen.append($0.companyName) } }
        }
        #expect(
            seen == ["A", "B", "1 2026-03-01", "1 2026-03-02", "2 2026-02-28", "2 2026-03-02", "A", "B", "A", "B"])
    }

    @Test func tenantsKeepTheirSettings() throws {
        let office = try Office()
        var tenant = office.tenant
        tenant.settings.currency = "SEK"
        tenant.settings.dateOrder = .dayFirst
        tenant.settings.priorities = PriorityCutoffs(high: 66.5, medium: 31)
        try office.store.platform.update(tenant, by: office.admin.id, at: noon)
        #expect(try office.store.platform.tenants() == [tenant])
        #expect(try office.read { try $0.ownTenant() } == tenant)
        #expect(throws: StoreError.alreadyExists("larkspur")) { try Office(office.store) }
        #expect(throws: StoreError.noTenant("x")) { try office.store.platform.tenant(slug: "x") }
        #expect(throws: StoreError.alreadyExists("MARIA@lark.example")) {
            try office.write { writing in
                try writing.insert(User(id: Identifier(0), name: "M", email: "MARIA@lark.example", role: .rep))
            }
        }
    }
}
