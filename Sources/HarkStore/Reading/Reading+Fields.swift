import GRDB
import HarkCore

extension Reading {
    /// A record's fields by label, in the order to show them; empty ones are left out.
    func fields(of reference: RecordReference) throws -> [RecordDetail.LabelledValue] {
        let pairs: [(String, String?)] =
            switch reference.kind {
            case .lead: try fields(of: lead(Identifier(reference.id)))
            case .customer: try fields(of: customer(Identifier(reference.id)))
            case .contact: try fields(of: contact(Identifier(reference.id)))
            case .company: try fields(of: company(Identifier(reference.id)))
            case .deal: try fields(of: deal(Identifier(reference.id)))
            case .task, .meeting, .call, .note: try fields(of: activity(Identifier(reference.id)))
            case .ticket: try fields(of: ticket(Identifier(reference.id)))
            }
        let tags = try tags(of: reference).joined(separator: ", ")
        return (pairs + [("Tags", tags)]).compactMap { label, value in
            value.flatMap { text in
                let source: TextSource? = label == Reading.firstMessage ? .firstMessage : nil
                return text.isEmpty ? nil : RecordDetail.LabelledValue(label, text, source: source)
            }
        }
    }

    /// The label of what a lead wrote when it came in.
    private static let firstMessage = "Message"

    private func fields(of lead: Lead) throws -> [(String, String?)] {
        [
            ("Company", lead.companyName), ("Person", lead.person), ("Status", lead.status.rawValue),
            ("Stage", try text("stage", .lead, lead.id.rawValue)), ("Source", lead.source), ("E-mail", lead.email),
            ("Phone", lead.phone), (RecordDetail.ownerLabel, try userName(lead.owner)), ("Amount", lead.amount?.text),
            ("Created", lead.createdAt.date.description), ("Closed", lead.closedAt?.date.description),
            ("Converted", lead.converted.map(yesNo)), ("Engagement", lead.engagementScore.map(numeral)),
            ("Pages visited", lead.pagesVisited.map(numeral)), ("Time spent", lead.timeSpent.map(numeral)),
            (Reading.firstMessage, lead.message),
        ] + labelled(lead.attributes)
    }

    private func fields(of customer: Customer) throws -> [(String, String?)] {
        [
            ("Company", try customer.company.flatMap { try name(.company, $0.rawValue) }),
            ("Stage", try text("stage", .customer, customer.id.rawValue)), ("Plan", customer.plan),
            ("Monthly value", customer.monthlyValue?.text), ("Since", customer.since?.description),
            ("Renewal", customer.renewalDate?.description), (RecordDetail.ownerLabel, try userName(customer.owner)),
            ("Churned", customer.churned.map(yesNo)), ("Churned on", customer.churnedAt?.description),
        ] + labelled(customer.attributes)
    }

    private func fields(of contact: Contact) throws -> [(String, String?)] {
        [
            ("Name", contact.name), ("Company", try contact.company.flatMap { try name(.company, $0.rawValue) }),
            ("Title", contact.title), ("E-mail", contact.email), ("Phone", contact.phone), ("City", contact.city),
        ]
    }

    private func fields(of company: Company) throws -> [(String, String?)] {
        [
            ("Name", company.name), ("Domain", company.domain), ("Industry", company.industry),
            ("Employees", company.size.map(String.init)), ("City", company.city), ("Country", company.country),
        ]
    }

    private func fields(of deal: Deal) throws -> [(String, String?)] {
        [
            ("Company", try deal.company.flatMap { try name(.company, $0.rawValue) }),
            ("Contact", try deal.contact.flatMap { try name(.contact, $0.rawValue) }),
            ("Lead", try deal.lead.flatMap { try name(.lead, $0.rawValue) }), ("Stage", deal.stage.rawValue),
            ("Amount", deal.amount?.text), ("Close date", deal.closeDate?.description),
            ("Probability", deal.probability.map { "\(numeral($0))%" }), ("Lost because", deal.lostReason),
            ("Lost to", deal.competitor),
            ("Owner", try userName(deal.owner)), ("Created", deal.createdAt.date.description),
        ]
    }

    private func fields(of activity: Activity) throws -> [(String, String?)] {
        let attendees = try activity.attendees.compactMap { try name(.contact, $0.rawValue) }
        return [
            ("Kind", activity.kind.rawValue), ("When", activity.at?.description),
            ("Minutes", activity.durationMinutes.map(String.init)), ("Place", activity.place),
            ("About", try activity.related.flatMap { try name($0.kind, $0.id) }),
            ("Attendees", attendees.joined(separator: ", ")), ("Owner", try userName(activity.owner)),
            ("Priority", activity.priority?.title), ("Outcome", activity.outcome),
            ("Done", activity.kind == .task ? yesNo(activity.done) : nil), ("Text", activity.body),
        ]
    }

    private func fields(of ticket: Ticket) throws -> [(String, String?)] {
        [
            ("Customer", try ticket.customer.flatMap { try name(.customer, $0.rawValue) }),
            ("Status", ticket.status.rawValue), ("Priority", ticket.priority.rawValue),
            ("Opened", ticket.openedAt.description), ("Closed", ticket.closedAt?.description),
            ("Resolution", ticket.resolution),
        ]
    }

    private func labelled(_ attributes: Attributes) -> [(String, String?)] {
        attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.text) }
    }

    /// The name of a record that may be gone.
    private func name(_ kind: RecordKind, _ id: Int64) throws -> String? {
        try text(kind.schema.columns[0].name == "kind" ? "subject" : "name", kind, id)
    }

    private func text(_ column: String, _ kind: RecordKind, _ id: Int64) throws -> String? {
        let statement = try database.cachedStatement(sql: "SELECT \(column) FROM \(kind.schema.name) WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id])
    }

    func userName(_ id: Identifier<User>?) throws -> String? {
        guard let id else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT name FROM user WHERE id = ?")
        return try String.fetchOne(statement, arguments: [id.rawValue])
    }

    private func yesNo(_ flag: Bool) -> String { flag ? "yes" : "no" }
    private func numeral(_ number: Double) -> String { JSONValue.number(number).compact }
}
