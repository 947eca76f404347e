import HarkCore

/// How records of a kind are named in lists of choices: two columns, the name and what tells it from others.
struct NameShape: Sendable {
    var columns: String

    static func of(_ kind: RecordKind) -> NameShape {
        switch kind {
        case .lead: NameShape(columns: "name, CASE WHEN person <> name THEN person ELSE stage END")
        case .contact: NameShape(columns: "name, coalesce(\(company), title)")
        case .company: NameShape(columns: "name, coalesce(city, industry)")
        case .customer: NameShape(columns: "name, coalesce(plan, stage)")
        case .deal: NameShape(columns: "name, stage")
        case .task, .meeting, .call, .note: NameShape(columns: "subject, place")
        case .ticket:
            NameShape(columns: "subject, (SELECT name FROM customer WHERE customer.id = customer_id)")
        }
    }

    private static let company = "(SELECT name FROM company WHERE company.id = company_id)"
}
