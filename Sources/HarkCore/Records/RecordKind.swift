/// The kinds of record people speak of.
public enum RecordKind: String, CaseIterable, Hashable, Sendable, Codable {
    case lead, contact, company, customer, deal, task, meeting, call, note, ticket

    /// The word for several of them, also the last part of their API path.
    public var plural: String {
        switch self {
        case .company: "companies"
        default: rawValue + "s"
        }
    }
}

/// Which record is meant: a kind and its number in the tenant.
public struct RecordReference: Hashable, Sendable, Codable, Comparable {
    /// The kind of record.
    public var kind: RecordKind
    /// The record's number among its kind.
    public var id: Int64

    /// Creates a reference.
    public init(_ kind: RecordKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// Orders by kind, then number.
    public static func < (left: RecordReference, right: RecordReference) -> Bool {
        (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
    }
}

/// A record as it is named in a list of choices or in a name index.
public struct NamedRecord: Hashable, Sendable {
    /// The record.
    public var reference: RecordReference
    /// Its name, as the tenant spells it.
    public var name: String
    /// What tells it from others of the same name, such as the company; may be empty.
    public var detail: String
    /// The name of what it belongs to, such as a contact's or deal's company; may be empty.
    public var parent: String

    /// Creates a named record.
    public init(_ reference: RecordReference, name: String, detail: String = "", parent: String = "") {
        self.reference = reference
        self.name = name
        self.detail = detail
        self.parent = parent
    }
}
