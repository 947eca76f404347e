import HarkCore

extension Interpreter {
    static let shown: [RecordKind] = [.lead, .customer, .contact, .company, .deal, .task, .meeting, .ticket]

    /// One field or the history of a record.
    func showPart(_ reading: Reading) -> Draft {
        let isField = reading.intent == .showField
        var draft = Draft(reading.intent, isField ? "GET /api/{type}/{id}" : "GET /api/timeline/{id}")
        let said = value("field", in: reading, grammar)
        // What a person does is a title, what a company does an industry.
        let isPerson = reading.first("record").map { slot in
            if case .one = linker.resolve(slot, order: [.contact]) { return true }
            return false
        }
        let asked = said == "occupation" ? isPerson == true ? .title : .industry : said.flatMap(ShownField.init)
        let order = asked.map { Interpreter.kinds(with: $0) } ?? Interpreter.shown
        let wanted = kindSaid(in: reading).map { [$0] } ?? order
        let record = link(
            reading.first("record"), as: "record", order: wanted, asking: "Of which record?", to: &draft)
        if record == nil, reading.first("record")?.isOpen == true { draft.doubt += 1.5 }
        // Nobody owns a ticket: whose it is, is the customer's.
        let asksWhose = phrase.tokens[reading.range].contains { $0.text == "whose" }
        let field = asksWhose && record?.reference.kind == .ticket ? .company : asked
        draft.entity("field", field.map { .string($0.rawValue) })
        let span = span("range", in: reading, .past)
        draft.both("range", span?.json)
        guard let record else { return draft }
        draft.apiCall = draft.apiCall.replacing("{type}", with: record.reference.kind.plural)
            .replacing("{id}", with: String(record.reference.id))
        if isField {
            draft.command = field.map { .showField(record.reference, $0) }
        } else {
            draft.command = .showHistory(record.reference, span?.span)
        }
        return draft
    }

    /// The kinds of record that have a field, the likeliest first.
    private static func kinds(with field: ShownField) -> [RecordKind] {
        switch field {
        case .phone, .email: [.contact, .lead]
        case .title: [.contact]
        case .company: [.contact, .deal, .customer, .ticket]
        case .priority: [.ticket, .task]
        case .due: [.task, .meeting]
        case .attendees, .place, .duration: [.meeting]
        case .amount: [.deal, .lead, .customer]
        case .closeDate, .probability: [.deal]
        case .stage: [.deal, .lead, .customer]
        case .status: [.lead, .ticket, .deal]
        case .source: [.lead]
        case .renewalDate, .plan, .monthlyValue, .seats, .nps, .lateInvoices, .churned: [.customer]
        case .industry, .domain, .size: [.company]
        case .city: [.company, .contact]
        case .owner: [.deal, .lead, .customer, .ticket]
        case .created: [.customer, .deal, .lead, .ticket]
        }
    }

    func nextAction(_ reading: Reading) -> Draft {
        var draft = Draft(.nextAction, "GET /api/next")
        guard let slot = reading.first("record") else {
            draft.command = .nextAction(nil)
            return draft
        }
        let order: [RecordKind] = [.lead, .customer, .deal, .contact, .company]
        guard let record = link(slot, as: "record", order: order, asking: "With whom?", to: &draft) else {
            draft.doubt += 1
            return draft
        }
        draft.command = .nextAction(record.reference)
        return draft
    }

    func draftEmail(_ reading: Reading) -> Draft {
        var draft = Draft(.draftEmail, "POST /api/emails")
        let slot = reading.first("recipient") ?? reading.first("related")
        let recipient = link(
            slot, as: "recipient", order: [.contact, .lead, .customer, .company], asking: "To whom?", to: &draft)
        let subject = (text("subject", in: reading) ?? text("topic", in: reading)).map(Interpreter.sentence)
        draft.both("subject", subject.map(JSONValue.string))
        let body = verbatim("body", in: reading)
        draft.both("body", body.map(JSONValue.string))
        guard let recipient else { return draft }
        draft.pay("\(recipient.reference.kind.rawValue)_id", .integer(recipient.reference.id))
        draft.command = .draftEmail(EmailDraft(recipient: recipient.reference, subject: subject, body: body))
        return draft
    }

    func callContact(_ reading: Reading) -> Draft {
        var draft = Draft(.callContact)
        let slot = reading.first("contact") ?? reading.first("related")
        let order: [RecordKind] = [.contact, .lead, .customer, .company]
        draft.entity("phone", phone("phone", in: reading).map(JSONValue.string))
        if let contact = link(slot, as: "contact", order: order, asking: "Call whom?", to: &draft) {
            draft.command = .call(contact.reference)
        }
        return draft
    }
}
