import HarkCore

extension RecordKind {
    /// The table records of the kind are kept in.
    var schema: TableSchema {
        switch self {
        case .lead: Schema.lead
        case .contact: Schema.contact
        case .company: Schema.company
        case .customer: Schema.customer
        case .deal: Schema.deal
        case .task, .meeting, .call, .note: Schema.activity
        case .ticket: Schema.ticket
        }
    }

    /// The kind of activity, for the four kinds that share a table.
    var activity: Activity.Kind? { Activity.Kind(rawValue: rawValue) }
}

extension Activity.Kind {
    var recordKind: RecordKind {
        switch self {
        case .meeting: .meeting
        case .task: .task
        case .call: .call
        case .note: .note
        }
    }
}

extension Lead { var reference: RecordReference { RecordReference(.lead, id.rawValue) } }
extension Contact { var reference: RecordReference { RecordReference(.contact, id.rawValue) } }
extension Company { var reference: RecordReference { RecordReference(.company, id.rawValue) } }
extension Customer { var reference: RecordReference { RecordReference(.customer, id.rawValue) } }
extension Deal { var reference: RecordReference { RecordReference(.deal, id.rawValue) } }
extension Ticket { var reference: RecordReference { RecordReference(.ticket, id.rawValue) } }
extension Activity { var reference: RecordReference { RecordReference(kind.recordKind, id.rawValue) } }
