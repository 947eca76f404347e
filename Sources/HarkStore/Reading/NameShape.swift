import HarkCore

/// How records of a kind are named in lists of choices: two columns, the name and what tells it from others, and the
/// name of what it belongs to.
struct NameShape: Sendable {
    var columns: String
    var parent = "NULL"

    static func of(_ kind: RecordKind) -> NameShape {
        switch kind {
        case .lead: NameShape(columns: "name, CASE WHEN person <> name THEN person ELSE stage END", parent: company)
        case .contact: NameShape(columns: "name, coalesce(\(company), title)", parent: company)
        case .company: NameShape(columns: "name, coalesce(city, industry)")
        case .customer: NameShape(columns: "name, coalesce(plan, stage)")
        case .deal: NameShape(columns: "name, stage", parent: "coalesce(\(company), \(lead), \(contact))")
        case .task, .meeting, .call, .note: NameShape(columns: "subject, place", parent: related)
        case .ticket: NameShape(columns: "subject, \(customer)", parent: customer)
        }
    }

    private static let company = "(SELECT name FROM company WHERE company.id = company_id)"
    private static let customer = "(SELECT name FROM customer WHERE customer.id = customer_id)"
    private static let lead = "(SELECT name FROM lead WHERE lead.id = lead_id)"
    private static let contact = "(SELECT name FROM contact WHERE contact.id = contact_id)"
    private static let related: String = {
        let kinds: [RecordKind] = [.lead, .contact, .company, .customer, .deal]
        let names = kinds.map { kind in
            "WHEN '\(kind.rawValue)' THEN (SELECT name FROM \(kind.schema.name) AS r WHERE r.id = related_id)"
        }
        return "CASE related_kind \(names.joined(separator: " ")) END"
    }()
}
