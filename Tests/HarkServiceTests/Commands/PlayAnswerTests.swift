import HarkCore
import HarkLifecycle
import HarkStore
import Testing

@testable import HarkService

/// What people say to advice, and what a trial holds back.
struct PlayAnswerTests {
    private let office: Office
    private let lead: RecordReference

    init() throws {
        office = try Office()
        lead = try PlayAnswerTests.waiting("Fjordline", office)
    }

    /// A lead that wrote two days ago and waits for an answer.
    private static func waiting(_ company: String, _ office: Office) throws -> RecordReference {
        let lead = try office.lead(company)
        try office.admin.write(office.admin.request(nil, title: "Message", journalled: false)) { writing in
            _ = try writing.insert(
                Message(subject: lead, channel: "email", body: "Hello?", at: Office.noon.adding(days: -2)))
        }
        return lead
    }

    private func plays(_ session: Session? = nil) throws -> [String] {
        try (session ?? office.admin).nextActions(for: lead).map(\.play)
    }

    private func best(on day: Int) throws -> String? {
        let later = try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(days: day)))
        return try later.nextActions(for: lead).first?.play
    }

    private func advised() throws -> String { try #require(try plays().first) }

    @Test func anAnsweredPlayRestsForItsTimeAndUndoBringsItBack() throws {
        let play = try advised()
        let horizon = try #require(try PlayBook.builtIn().play(play)?.horizonDays)
        let answers: [(PlayAnswer.Kind, LocalDate?, rests: [Int], back: [Int])] = [
            (.done, nil, [0, horizon - 1], [horizon]),
            (.later, Office.noon.date.adding(days: 5), [0, 4], [5]), (.notRelevant, nil, [0, 300], []),
        ]
        for (kind, until, rests, back) in answers {
            let reply = try office.admin.answer(play, of: lead, kind, until: until, because: "they said so")
            #expect(reply.changed && reply.text.contains(kind.words))
            for day in rests { #expect(try best(on: day) != play, "\(kind) \(day)") }
            for day in back { #expect(try best(on: day) == play, "\(kind) \(day)") }
            #expect(try office.admin.page(of: lead).actions.first?.play != play)
            #expect(
                try office.admin.agenda(owner: nil).actions.allSatisfy {
                    $0.play != play || $0.record.reference != lead
                })
            #expect(try office.admin.restingPlays(of: lead).map(\.play) == [play])
            _ = try office.admin.run(.undo(count: 1))
            #expect(try plays().first == play)
        }
        _ = try office.admin.answer(play, of: lead, .notRelevant)
        _ = try office.admin.answer(play, of: lead, .again)
        #expect(try plays().first == play)
        #expect(try office.admin.restingPlays(of: lead).isEmpty)
    }

    @Test func badAnswersAreRefused() throws {
        let customer = RecordReference(.customer, try office.customer("Nordlys").rawValue)
        let today = Office.noon.date
        let bad: [(String, RecordReference, PlayAnswer.Kind, LocalDate?)] = [
            ("sing", lead, .done, nil), ("win-back", lead, .done, nil), ("reply", customer, .done, nil),
            ("call-back", lead, .later, nil), ("call-back", lead, .later, today),
        ]
        for (play, record, kind, until) in bad {
            #expect(throws: ServiceError.self) { try office.admin.answer(play, of: record, kind, until: until) }
        }
        #expect(throws: ServiceError.self) { try office.admin.snooze(lead, until: today.adding(days: 3)) }
        #expect(throws: ServiceError.self) { try office.admin.snooze(customer, until: today) }
        #expect(throws: ServiceError.self) { try office.admin.wake(customer) }
    }

    @Test(arguments: [(Role.manager, true), (.rep, true), (.support, false), (.viewer, false)])
    func rolesDecideWhoAnswers(_ role: Role, _ isAllowed: Bool) throws {
        let play = try advised()
        try office.admin.write(office.admin.request(nil, title: "Freed", journalled: false)) { writing in
            var free = try writing.reading.lead(Identifier(lead.id))
            free.owner = nil
            try writing.update(free)
        }
        let session = try office.session(role)
        #expect(try plays(session).contains(play) == isAllowed, "who may not do it is not advised it")
        let customer = RecordReference(.customer, try office.customer("Nordlys").rawValue)
        let until = Office.noon.date.adding(days: 3)
        if isAllowed {
            _ = try session.answer(play, of: lead, .done)
            _ = try session.snooze(customer, until: until)
        } else {
            #expect(throws: ServiceError.self) { try session.answer(play, of: lead, .done) }
            #expect(throws: ServiceError.self) { try session.snooze(customer, until: until) }
        }
        var trying = session
        if role == .manager {
            try trying.setTrial(holdBack: 0.1, seed: 1)
        } else {
            #expect(throws: ServiceError.self) { try trying.setTrial(holdBack: 0.1, seed: 1) }
        }
        #expect(try office.admin.verifyAudit() > 0)
    }

    @Test func snoozedCustomersAreLeftOutAndCounted() throws {
        for name in ["Nordlys", "Havn", "Tind"] { _ = try office.customer(name) }
        let nordlys = RecordReference(.customer, 1)
        _ = try office.admin.snooze(nordlys, until: Office.noon.date.adding(days: 7), because: "on holiday")
        func names(_ filter: String, days: Int = 0) throws -> (names: [String], snoozed: Int) {
            let session = try office.service.session(
                tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon.adding(days: days)))
            let query = RecordQuery(.customer, conditions: try FilterExpression(filter).conditions)
            let found = try session.customersAtRisk(query)
            return (found.rows.map(\.customer.name), found.snoozed)
        }
        let rows: [(String, Int, [String], Int)] = [
            ("", 0, ["Nordlys", "Havn", "Tind"], 0), ("snoozed:no", 0, ["Havn", "Tind"], 1),
            ("snoozed:yes", 0, ["Nordlys"], 0), ("snoozed:no", 6, ["Havn", "Tind"], 1),
            ("snoozed:no", 7, ["Nordlys", "Havn", "Tind"], 0),
        ]
        for (filter, days, expected, snoozed) in rows {
            let found = try names(filter, days: days)
            #expect(found.names == expected && found.snoozed == snoozed, "\(filter) \(days)")
        }
        _ = try office.admin.run(.undo(count: 1))
        #expect(try names("snoozed:no").names.count == 3)
    }

    @Test func aTrialHoldsBackTheSameAndCountsBoth() throws {
        for number in 1...60 { _ = try Self.waiting("Company \(number)", office) }
        var admin = office.admin
        let before = try admin.agenda(owner: nil).actions
        try admin.setTrial(holdBack: 0.5, seed: 11)
        let shown = try admin.agenda(owner: nil).actions
        let trial = try #require(admin.tenant.settings.trial)
        #expect(shown.allSatisfy { !trial.holdsBack($0.play, from: $0.record.reference) })
        #expect(shown.count < before.count)
        #expect(try admin.agenda(owner: nil).actions == shown)
        // Nobody has seen any of it yet, however often everything is scored and listed.
        _ = try admin.scoreAll()
        #expect(try admin.playRecords().allSatisfy { $0.advised == 0 && $0.heldBack == 0 })
        let agenda = try admin.agenda(owner: nil)
        try admin.noteAdvice(showing: agenda.actions, of: agenda)
        let use = try admin.playRecords()
        let play = try #require(use.first { $0.heldBack > 0 })
        #expect(play.advised + play.heldBack > 40 && play.done == 0 && play.uplift == nil)
        // Nothing is counted twice within the play's time, and nothing is ripe yet.
        try admin.noteAdvice(showing: agenda.actions, of: agenda)
        let again = try #require(try admin.playRecords().first { $0.play == play.play })
        #expect(again == play && again.treated.count == 0)
        #expect(throws: ServiceError.self) { try admin.setTrial(holdBack: 0.9, seed: 1) }
        try admin.setTrial(holdBack: 0, seed: 1)
        #expect(try admin.agenda(owner: nil).actions.count == before.count)
    }

    /// What stands below the last action shown has not been seen, on either side of a trial.
    @Test func onlyWhatIsShownIsCounted() throws {
        for number in 1...40 { _ = try Self.waiting("Company \(number)", office) }
        var admin = office.admin
        try admin.setTrial(holdBack: 0.5, seed: 11)
        let agenda = try admin.agenda(owner: nil)
        let shown = Array(agenda.actions.prefix(3))
        let least = try #require(shown.last?.worth)
        func advised() throws -> Int { try admin.playRecords().map(\.advised).reduce(0, +) }
        try admin.noteAdvice(showing: shown, of: agenda)
        let noted = try admin.read { try $0.playAdvice() }
        #expect(try advised() == shown.count && noted.count > shown.count)
        for one in noted where one.isHeldBack {
            #expect(agenda.withheld.contains { $0.record.reference == one.record && $0.worth >= least })
        }
        // Opening a record shows its advice and nobody else's.
        let last = try #require(agenda.actions.last?.record.reference)
        try admin.noteAdvice(shownFor: [last, last])
        #expect(try advised() == shown.count + 1)
        _ = try admin.run(.nextAction(last))
        #expect(try advised() == shown.count + 1)
    }

    /// Sixty leads a month after they were advised a first contact or not: those advised have answered more often.
    @Test func theUpliftIsTheDifferenceBetweenBoth() throws {
        var admin = office.admin
        let leads = try [lead] + (1...120).map { try Self.waiting("Company \($0)", office) }
        try admin.setTrial(holdBack: 0.5, seed: 3)
        let trial = try #require(admin.tenant.settings.trial)
        try admin.noteAdvice(shownFor: leads)
        let advice = try admin.read { try $0.playAdvice() }.filter { leads.contains($0.record) }
        let play = try #require(Dictionary(grouping: advice, by: \.play).max { $0.value.count < $1.value.count }?.key)
        let aim = try #require(try PlayBook.builtIn().play(play))
        let mine = advice.filter { $0.play == play }
        try admin.write(admin.request(nil, title: "Answers", journalled: false)) { writing in
            for (number, one) in mine.enumerated() where !one.isHeldBack || number.isMultiple(of: 4) {
                for kind in [Event.Kind.emailReplied, .won] {
                    _ = try writing.insert(Event(subject: one.record, kind: kind, at: Office.noon.adding(days: 3)))
                }
            }
        }
        let later = try office.service.session(
            tenant: "acme", user: nil, channel: .commandLine,
            clock: .fixed(at: Office.noon.adding(days: aim.horizonDays)))
        let use = try #require(try later.playRecords().first { $0.play.name == play })
        #expect(use.treated.count + use.control.count == mine.count && use.treated.rate == 1)
        #expect(mine.allSatisfy { trial.holdsBack(play, from: $0.record) == $0.isHeldBack })
        let uplift = try #require(use.uplift)
        #expect(uplift.isShown && uplift.low > 0.3 && uplift.difference == 1 - use.control.rate)
    }
}
