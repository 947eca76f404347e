import HarkCore
import HarkStore

extension Reading {
    /// The user responsible for a record; `nil` where nobody is, or the kind has no owner.
    func owner(of reference: RecordReference) throws -> Identifier<User>? {
        switch reference.kind {
        case .lead: try lead(Identifier(reference.id)).owner
        case .customer: try customer(Identifier(reference.id)).owner
        case .deal: try deal(Identifier(reference.id)).owner
        case .task, .meeting, .call, .note: try activity(Identifier(reference.id)).owner
        case .contact, .company, .ticket: nil
        }
    }
}
