import HarkCore
import HarkService
import Testing

/// Every command that writes: what it answers, and that undo and redo take it back and forth.
struct CommandTests {
    let office: Office
    let lead: RecordReference
    let deal: RecordReference
    let task: RecordReference
    let others: Others

    /// One record of each further kind.
    struct Others {
        var contact: RecordReference
        var company: RecordReference
        var meeting: RecordReference
        var ticket: RecordReference
        var lost: RecordReference
        var customer: Identifier<Customer>
        var twin: RecordReference
        var rep: User
    }

    init() throws {
        office = try Office()
        let euros = Money(minorUnits: 2_000_000, currency: "EUR")
        lead = try office.lead("Acme Nordic")
        deal = try #require(office.admin.run(.createDeal(NewDeal(name: "Refit", amount: euros))).focus)
        let reply = try office.admin.run(.createTask(NewTask(subject: "send proposal", related: lead)))
        task = try #require(reply.records.first?.reference)
        others = try Others(office)
    }

    private var commands: [(Command, says: String)] {
        [
            (.createLead(NewLead(company: "ABC Corporation", source: "referral")), "Added lead ABC Corporation"),
            (.update(lead, FieldChange(.status, "contacted")), "Acme Nordic: status is now contacted."),
            (.update(lead, FieldChange(.company, "Acme South")), "Acme South: company is now Acme South."),
            (.disqualifyLead(Identifier(lead.id), reason: "no budget"), "Disqualified Acme Nordic."),
            (
                .createContact(NewContact(person: "Helen Marsh", company: "Aldgate")),
                "Added contact Helen Marsh at Aldgate."
            ),
            (
                .createDeal(NewDeal(name: "Boiler", amount: Money(minorUnits: 1_250_000, currency: "EUR"))),
                "Added deal Boiler for 12,500 EUR."
            ),
            (.updateDeal(Identifier(deal.id), stage: .won), "Refit is now in stage won."),
        ] + changes + work + several
    }

    private var changes: [(Command, says: String)] {
        func deal(_ change: DealChange) -> Command { .changeDeal(Identifier(self.deal.id), change) }
        return [
            (deal(.amount(AmountChange(.whole, 48_000))), "Refit: amount is now 48,000 EUR."),
            (deal(.amount(AmountChange(.percent, 10))), "Refit: amount is now 22,000 EUR."),
            (deal(.amount(AmountChange(.delta, -5_000))), "Refit: amount is now 15,000 EUR."),
            (deal(.closeDate(Office.noon.date)), "Refit: close date is now 2026-03-03."),
            (deal(.probability(60)), "Refit: probability is now 60%."),
            (deal(.win(amount: AmountChange(.whole, 48_000), on: nil)), "Refit: won, 48,000 EUR."),
            (deal(.lose(reason: "price", competitor: "Globex")), "Refit: lost to Globex: price."),
            (
                .changeDeal(Identifier(others.lost.id), .reopen(nil)),
                "Old boat: open again in stage negotiation."
            ),
            (.update(others.contact, FieldChange(.phone, "+4755512345")), "Helen Marsh: phone is now +4755512345."),
            (.update(others.contact, FieldChange(.company, "Globex")), "Helen Marsh: company is now Globex."),
            (.update(others.company, FieldChange(.size, .number(120))), "Aldgate: size is now 120."),
            (.createCompany(NewCompany(name: "Nordic Steel", city: "Bergen")), "Added company Nordic Steel."),
            (.update(others.ticket, FieldChange(.priority, "urgent")), "Login broken: priority is now urgent."),
            (
                .createTicket(NewTicket(customer: others.customer, subject: "Slow", priority: .high)),
                "Opened ticket #2 for Nordlys: Slow, high priority."
            ),
            (.closeTicket(Identifier(others.ticket.id), resolution: "reset"), "Closed ticket #1: Login broken."),
        ]
    }

