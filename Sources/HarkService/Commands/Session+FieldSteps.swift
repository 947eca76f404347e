import HarkCore
import HarkStore

extension Session {
    /// Sets one field of a record.
    func updating(_ record: RecordReference, _ change: FieldChange) throws(ServiceError) -> Step {
        let name = try read { try $0.named(record).name }
        try require(.write, record.kind.subject, ownedBy: try owner(of: record))
        let field = change.field.label
        return Step(title: "Changed \(field) of \(name) to \(change.value.text)") { writing in
            try set(change, of: record, in: writing)
            let now = try writing.reading.named(record).name
            return Reply("\(now): \(field) is now \(change.value.text).", focus: record, changed: true)
        }
    }

    /// Writes a field and what follows from it.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for a field or value the kind does not have.
    func set(_ change: FieldChange, of record: RecordReference, in writing: Writing) throws {
        let reading = writing.reading
        if change.field == .tag {
            _ = try writing.tag(record, change.value.text)
            return
        }
        switch record.kind {
        case .lead:
            var lead = try reading.lead(Identifier(record.id))
            let before = lead.status
            try lead.set(change)
            if before == .qualified, lead.status == .new || lead.status == .contacted {
                throw ServiceError.needsAnswer(
                    "\(lead.displayName) is qualified, and going back needs a reason: "
                        + "hark stages set lead:\(record.id) lead --because \"…\".")
            }
            try writing.update(lead)
            _ = try rescore(record, in: writing)
        case .contact:
            var contact = try reading.contact(Identifier(record.id))
            if change.field == .company {
                contact.company = try writing.findOrCreateCompany(named: change.value.text)
            } else {
                try contact.set(change)
            }
            try writing.update(contact)
        case .company:
            var company = try reading.company(Identifier(record.id))
            try company.set(change)
            try writing.update(company)
        case .deal:
            var deal = try reading.deal(Identifier(record.id))
            try deal.set(change)
            try move(deal.id, to: deal.stage, in: writing) { $0 = deal }
        case .customer:
            var customer = try reading.customer(Identifier(record.id))
            try customer.set(change)
            try writing.update(customer)
        case .ticket:
            var ticket = try reading.ticket(Identifier(record.id))
            try ticket.set(change, at: now)
            try writing.update(ticket)
        case .task, .meeting, .call, .note:
            var activity = try reading.activity(Identifier(record.id))
            try activity.set(change)
            try writing.update(activity)
        }
    }
}

extension FieldChange {
    /// Why a change cannot be made to records of a kind.
    fileprivate func unfit(_ kind: RecordKind) -> ServiceError {
        .badInput("\(kind.plural.capitalizedFirst) have no \(field.label) '\(value.text)'.")
    }
}

extension Lead {
    /// Takes over one field; a lead that is opened again forgets its outcome.
    fileprivate mutating func set(_ change: FieldChange) throws {
        switch (change.field, change.value) {
        case (.status, .text(let text)):
            guard let status = Status(rawValue: text) else { throw change.unfit(.lead) }
            self.status = status
            converted = status == .converted ? true : status == .disqualified ? false : nil
        case (.source, .text(let text)): source = text
        case (.email, .text(let text)): email = text
        case (.phone, .text(let text)): phone = text
        case (.person, .text(let text)), (.name, .text(let text)): person = text
        case (.company, .text(let text)): (companyName, company) = (text, nil)
        case (.amount, .money(let money)): amount = money
        case (.owner, .user(let user, _)): owner = user
        default: throw change.unfit(.lead)
        }
    }
}

extension Contact {
    fileprivate mutating func set(_ change: FieldChange) throws {
        guard case .text(let text) = change.value else { throw change.unfit(.contact) }
        switch change.field {
        case .name: name = text
        case .title: title = text
        case .email: email = text
        case .phone: phone = text
        case .city: city = text
        default: throw change.unfit(.contact)
        }
    }
}

extension Company {
    fileprivate mutating func set(_ change: FieldChange) throws {
        switch (change.field, change.value) {
        case (.name, .text(let text)): name = text
        case (.domain, .text(let text)): domain = text
        case (.industry, .text(let text)): industry = text
        case (.city, .text(let text)): city = text
        case (.country, .text(let text)): country = text
        case (.size, .number(let number)):
            guard let count = Int(exactly: number), count >= 0 else { throw change.unfit(.company) }
            size = count
        default: throw change.unfit(.company)
        }
    }
}

extension Deal {
    fileprivate mutating func set(_ change: FieldChange) throws {
        switch (change.field, change.value) {
        case (.name, .text(let text)): name = text
        case (.stage, .text(let text)):
            guard let stage = Stage(rawValue: text) else { throw change.unfit(.deal) }
            self.stage = stage
        case (.amount, .money(let money)): amount = money
        case (.closeDate, .date(let date)): closeDate = date
        case (.probability, .number(let number)): probability = number
        case (.owner, .user(let user, _)): owner = user
        default: throw change.unfit(.deal)
        }
    }
}

extension Customer {
    fileprivate mutating func set(_ change: FieldChange) throws {
        switch (change.field, change.value) {
        case (.name, .text(let text)): name = text
        case (.owner, .user(let user, _)): owner = user
        default: throw change.unfit(.customer)
        }
    }
}

extension Ticket {
    /// Takes over one field; a ticket is closed with its status and open again without an end.
    fileprivate mutating func set(_ change: FieldChange, at now: LocalDateTime) throws {
        switch (change.field, change.value) {
        case (.subject, .text(let text)): subject = text
        case (.priority, .text(let text)):
            guard let urgency = Urgency(rawValue: text) else { throw change.unfit(.ticket) }
            priority = urgency
        case (.status, .text(let text)):
            guard let status = Status(rawValue: text) else { throw change.unfit(.ticket) }
            self.status = status
            closedAt = status == .closed ? closedAt ?? now : nil
            if status != .closed { resolution = nil }
        default: throw change.unfit(.ticket)
        }
    }
}

extension Activity {
    fileprivate mutating func set(_ change: FieldChange) throws {
        switch (change.field, change.value) {
        case (.subject, .text(let text)), (.name, .text(let text)): subject = text
        case (.priority, .text(let text)):
            guard let priority = Priority(rawValue: text) else { throw change.unfit(.task) }
            self.priority = priority
        case (.owner, .user(let user, _)): owner = user
        case (.due, .date(let day)) where kind == .task:
            at = day.midnight.adding(minutes: at.map { Int($0.seconds(since: $0.date.midnight) / 60) } ?? 9 * 60)
        default: throw change.unfit(.task)
        }
    }
}
