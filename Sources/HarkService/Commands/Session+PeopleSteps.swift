import HarkCore
import HarkStore

extension Session {
    func creatingContact(_ new: NewContact) throws(ServiceError) -> Step {
        try require(.write, .contacts)
        guard !new.person.isEmpty else { throw .needsAnswer("What is the contact's name?") }
        return Step(title: "Added contact \(new.person)") { writing in
            let company = try new.company.map { try writing.findOrCreateCompany(named: $0) }
            let id = try writing.insert(
                Contact(name: new.person, company: company, title: new.title, email: new.email, phone: new.phone))
            let reference = RecordReference(.contact, id.rawValue)
            let place = new.company.map { " at \($0)" } ?? ""
            return Reply(
                "Added contact \(new.person)\(place).", focus: reference,
                records: [NamedRecord(reference, name: new.person, detail: new.company ?? "")], changed: true)
        }
    }

    func creatingCompany(_ new: NewCompany) throws(ServiceError) -> Step {
        try require(.write, .contacts)
        guard !new.name.isEmpty else { throw .needsAnswer("What is the company called?") }
        return Step(title: "Added company \(new.name)") { writing in
            let id = try writing.insert(
                Company(name: new.name, domain: new.domain, industry: new.industry, size: new.size, city: new.city))
            let reference = RecordReference(.company, id.rawValue)
            return Reply(
                "Added company \(new.name).", focus: reference,
                records: [NamedRecord(reference, name: new.name, detail: new.city ?? "")], changed: true)
        }
    }

    /// Deleting hides a record; undo brings it back.
    func deleting(_ reference: RecordReference) throws(ServiceError) -> Step {
        let detail = try read { try $0.detail(of: reference) }
        try require(.write, reference.kind.subject, ownedBy: try owner(of: reference))
        return Step(title: "Deleted \(reference.kind.rawValue) \(detail.title)") { writing in
            try writing.delete(reference)
            return Reply("Deleted \(reference.kind.rawValue) \(detail.title).", changed: true)
        }
    }

    /// The user responsible for a record; `nil` where nobody is, or the kind has no owner.
    func owner(of reference: RecordReference) throws(ServiceError) -> Identifier<User>? {
        try read { try $0.owner(of: reference) }
    }
}
