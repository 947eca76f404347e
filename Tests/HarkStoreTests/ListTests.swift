import HarkCore
import Testing

@testable import HarkStore

struct ListTests {
    /// One office for all tests that only read.
    static let shared = Result { try office() }

    @Test(arguments: RecordKind.allCases)
    func listsHaveTheFieldsTheirKindTellsOf(_ kind: RecordKind) {
        #expect(Set(ListShape.of(kind).fields.keys) == kind.listFields)
    }

    /// Four leads of different looks, and work around them.
    static func office() throws -> Office {
        let office = try Office()
        try office.write { writing in
            let tom = try writing.insert(
                User(id: Identifier(0), name: "Tom Ost", email: "tom@lark.example", role: .rep))
            let berlin = try writing.insert(Company(name: "Ärzte AG", industry: "Health", city: "Berlin"))
            var lead = Lead("Nordic Air", person: "Liv Berg")
            lead.source = "Referral"
            lead.owner = office.admin.id
            lead.amount = Money(major: 12_500, currency: "EUR")
            let nordic = try writing.insert(lead)
            lead = Lead("Ärzte AG")
            lead.company = berlin
            lead.source = "Website"
            lead.status = .qualified
            lead.owner = tom
            lead.amount = Money(major: 90_000, currency: "JPY")
            let doctors = try writing.insert(lead)
            lead = Lead("", person: "Sam Nordby")
            lead.createdAt = noon.adding(days: -40)
            let sam = try writing.insert(lead)
            lead = Lead("Old Mill")
            lead.status = .disqualified
            _ = try writing.insert(lead)
            _ = try writing.insert(
                Deal(
                    name: "Air big", lead: nordic, amount: Money(major: 5, currency: "EUR"), stage: .proposal,
                    createdAt: noon))
            try writing.save([
                Score(lead: nordic, 0.91, .high), Score(lead: doctors, 0.5), Score(lead: sam, 0.1, .low),
            ])
            _ = try writing.insert(
                Event(subject: RecordReference(.lead, sam.rawValue), kind: .call, at: noon.adding(days: -2)))
            _ = try writing.insert(
                Event(subject: RecordReference(.lead, sam.rawValue), kind: .call, at: noon.adding(days: 2)))
        }
        return office
    }

    static let filters: [(String, [String])] = [
        ("", ["Nordic Air", "Ärzte AG", "Sam Nordby", "Old Mill"]),
        ("stage:open", ["Nordic Air", "Ärzte AG", "Sam Nordby"]),
        ("stage!:open", ["Old Mill"]),
        ("stage:proposal", ["Nordic Air"]),
        ("stage:QUALIFIED", ["Ärzte AG"]),
        ("status:new", ["Nordic Air", "Sam Nordby"]),
        ("status>=qualified", ["Ärzte AG", "Old Mill"]),
        ("owner:me", ["Nordic Air"]),
        ("owner!:me", ["Ärzte AG", "Sam Nordby", "Old Mill"]),
        ("owner:\"tom ost\"", ["Ärzte AG"]),
        ("owner~OST", ["Ärzte AG"]),
        ("source:referral", ["Nordic Air"]),
        ("source!:referral", ["Ärzte AG", "Sam Nordby", "Old Mill"]),
        ("source~e", ["Nordic Air", "Ärzte AG"]),
        ("company:\"ÄRZTE ag\"", ["Ärzte AG"]),
        ("company~ÄRZ", ["Ärzte AG"]),
        ("name~%", []),
        ("city:BERLIN", ["Ärzte AG"]),
        ("industry:health", ["Ärzte AG"]),
        ("person:\"liv berg\"", ["Nordic Air"]),
        ("score>50", ["Nordic Air"]),
        ("score>=50", ["Nordic Air", "Ärzte AG"]),
        ("score<50", ["Sam Nordby"]),
        ("!", ["Nordic Air"]),
        ("priority<high", ["Ärzte AG", "Sam Nordby"]),
        ("amount>12000", ["Nordic Air", "Ärzte AG"]),
        ("amount>12500", ["Ärzte AG"]),
        ("created<2026-03-01", ["Sam Nordby"]),
        ("created:2026-03-03", ["Nordic Air", "Ärzte AG", "Old Mill"]),
        ("touched:2026-03-01", ["Sam Nordby"]),
        ("touched!:2026-03-01", ["Nordic Air", "Ärzte AG", "Old Mill"]),
        ("nord", ["Nordic Air", "Sam Nordby"]),
        ("nord air", ["Nordic Air"]),
        ("arzt", ["Ärzte AG"]),
        ("ordic", []),
        ("nord score<50", ["Sam Nordby"]),
    ]

    @Test(arguments: filters) func filtersLeads(_ filter: String, _ names: [String]) throws {
        #expect(try Self.shared.get().leads(filter) == names)
    }