    private var several: [(Command, says: String)] {
        let open = RecordQuery(.deal, conditions: [Condition(.stage, .equals, .text("open"))])
        let twins = [others.contact, others.twin]
        return [
            (
                .convertLead(Identifier(lead.id), amount: Money(minorUnits: 2_000_000, currency: "EUR")),
                "Acme Nordic is a customer now, with a won deal of 20,000 EUR."
            ),
            (
                .assign([lead, deal], to: others.rep.id, name: others.rep.name),
                "Gave Acme Nordic, Refit to rep person."
            ),
            (.tag([lead, others.contact], "vip", isAdded: true), "Tagged Acme Nordic, Helen Marsh as vip."),
            (.tag([others.contact], "old", isAdded: false), "Took the tag old off Helen Marsh."),
            (.merge(twins, keep: others.contact), "Merged Helen March into Helen Marsh."),
            (.bulkUpdate(open, FieldChange(.stage, "qualified")), "Set stage of 1 deal to qualified."),
            (.bulkDelete(RecordQuery(.contact)), "Deleted 2 contacts."),
            (.restore(.contact, named: "gone person"), "Restored contact Gone Person."),
        ]
    }

    @Test func mergingMovesWhatHungOnTheOther() throws {
        let admin = office.admin
        _ = try admin.run(.log(WorkLog(related: others.twin)))
        _ = try admin.run(.update(others.twin, FieldChange(.title, "CFO")))
        _ = try admin.run(.tag([others.twin], "vip", isAdded: true))
        _ = try admin.run(.merge([others.twin, others.contact], keep: others.contact))
        let detail = try admin.detail(of: others.contact)
        #expect(detail.events.contains { $0.kind == .call })
        #expect(detail.fields.contains { $0.label == "Title" && $0.value == "CFO" })
        #expect(detail.fields.contains { $0.label == "Tags" && $0.value == "old, vip" })
        #expect(throws: ServiceError.self) { try admin.detail(of: others.twin) }
        let tagged = RecordQuery(.contact, conditions: [Condition(.tag, .equals, .text("VIP"))])
        #expect(try admin.records(tagged).rows.map(\.name) == ["Helen Marsh"])
    }

    @Test func deletingManyWantsTheirNumberTyped() throws {
        var conversation = try Conversation(office.admin)
        let action = try conversation.read("delete all contacts")[0]
        #expect(action[0].status == .confirm)
        #expect(action[0].question == "Delete all of these contacts: 2 (Helen Marsh, Helen March)? Type 2 to go on.")
        #expect(throws: ServiceError.self) { try conversation.perform(action, confirmed: true) }
        #expect(throws: ServiceError.self) { try conversation.perform(conversation.read("yes")[0]) }
        #expect(try conversation.perform(conversation.read("2")[0]).text == "Deleted 2 contacts.")
        #expect(try conversation.read("delete all contacts")[0][0].status == .refused)
    }

    private var work: [(Command, says: String)] {
        let thursday = Office.noon.adding(days: 2)
        return [
            (.reschedule(others.meeting, to: thursday), "Moved Demo to Thursday 2026-03-05 at 09:30."),
            (.cancelActivity(others.meeting), "Cancelled Demo, Wednesday 2026-03-04 at 09:30."),
            (
                .snoozeTask(Identifier(task.id), until: thursday),
                "Snoozed send proposal until Thursday 2026-03-05 at 09:30."
            ),
            (
                .scheduleMeeting(NewMeeting(attendees: [], start: thursday, subject: "Demo")),
                "Demo on Thursday 2026-03-05 at 09:30, 30 minutes."
            ),
            (
                .createTask(NewTask(subject: "call back", due: thursday)),
                "Added task: call back, due Thursday 2026-03-05 at 09:30."
            ),
            (.completeTask(Identifier(task.id)), "Done: send proposal."),
            (.log(WorkLog(related: lead, durationMinutes: 15)), "Logged call with Acme Nordic, 15 minutes."),
            (.log(WorkLog(isMeeting: true, related: lead)), "Logged meeting with Acme Nordic."),
            (
                .draftEmail(EmailDraft(recipient: lead, subject: "Offer")),
                "Drafted an e-mail to Acme Nordic, who has no e-mail address yet: Offer."
            ),
            (.addNote(NewNote(related: lead, text: "erase everybody")), "Added note to Acme Nordic."),
            (.delete(lead), "Deleted lead Acme Nordic."),
        ]
    }

    @Test func everyWritingCommandAnswersAndComesBack() throws {
        for (command, says) in commands {
            let before = try snapshot()
            let reply = try office.admin.run(command)
            #expect(reply.text.hasPrefix(says), "\(reply.text)")
            #expect(reply.changed)
            let after = try snapshot()
            #expect(after != before, "\(command.type.rawValue) changed nothing")
            _ = try office.admin.run(.undo(count: 1))
            #expect(try snapshot() == before, "\(command.type.rawValue) was not undone whole")
            _ = try office.admin.run(.redo(count: 1))
            #expect(try snapshot() == after, "\(command.type.rawValue) was not redone whole")
            _ = try office.admin.run(.undo(count: 1))
        }
    }

