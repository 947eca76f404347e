import HarkCore
import HarkStore

extension Session {
    func creatingLead(_ new: NewLead) throws(ServiceError) -> Step {
        try require(.write, .leads)
        let name = new.company ?? new.person ?? ""
        guard !name.isEmpty else { throw .needsAnswer("Who is the lead: which company or person?") }
        let lead = Lead(
            person: new.person ?? "", companyName: new.company ?? "", source: new.source, email: new.email,
            phone: new.phone, owner: new.owner ?? user.id, amount: new.amount, createdAt: now, message: new.message)
        return Step(title: "Added lead \(name)") { writing in
            var lead = lead
            if let company = new.company { lead.company = try writing.reading.company(named: company)?.id }
            lead.id = try writing.insert(lead)
            let reference = RecordReference(.lead, lead.id.rawValue)
            _ = try writing.insert(Event(subject: reference, kind: .leadCreated, at: now))
            let score = try rescore(reference, in: writing)
            let scored = score.map { ", score \(Int($0.value.rounded())) \($0.priority.title.lowercased())" } ?? ""
            return Reply(
                "Added lead \(name)\(scored).", focus: reference, records: [NamedRecord(reference, name: name)],
                changed: true)
        }
    }

    func changingLead(_ id: Identifier<Lead>, _ change: LeadChange) throws(ServiceError) -> Step {
        let lead = try read { try $0.lead(id) }
        try require(.write, .leads, ownedBy: lead.owner)
        let words = try describe(change)
        return Step(title: "Changed \(words.field) of \(lead.displayName) to \(words.value)") { writing in
            var changed = try writing.reading.lead(id)
            changed.apply(change)
            try writing.update(changed)
            let reference = RecordReference(.lead, id.rawValue)
            _ = try rescore(reference, in: writing)
            return Reply(
                "\(changed.displayName): \(words.field) is now \(words.value).", focus: reference, changed: true)
        }
    }

    func disqualifyingLead(_ id: Identifier<Lead>, reason: String?) throws(ServiceError) -> Step {
        let lead = try read { try $0.lead(id) }
        try require(.write, .leads, ownedBy: lead.owner)
        guard lead.status != .disqualified else { throw .badInput("\(lead.displayName) is disqualified already.") }
        return Step(title: "Disqualified \(lead.displayName)") { writing in
            var changed = try writing.reading.lead(id)
            changed.status = .disqualified
            changed.converted = false
            changed.closedAt = now
            try writing.update(changed)
            let reference = RecordReference(.lead, id.rawValue)
            _ = try writing.insert(Event(subject: reference, kind: .lost, at: now, note: reason))
            return Reply("Disqualified \(lead.displayName).", focus: reference, changed: true)
        }
    }

    private func describe(_ change: LeadChange) throws(ServiceError) -> (field: String, value: String) {
        switch change {
        case .status(let status): ("status", status.rawValue)
        case .source(let source): ("source", source)
        case .email(let email): ("e-mail", email)
        case .phone(let phone): ("phone", phone)
        case .person(let person): ("person", person)
        case .company(let company): ("company", company)
        case .amount(let amount): ("amount", amount.text)
        case .owner(let owner): ("owner", try read { try $0.user(owner).name })
        }
    }
}

extension Lead {
    /// Takes over one field; a lead that is opened again forgets its outcome.
    fileprivate mutating func apply(_ change: LeadChange) {
        switch change {
        case .status(let status):
            self.status = status
            converted = status == .converted ? true : status == .disqualified ? false : nil
        case .source(let source): self.source = source
        case .email(let email): self.email = email
        case .phone(let phone): self.phone = phone
        case .person(let person): self.person = person
        case .company(let company):
            companyName = company
            self.company = nil
        case .amount(let amount): self.amount = amount
        case .owner(let owner): self.owner = owner
        }
    }
}
