import HarkCore

/// A row of a list that stands for a record.
protocol Listed: Hashable, Sendable {
    /// The record.
    var reference: RecordReference { get }
    /// What people call it.
    var name: String { get }
    /// What tells it from others of the same name.
    var detail: String { get }
}

extension Listed {
    /// The record by name.
    var named: NamedRecord { NamedRecord(reference, name: name, detail: detail) }
}

extension LeadSummary: Listed {
    var detail: String { person == name ? "" : person }
}

extension CustomerSummary: Listed {
    var detail: String { plan ?? "" }
}

extension NamedRecord: Listed {}
