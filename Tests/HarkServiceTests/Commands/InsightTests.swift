import HarkCore
import HarkService
import Testing

/// Pins, struck words and explanations as people use them.
struct InsightTests {
    @Test func aPinStandsBesideTheModel() throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        let before = try office.admin.explanation(of: lead)
        let day = Office.noon.date
        let reply = try office.admin.pin(lead, at: 88, reason: " met  the CFO ", until: day.adding(days: 7))
        #expect(reply.text == "Pinned Bergen Fjordline at 88, until 2026-03-10: met the CFO.")
        let detail = try office.admin.detail(of: lead)
        #expect(detail.pinned?.value == 88 && detail.pinned?.owner == "Ada Admin" && detail.score == before)
        #expect(try office.admin.leads(RecordQuery(.lead)).rows.map(\.pinned?.value) == [88])
        _ = try office.admin.run(.undo(count: 1))
        #expect(try office.admin.detail(of: lead).pinned == nil)
        _ = try office.admin.run(.redo(count: 1))
        #expect(try office.admin.unpin(lead).text == "Unpinned Bergen Fjordline.")
        #expect(throws: ServiceError.self) { try office.admin.unpin(lead) }
    }

    @Test func aPinEndsWithItsDay() throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        _ = try office.admin.pin(lead, at: 88, reason: "trade fair", until: Office.noon.date)
        let later = try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(days: 1)))
        #expect(try later.detail(of: lead).pinned == nil)
        #expect(try later.leads(RecordQuery(.lead)).rows.map(\.pinned) == [nil])
    }

    static let badPins: [(Double, String, Int?)] = [
        (101, "why", nil), (-1, "why", nil), (50, " ", nil), (50, "why", -1),
    ]

    @Test(arguments: badPins)
    func badPinsAreRefused(_ row: (Double, String, Int?)) throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        let until = row.2.map { Office.noon.date.adding(days: $0) }
        #expect(throws: ServiceError.self) { try office.admin.pin(lead, at: row.0, reason: row.1, until: until) }
    }

    /// Role, and whether it may pin a colleague's lead, strike a word, and read the list of words.
    static let rights: [(Role, pins: Bool, strikes: Bool)] = [
        (.manager, true, true), (.rep, false, false), (.support, false, false), (.viewer, false, false),
    ]

    @Test(arguments: rights)
    func rolesDoWhatTheyMay(_ row: (Role, pins: Bool, strikes: Bool)) throws {
        let office = try Office()
        try office.admin.addUser(name: "Colin", email: "colin@acme.test", role: .rep, team: "north")
        let colleague = try office.service.session(
            tenant: "acme", user: "colin", channel: .commandLine, clock: .fixed(at: Office.noon))
        let theirs = try office.lead("Bergen Fjordline", in: colleague)
        let session = try office.session(row.0)
        let pinned = try? session.pin(theirs, at: 50, reason: "why", until: nil)
        let struck = try? session.strike("urgent")
        #expect((pinned != nil) == row.pins)
        #expect((struck != nil) == row.strikes)
        #expect(try session.struckWords().count == (row.strikes ? 1 : 0))
    }

    @Test func aRepIsToldThatALeadIsSomebodyElses() throws {
        let office = try Office()
        let theirs = try office.lead("Secret Company")
        let rep = try office.session(.rep)
        let error = #expect(throws: ServiceError.self) { try rep.pin(theirs, at: 50, reason: "why", until: nil) }
        #expect(
            error?.message == "Your role may write leads of your own only, and this record belongs to somebody else. "
                + "Ask its owner, a manager, or an admin of the tenant.")
    }

    @Test func strikingIsUndoneAndKnowsTenants() throws {
        let office = try Office()
        _ = try office.admin.strike("  Right   Now ")
        #expect(try office.admin.struckWords().map(\.phrase) == ["right now"])
        #expect(throws: ServiceError.self) { try office.admin.strike("right now") }
        #expect(throws: ServiceError.self) { try office.admin.strike(" ! ") }
        _ = try office.service.createTenant(
            slug: "other", name: "Other", admin: .init(name: "Otto", email: "otto@other.test"), at: Office.noon)
        let other = try office.service.session(
            tenant: "other", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon))
        #expect(try other.struckWords().isEmpty)
        _ = try office.admin.run(.undo(count: 1))
        #expect(try office.admin.struckWords().isEmpty)
    }

    @Test func onlyLeadsAndCustomersAreExplained() throws {
        let office = try Office()
        let contact = try #require(
            try office.admin.run(.createContact(NewContact(person: "Liv Berg", company: "Tind"))).focus)
        let error = #expect(throws: ServiceError.self) { try office.admin.explanation(of: contact) }
        #expect(error?.message.hasPrefix("Liv Berg is a contact, and only leads and customers are scored") == true)
    }

    @Test func aCallMovesTheScoreAndTheLedgerTellsBy() throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        let before = try office.admin.explanation(of: lead)
        let later = try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(days: 2)))
        _ = try later.run(.log(WorkLog(related: lead)))
        let change = try later.change(of: lead, since: Office.noon.date.adding(days: 1).midnight)
        #expect(change.before == before && change.after.value > before.value)
        #expect(change.parts.contains { $0.reasonAfter == "has had a call" })
        let moved = change.parts.reduce(change.after.intercept - change.before.intercept) { $0 + $1.logOdds }
        #expect(abs(moved - (change.after.logOdds - change.before.logOdds)) < 1e-9)
        #expect(try later.explanation(of: lead, at: Office.noon.adding(days: 1)) == before)
        #expect(throws: ServiceError.self) { try later.explanation(of: lead, at: Office.noon.adding(days: -1)) }
    }

    @Test func underRulesAReportSaysSo() throws {
        let office = try Office()
        for target in Score.Target.allCases {
            let report = try office.admin.modelReport(for: target)
            #expect(report.model == "rules" && report.notes.count == 1 && report.quality.isEmpty)
        }
    }

    @Test func cutoffsAreTheTenants() throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        var session = office.admin
        try session.setCutoffs(high: 5, medium: 2, churn: nil)
        #expect(try session.explanation(of: lead).priority == .high)
        #expect(throws: ServiceError.self) { try session.setCutoffs(high: 5, medium: 9, churn: nil) }
    }
}
