import HarkCore

extension SimulatedTenant {
    /// The tenant as the files `hark import` reads: names and texts, in the order they are imported in.
    ///
    /// Owners are written as e-mail addresses; leads are referred to by person, or by company where no person is
    /// known. Lines end with a line feed; fields with commas, quotes or line ends are quoted (RFC 4180).
    public var csvFiles: [(name: String, text: String)] {
        let names = NameIndex(self)
        return [
            ("users.csv", usersTable), ("companies.csv", companiesTable), ("contacts.csv", contactsTable(names)),
            ("leads.csv", leadsTable(names)), ("customers.csv", customersTable(names)),
            ("deals.csv", dealsTable(names)), ("events.csv", eventsTable(names)),
            ("messages.csv", messagesTable(names)), ("tickets.csv", ticketsTable(names)),
            ("tasks.csv", tasksTable(names)),
        ].map { ($0.0, $0.1.text) }
    }

    private var usersTable: CSVTable {
        var table = CSVTable("name,email,role,team")
        for user in users { table.add([user.name, user.email, user.role.rawValue, user.team]) }
        return table
    }

    private var companiesTable: CSVTable {
        var table = CSVTable("name,domain,industry,size,city,country")
        for company in companies {
            table.add([
                company.name, company.domain, company.industry, company.size.map { String($0) }, company.city,
                company.country,
            ])
        }
        return table
    }

    private func contactsTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("name,company,title,email,phone,city")
        for contact in contacts {
            table.add([
                contact.name, names.company(contact.company), contact.title, contact.email, contact.phone, contact.city,
            ])
        }
        return table
    }

    private func leadsTable(_ names: NameIndex) -> CSVTable {
        let extra = ["job_title", "campaign", "touches", "replies", "pricing_visits", "demos"]
        var table = CSVTable(
            "person,company,source,email,phone,status,owner,amount,currency,created_at,closed_at,engagement_score,"
                + "pages_visited,time_spent,converted,message," + extra.joined(separator: ","))
        for lead in leads {
            let fields: [String?] = [
                lead.person, lead.companyName, lead.source, lead.email, lead.phone, lead.status.rawValue,
                names.user(lead.owner), lead.amount.map(CSVTable.major), lead.amount?.currency,
                lead.createdAt.description, lead.closedAt?.description, lead.engagementScore.map(CSVTable.number),
                lead.pagesVisited.map(CSVTable.number), lead.timeSpent.map(CSVTable.number),
                lead.converted.map { $0 ? "yes" : "no" }, lead.message,
            ]
            table.add(fields + extra.map { lead.attributes[$0]?.text })
        }
        return table
    }

    private func customersTable(_ names: NameIndex) -> CSVTable {
        let extra = [
            "seats", "usage_trend", "tickets_90d", "open_tickets", "days_since_login", "late_invoices", "nps",
        ]
        var table = CSVTable(
            "company,owner,since,plan,monthly_value,currency,renewal_date,churned,churned_at,"
                + extra.joined(separator: ","))
        for customer in customers {
            let fields: [String?] = [
                customer.name, names.user(customer.owner), customer.since?.description, customer.plan,
                customer.monthlyValue.map(CSVTable.major), customer.monthlyValue?.currency,
                customer.renewalDate?.description, customer.churned.map { $0 ? "yes" : "no" },
                customer.churnedAt?.description,
            ]
            table.add(fields + extra.map { customer.attributes[$0]?.text })
        }
        return table
    }

    private func dealsTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("name,company,contact,lead,amount,currency,stage,created_at,close_date,owner")
        for deal in deals {
            table.add([
                deal.name, names.company(deal.company), names.contact(deal.contact), names.lead(deal.lead),
                deal.amount.map(CSVTable.major), deal.amount?.currency, deal.stage.rawValue,
                deal.createdAt.description, deal.closeDate?.description, names.user(deal.owner),
            ])
        }
        return table
    }

    private func eventsTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("company,contact,lead,kind,at,note")
        for event in events {
            table.add([
                names.customer(event.subject), nil, names.lead(event.subject), event.kind.rawValue,
                event.at.description, event.note,
            ])
        }
        return table
    }

    private func messagesTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("company,lead,direction,channel,at,body")
        for message in messages {
            table.add([
                names.customer(message.subject), names.lead(message.subject), message.direction.rawValue,
                message.channel, message.at.description, message.body,
            ])
        }
        return table
    }

    private func ticketsTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("number,customer,subject,priority,status,opened_at,closed_at")
        for ticket in tickets {
            table.add([
                ticket.id.description,
                ticket.customer.flatMap { names.customer(RecordReference(.customer, $0.rawValue)) },
                ticket.subject, ticket.priority.rawValue, ticket.status.rawValue, ticket.openedAt.description,
                ticket.closedAt?.description,
            ])
        }
        return table
    }

    private func tasksTable(_ names: NameIndex) -> CSVTable {
        var table = CSVTable("subject,related,due,owner,done")
        for task in tasks {
            table.add([
                task.subject, task.related.flatMap { names.lead($0) ?? names.customer($0) }, task.at?.description,
                names.user(task.owner), task.done ? "yes" : "no",
            ])
        }
        return table
    }
}

/// The names records are referred to by in files.
private struct NameIndex {
    private let tenant: SimulatedTenant

    init(_ tenant: SimulatedTenant) { self.tenant = tenant }

    func user(_ id: Identifier<User>?) -> String? { element(tenant.users, id?.rawValue)?.email }
    func company(_ id: Identifier<Company>?) -> String? { element(tenant.companies, id?.rawValue)?.name }
    func contact(_ id: Identifier<Contact>?) -> String? { element(tenant.contacts, id?.rawValue)?.name }
    func lead(_ id: Identifier<Lead>?) -> String? { id.flatMap { lead(RecordReference(.lead, $0.rawValue)) } }

    func lead(_ subject: RecordReference) -> String? {
        guard subject.kind == .lead, let lead = element(tenant.leads, subject.id) else { return nil }
        return lead.person.isEmpty ? lead.companyName : lead.person
    }

    func customer(_ subject: RecordReference) -> String? {
        subject.kind == .customer ? element(tenant.customers, subject.id)?.name : nil
    }

    private func element<Record>(_ records: [Record], _ number: Int64?) -> Record? {
        guard let number, records.indices.contains(Int(number) - 1) else { return nil }
        return records[Int(number) - 1]
    }
}