    static let orders: [([SortKey], [String])] = [
        ([SortKey(.score, descending: true)], ["Nordic Air", "Ärzte AG", "Sam Nordby", "Old Mill"]),
        ([SortKey(.score)], ["Sam Nordby", "Ärzte AG", "Nordic Air", "Old Mill"]),
        ([SortKey(.name)], ["Nordic Air", "Old Mill", "Sam Nordby", "Ärzte AG"]),
        ([SortKey(.name, descending: true)], ["Ärzte AG", "Sam Nordby", "Old Mill", "Nordic Air"]),
        ([SortKey(.priority, descending: true)], ["Nordic Air", "Ärzte AG", "Sam Nordby", "Old Mill"]),
        ([SortKey(.status), SortKey(.name)], ["Nordic Air", "Sam Nordby", "Ärzte AG", "Old Mill"]),
        ([SortKey(.amount, descending: true)], ["Ärzte AG", "Nordic Air", "Sam Nordby", "Old Mill"]),
        ([SortKey(.owner)], ["Nordic Air", "Ärzte AG", "Sam Nordby", "Old Mill"]),
        ([SortKey(.created)], ["Sam Nordby", "Nordic Air", "Ärzte AG", "Old Mill"]),
        ([SortKey(.touched)], ["Sam Nordby", "Nordic Air", "Ärzte AG", "Old Mill"]),
    ]

    @Test(arguments: orders) func sortsLeads(_ keys: [SortKey], _ names: [String]) throws {
        #expect(try Self.shared.get().leads(sort: keys) == names)
    }

    @Test func aRowShowsWhatTheListNeeds() throws {
        let office = try Self.shared.get()
        let listing = try office.read { try $0.leads(matching: RecordQuery(.lead), me: office.admin.id) }
        let first = try #require(listing.rows.first)
        #expect(first.stage == "proposal")
        #expect(first.topReason == "read 9 pages")
        #expect(first.score == 91)
        #expect(first.priority == .high)
        #expect(first.ownerName == "Maria Lund")
        #expect(first.amount?.text == "12,500 EUR")
        #expect(listing.rows[2].lastTouch == noon.adding(days: -2))
    }

    @Test func pagesCutTheListAndTellItsLength() throws {
        let office = try Self.shared.get()
        let query = RecordQuery(.lead, sort: [SortKey(.name)], page: Page(offset: 1, limit: 2))
        let listing = try office.read { try $0.leads(matching: query, me: office.admin.id) }
        #expect(listing.rows.map(\.name) == ["Old Mill", "Sam Nordby"])
        #expect(listing.total == 4)
        #expect(try office.read { try $0.count(matching: query, me: office.admin.id) } == 4)
    }

    /// Every field of every kind can be sorted by and compared with a value of its sort.
    @Test(arguments: RecordKind.allCases) func everyOfferedFieldWorks(_ kind: RecordKind) throws {
        let office = try Self.shared.get()
        for field in Field.allCases {
            let values: [Condition.Value] =
                switch field.sort {
                case .text: [.text("x")]
                case .number: [.number(1)]
                case .date: [.date(noon.date)]
                }
            for comparison in Condition.Comparison.allCases {
                var query = RecordQuery(kind, sort: [SortKey(field), SortKey(field, descending: true)])
                query.conditions = values.map { Condition(field, comparison, $0) }
                if ListShape.of(kind).fields[field] != nil {
                    #expect(try office.read { try $0.records(matching: query, me: office.admin.id) }.total >= 0)
                } else {
                    #expect(throws: StoreError.unknownField(field, kind)) {
                        try office.read { try $0.records(matching: query, me: office.admin.id) }
                    }
                }
            }
        }
    }

    @Test func anUnknownFieldIsToldInASentence() throws {
        #expect(
            StoreError.unknownField(.risk, .contact).description
                == "Contacts have no field risk; try name, person, company, city, country, industry, email, phone, touched."
        )
    }

    @Test func customersAreFilteredByRiskInPercentOrShare() throws {
        let office = try Office()
        try office.write { writing in
            for (name, risk) in [("A", 0.2), ("B", 0.7)] {
                let id = try writing.insert(Customer(name: name, plan: "Pro", churned: false))
                let reference = RecordReference(.customer, id.rawValue)
                try writing.save([
                    Score(
                        subject: reference, target: .churn, probability: risk, priority: .high, intercept: 0,
                        contributions: [], logOdds: 0, model: "churn 1", at: noon)
                ])
            }
        }
        for filter in ["risk>50%", "risk>0.5", "risk>50", "health<50"] {
            let query = RecordQuery(.customer, conditions: try FilterExpression(filter).conditions)
            let listing = try office.read { try $0.customers(matching: query, me: office.admin.id) }
            #expect(listing.rows.map(\.name) == ["B"], "\(filter)")
            #expect(listing.rows.first?.trend == [30])
        }
    }

    @Test func openTasksAndTicketsAreFound() throws {
        let office = try Office()
        try office.write { writing in
            _ = try writing.insert(Activity(kind: .task, subject: "Call Liv", at: noon, createdAt: noon))
            _ = try writing.insert(Activity(kind: .task, subject: "Old", at: noon, done: true, createdAt: noon))
            _ = try writing.insert(Activity(kind: .meeting, subject: "Demo", at: noon, createdAt: noon))
            _ = try writing.insert(Ticket(customer: nil, subject: "Broken", status: .open, openedAt: noon))
        }
        for (kind, name) in [(RecordKind.task, "Call Liv"), (.meeting, "Demo"), (.ticket, "Broken")] {
            let query = RecordQuery(kind, conditions: [Condition(.status, .equals, .text("open"))])
            #expect(try office.read { try $0.records(matching: query, me: office.admin.id) }.rows.map(\.name) == [name])
        }
    }
}
