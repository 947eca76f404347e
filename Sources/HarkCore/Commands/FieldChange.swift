/// One field of a record and its new value.
public struct FieldChange: Hashable, Sendable {
    public var field: RecordField
    public var value: FieldValue

    /// Creates a change.
    public init(_ field: RecordField, _ value: FieldValue) {
        self.field = field
        self.value = value
    }

    /// Creates a change of a field that is text.
    public init(_ field: RecordField, _ text: String) { self.init(field, .text(text)) }
}

/// The fields of records that can be set one at a time, by the name of their column.
public enum RecordField: String, CaseIterable, Hashable, Sendable, Codable {
    case name, person, company, title, email, phone, city, country, domain, industry, size
    case status, stage, source, amount, priority, subject, owner, probability
    case closeDate = "close_date"
    /// When a task is to be done; a new day keeps the hour.
    case due
    /// A tag is added to those a record has.
    case tag

    /// The field for people, such as `close date`.
    public var label: String {
        switch self {
        case .email: "e-mail"
        case .closeDate: "close date"
        default: rawValue
        }
    }
}

/// What a field is set to.
public enum FieldValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    case date(LocalDate)
    case money(Money)
    /// A user and the name to call them by.
    case user(Identifier<User>, name: String)

    /// The value for people.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): JSONValue.number(number).compact
        case .date(let date): date.description
        case .money(let money): money.text
        case .user(_, let name): name
        }
    }
}
