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
}
