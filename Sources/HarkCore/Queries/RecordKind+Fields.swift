extension RecordKind {
    /// Whether lists of such records can be filtered and sorted by a field.
    public func has(_ field: Field) -> Bool { field == .tag || listFields.contains(field) }

    /// The fields of such records' lists, apart from tags, which anything may carry.
    public var listFields: Set<Field> {
        switch self {
        case .lead:
            [
                .name, .person, .company, .stage, .status, .source, .owner, .priority, .city, .country, .industry,
                .amount,
                .score, .created, .touched, .email, .phone,
            ]
        case .customer:
            [
                .name, .company, .stage, .owner, .plan, .city, .country, .industry, .amount, .risk, .stake, .health,
                .created,
                .renewal, .churned, .touched, .snoozed,
            ]
        case .deal:
            [
                .name, .company, .person, .stage, .source, .owner, .city, .country, .industry, .amount, .close,
                .created,
                .touched,
            ]
        case .contact: [.name, .person, .company, .city, .country, .industry, .touched, .email, .phone]
        case .company: [.name, .company, .city, .country, .industry]
        case .ticket: [.name, .company, .status, .priority, .created, .close]
        case .task, .meeting, .call, .note: [.name, .owner, .priority, .status, .stage, .due, .created]
        }
    }
}

extension Field {
    /// The field in words.
    public var label: String {
        switch self {
        case .close: "close date"
        case .touched: "last contact"
        case .renewal: "renewal date"
        case .churned: "day they left"
        case .created: "creation date"
        case .due: "due date"
        case .email: "e-mail"
        default: rawValue
        }
    }
}
