/// What a file holds; the cases stand in the order in which files of a folder must be read.
public enum ImportKind: String, CaseIterable, Hashable, Sendable, Codable {
    case users, companies, contacts, leads, customers, deals, events, messages, tickets, tasks

    /// The columns Hark has a name for.
    var columns: [ImportColumn] {
        switch self {
        case .users: [.name, .email, .role, .team]
        case .companies: [.name, .domain, .industry, .size, .city, .country]
        case .contacts: [.name, .company, .title, .email, .phone, .city]
        case .leads:
            [
                .person, .company, .source, .email, .phone, .status, .owner, .amount, .currency, .createdAt, .closedAt,
                .engagementScore, .pagesVisited, .timeSpent, .converted, .message,
            ]
        case .customers:
            [
                .name, .company, .owner, .since, .plan, .monthlyValue, .currency, .renewalDate, .churned, .churnedAt,
            ]
        case .deals:
            [.name, .company, .contact, .lead, .owner, .amount, .currency, .stage, .closeDate, .createdAt]
        case .events: [.company, .contact, .lead, .kind, .at, .note]
        case .messages: [.company, .lead, .direction, .channel, .at, .body]
        case .tickets: [.number, .customer, .subject, .priority, .status, .openedAt, .closedAt]
        case .tasks: [.subject, .related, .due, .owner, .done]
        }
    }

    /// What a file of the kind must have: of each list at least one column.
    var required: [[ImportColumn]] {
        switch self {
        case .users: [[.name], [.email]]
        case .companies, .contacts, .deals: [[.name]]
        case .leads: [[.person, .company]]
        case .customers: [[.name, .company]]
        case .events: [[.company, .contact, .lead], [.kind], [.at]]
        case .messages: [[.company, .lead], [.at], [.body]]
        case .tickets: [[.customer], [.subject]]
        case .tasks: [[.subject]]
        }
    }

    /// Whether columns Hark has no name for are kept with the record.
    var keepsAttributes: Bool { self == .leads || self == .customers }

    /// The column an outcome goes to; `nil` where the kind has none.
    var outcome: ImportColumn? {
        switch self {
        case .leads: .converted
        case .customers: .churned
        default: nil
        }
    }

    /// The kind a file's name speaks of, such as leads for `2026 Leads.csv`; `nil` for none or several.
    static func named(inFile name: String) -> ImportKind? {
        let words = name.lowercased().split { !$0.isLetter }.map(String.init)
        let found = allCases.filter { words.contains($0.rawValue) || words.contains($0.singular) }
        return found.count == 1 ? found[0] : nil
    }

    /// The kind whose required columns are all there and which knows the most columns; `nil` where two know as many.
    static func known(byColumns names: Set<String>) -> ImportKind? {
        let ranked = allCases.filter { kind in
            kind.required.allSatisfy { $0.contains { names.contains($0.folded) } }
        }.map { kind in (kind, kind.columns.count { names.contains($0.folded) }) }
        guard let best = ranked.max(by: { $0.1 < $1.1 }) else { return nil }
        return ranked.count { $0.1 == best.1 } == 1 ? best.0 : nil
    }

    /// The kind's place in the order of reading.
    var place: Int { ImportKind.allCases.firstIndex(of: self) ?? 0 }

    /// The word for one of them.
    var singular: String { self == .companies ? "company" : String(rawValue.dropLast()) }
}

/// A column Hark has a name for; the raw value is its place among all of them.
enum ImportColumn: Int, CaseIterable, Hashable, Sendable {
    case name, email, role, team, domain, industry, size, city, country, company, title, phone
    case person, source, status, owner, amount, currency, message, converted, since, plan, churned
    case contact, lead, stage, kind, at, note, direction, channel, body
    case number, customer, subject, priority, related, due, done
    case createdAt, closedAt, engagementScore, pagesVisited, timeSpent, monthlyValue, renewalDate, churnedAt
    case closeDate, openedAt

    /// The name as documented, such as `created_at`.
    var header: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }

    /// The name as headers are compared.
    var folded: String { "\(self)".lowercased() }

    /// Whether the text is kept to the last space.
    var isVerbatim: Bool { self == .body || self == .message || self == .note }
}