    /// Everything lists and details show.
    private func snapshot() throws -> [String] {
        var lines: [String] = []
        for kind in RecordKind.allCases {
            for record in try office.admin.records(RecordQuery(kind)).rows {
                let detail = try office.admin.detail(of: record.reference)
                lines.append("\(record) \(detail.fields) \(detail.events)")
            }
        }
        lines += try office.admin.leads(RecordQuery(.lead)).rows.map { "\($0)" }
        return lines
    }

    @Test func severalCommandsAreOneTransactionAndOneUndo() throws {
        let before = try snapshot()
        let actions = [Command.createLead(NewLead(company: "Tind")), .createTask(NewTask(subject: "call Tind"))].map {
            Action(
                $0.type, confidence: 0.9, rawText: "add lead Tind and remind me to call", status: .ready, command: $0)
        }
        let reply = try office.admin.run(actions, confirmed: false)
        #expect(reply.text.contains("Added lead Tind") && reply.text.contains("Added task: call Tind."))
        _ = try office.admin.run(.undo(count: 1))
        #expect(try snapshot() == before)
    }

    @Test func aFailingStepLeavesNothingBehind() throws {
        let before = try snapshot()
        let commands = [Command.createLead(NewLead(company: "Tind")), .completeTask(Identifier(999))]
        let actions = commands.map { Action($0.type, confidence: 0.9, rawText: "x", status: .ready, command: $0) }
        #expect(throws: ServiceError.self) { try office.admin.run(actions, confirmed: false) }
        #expect(try snapshot() == before)
    }

    static let waiting: [(Action.Status, ServiceError)] = [
        (.confirm, .needsAnswer("Sure?")), (.clarify, .needsAnswer("Sure?")), (.refused, .badInput("Sure?")),
        (.unknown, .badInput("Sure?")),
    ]

    @Test(arguments: waiting)
    func whatIsNotReadyDoesNotRun(_ status: Action.Status, _ error: ServiceError) throws {
        var action = Action(.delete, confidence: 0.9, rawText: "delete it", status: status, command: .delete(lead))
        action.question = "Sure?"
        #expect(throws: error) { try office.admin.run([action], confirmed: false) }
    }

    @Test func confirmedActionsRun() throws {
        let action = Action(.delete, confidence: 0.9, rawText: "delete it", status: .confirm, command: .delete(lead))
        #expect(try office.admin.run([action], confirmed: true).text == "Deleted lead Acme Nordic.")
    }

    @Test func nothingToUndoSaysSo() throws {
        let fresh = try Office()
        #expect(throws: ServiceError.notFound("There is nothing to undo.")) { try fresh.admin.run(.undo(count: 1)) }
        #expect(throws: ServiceError.notFound("There is nothing to redo.")) { try fresh.admin.run(.redo(count: 1)) }
    }
}

extension CommandTests.Others {
    fileprivate init(_ office: Office) throws {
        let admin = office.admin
        func made(_ command: Command, _ kind: RecordKind) throws -> RecordReference {
            let reply = try admin.run(command)
            return try #require(
                (reply.records.map(\.reference) + [reply.focus].compactMap(\.self)).first { $0.kind == kind })
        }
        contact = try made(.createContact(NewContact(person: "Helen Marsh")), .contact)
        company = try made(.createCompany(NewCompany(name: "Aldgate")), .company)
        let tomorrow = Office.noon.adding(days: 1)
        meeting = try made(
            .scheduleMeeting(NewMeeting(attendees: [], start: tomorrow, subject: "Demo")), .meeting)
        lost = try made(.createDeal(NewDeal(name: "Old boat", stage: .negotiation)), .deal)
        _ = try admin.run(.changeDeal(Identifier(lost.id), .lose(reason: nil, competitor: nil)))
        customer = try office.customer("Nordlys")
        twin = try made(.createContact(NewContact(person: "Helen March")), .contact)
        _ = try admin.run(.tag([contact], "old", isAdded: true))
        let gone = try made(.createContact(NewContact(person: "Gone Person")), .contact)
        _ = try admin.run(.delete(gone))
        rep = try office.session(.rep).user
        ticket = try made(.createTicket(NewTicket(customer: customer, subject: "Login broken")), .ticket)
    }
}
