import HarkCore
import HarkService
import Testing

/// What questions are answered from records made for them.
struct QuestionTests {
    let office: Office
    let deal: RecordReference
    let contact: RecordReference

    init() throws {
        office = try Office()
        let admin = office.admin
        let june = LocalDate(year: 2026, month: 6, day: 30)
        func deal(_ name: String, _ euros: Int64, _ stage: Deal.Stage) throws -> RecordReference {
            let amount = Money(minorUnits: euros * 100, currency: "EUR")
            let new = NewDeal(name: name, amount: amount, stage: stage, closeDate: june)
            return try #require(admin.run(.createDeal(new)).focus)
        }
        self.deal = try deal("Refit", 20_000, .proposal)
        _ = try deal("Boat", 10_000, .negotiation)
        for (name, euros) in [("Engine", Int64(5_000)), ("Hull", 15_000)] {
            let won = try deal(name, euros, .proposal)
            _ = try admin.run(.changeDeal(Identifier(won.id), .win(amount: nil, on: nil)))
        }
        let lost = try deal("Sail", 1_000, .proposal)
        _ = try admin.run(.changeDeal(Identifier(lost.id), .lose(reason: "price", competitor: nil)))
        contact = try #require(
            admin.run(.createContact(NewContact(person: "Helen Marsh", company: "Aldgate", phone: "+441514960123")))
                .focus)
        let lead = try office.lead("Acme Nordic")
        _ = try admin.run(.log(WorkLog(related: lead, at: Office.noon)))
        let ten = Office.noon.adding(minutes: 30)
        _ = try admin.run(
            .scheduleMeeting(NewMeeting(attendees: [], start: ten, durationMinutes: 120, subject: "Demo")))
    }

    private static let today = DateSpan(from: Office.noon.date, until: Office.noon.date.adding(days: 1))
    private static let yesterday = DateSpan(from: Office.noon.date.adding(days: -1), until: Office.noon.date)
    private static let open = RecordQuery(.deal, conditions: [Condition(.stage, .equals, .text("open"))])

    private var answers: [(Command, says: String)] {
        [
            (.aggregate(MeasureQuestion(.revenue)), "Revenue: 20,000 EUR (2)."),
            (.aggregate(MeasureQuestion(.averageDeal)), "Average deal: 10,000 EUR (2)."),
            (.aggregate(MeasureQuestion(.winRate, owner: .me)), "Win rate of Ada Admin: 67% (2 of 3)."),
            (.aggregate(MeasureQuestion(.calls, span: Self.today)), "Calls, 2026-03-03: 1."),
            (.aggregate(MeasureQuestion(.revenue, by: .owner)), "Revenue by owner: Ada Admin 20,000 EUR (2)."),
            (
                .rank(MeasureQuestion(.newDeals, by: .stage), isDescending: false),
                "New deals by stage: 1 "
            ),
            (
                .compare(.wonDeals, Self.today, Self.yesterday),
                "Won deals: 2 in 2026-03-03, nothing in 2026-03-02; up from nothing."
            ),
            (
                .pipeline(Self.open),
                "2 open deals, 30,000 EUR: proposal 1 (20,000 EUR), negotiation 1 (10,000 EUR). Expected: 17,500 EUR."
            ),
            (.forecast(Self.open), "Forecast: 17,500 EUR of 30,000 EUR in 2 open deals; 2026-06 17,500 EUR."),
            (.count(Self.open), "2 deals, worth 30,000 EUR."),
            (.count(Self.open, by: .stage), "2 deals by stage: negotiation 1, proposal 1."),
            (
                .compare(.wonDeals, Self.today, Self.yesterday, of: .me),
                "Won deals of Ada Admin: 2 in 2026-03-03, nothing in 2026-03-02; up from nothing."
            ),
            (.showField(contact, .phone), "The phone of Helen Marsh is +441514960123."),
            (.showField(deal, .owner), "The owner of Refit is Ada Admin."),
            (.showField(contact, .title), "The title of Helen Marsh is not known."),
            (.showHistory(deal, nil), "Refit: 1 events; 2026-03-03 stage changed (proposal)."),
            (.showHistory(deal, Self.yesterday), "Nothing happened with Refit, 2026-03-02."),
            (.call(contact), "Call Helen Marsh: +441514960123."),
            (.nextAction(contact), "Nothing in particular with Helen Marsh now."),
            (.nextAction(nil), "Nothing is due, and nothing in particular is wise now."),
            (
                .freeSlot(Self.today, minutes: 60), "Free for 60 minutes: Tuesday 2026-03-03 at 12:00 to 17:00."
            ),
            (.navigate(.log), "This is the log screen."),
            (
                .saveView(
                    name: "Mine", RecordQuery(.lead, conditions: [Condition(.owner, .equals, .me)])),
                "Kept the view Mine: owner:me."
            ),
            (.freeSlot(Self.today, minutes: 600), "No 600 minutes are free, 2026-03-03."),
        ]
    }

    @Test func questionsAreAnsweredAndChangeNothing() throws {
        let log = try office.admin.log().count
        for (command, says) in answers {
            #expect(!command.writes)
            let reply = try office.admin.run(command)
            #expect(reply.text.hasPrefix(says), "\(reply.text)")
            #expect(!reply.changed)
        }
        #expect(try office.admin.log().count == log)
    }

    @Test func whoMayNotReadDealsLearnsNoFigure() throws {
        let viewer = try office.session(.viewer)
        #expect(try viewer.run(.count(Self.open)).text == "2 deals, worth 30,000 EUR.")
        #expect(throws: ServiceError.self) { try viewer.run(.draftEmail(EmailDraft(recipient: contact))) }
    }
}
