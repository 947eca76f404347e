public import HarkCore

/// Turns accounts into the rows of the files `hark import` reads.
///
/// Owners are written as e-mail addresses; leads are referred to by person, or by company where no person is known. The
/// time of an event and the number of a ticket are gaps, as they are settled when all rows are in order.
public struct SimulatedRows: Sendable {
    private let emails: [String]

    /// - Parameter users: Whom records may belong to, numbered from 1.
    public init(users: [User]) { emails = users.map(\.email) }

    /// The row of a user.
    public func row(of user: User) -> SimulatedRow {
        SimulatedRow(.users) { line in
            for field in [user.name, user.email, user.role.rawValue, user.team] { line.add(field) }
        }
    }

    /// The row of a task.
    public func row(of task: SimulatedTask) -> SimulatedRow {
        SimulatedRow(.tasks) { line in
            line.add(task.task.subject)
            line.add(task.name)
            line.add(task.task.at)
            line.add(email(task.task.owner))
            line.add(task.task.done)
        }
    }

    /// All rows of an account, those of a file in order but for the files by time.
    public func rows(of account: SimulatedAccount) -> [SimulatedRow] {
        var rows = [row(of: account.company)]
        if let contact = account.contact { rows.append(row(of: contact, at: account.company)) }
        if let lead = account.lead { rows.append(row(of: lead)) }
        if let customer = account.customer { rows.append(row(of: customer)) }
        if let deal = account.deal { rows.append(row(of: deal, account)) }
        for event in account.events { rows.append(row(of: event, account)) }
        for message in account.messages { rows.append(row(of: message, account)) }
        for ticket in account.tickets { rows.append(row(of: ticket, account)) }
        if let task = account.task { rows.append(row(of: task)) }
        return rows
    }

    private func row(of company: Company) -> SimulatedRow {
        SimulatedRow(.companies) { line in
            for field in [company.name, company.domain, company.industry, company.size.map { String($0) }] {
                line.add(field)
            }
            line.add(company.city)
            line.add(company.country)
        }
    }

    private func row(of contact: Contact, at company: Company) -> SimulatedRow {
        SimulatedRow(.contacts) { line in
            for field in [contact.name, company.name, contact.title, contact.email, contact.phone, contact.city] {
                line.add(field)
            }
        }
    }

    private func row(of lead: Lead) -> SimulatedRow {
        SimulatedRow(.leads) { line in
            for field in [lead.person, lead.companyName, lead.source, lead.email, lead.phone, lead.status.rawValue] {
                line.add(field)
            }
            line.add(email(lead.owner))
            line.add(lead.amount?.major)
            line.add(lead.amount?.currency)
            line.add(lead.createdAt)
            line.add(lead.closedAt)
            for number in [lead.engagementScore, lead.pagesVisited, lead.timeSpent] { line.add(number) }
            line.add(lead.converted)
            line.add(lead.message)
            for name in SimulatedFile.leadAttributes { line.add(lead.attributes[name]?.text) }
        }
    }

    private func row(of customer: Customer) -> SimulatedRow {
        SimulatedRow(.customers) { line in
            line.add(customer.name)
            line.add(email(customer.owner))
            line.add(customer.since?.description)
            line.add(customer.plan)
            line.add(customer.monthlyValue?.major)
            line.add(customer.monthlyValue?.currency)
            line.add(customer.renewalDate?.description)
            line.add(customer.churned)
            line.add(customer.churnedAt?.description)
            for name in SimulatedFile.customerAttributes { line.add(customer.attributes[name]?.text) }
        }
    }

    private func row(of deal: Deal, _ account: SimulatedAccount) -> SimulatedRow {
        SimulatedRow(.deals) { line in
            for field in [deal.name, account.company.name, account.contact?.name, account.lead?.nameInFiles] {
                line.add(field)
            }
            line.add(deal.amount?.major)
            line.add(deal.amount?.currency)
            line.add(deal.stage.rawValue)
            line.add(deal.createdAt)
            line.add(deal.closeDate?.description)
            line.add(email(deal.owner))
        }
    }

    private func row(of event: Event, _ account: SimulatedAccount) -> SimulatedRow {
        SimulatedRow(.events, at: event.at.secondsSinceEpoch) { line in
            line.add(event.subject.kind == .customer ? account.customer?.name : nil)
            line.add(String?.none)
            line.add(event.subject.kind == .lead ? account.lead?.nameInFiles : nil)
            line.add(event.kind.rawValue)
            line.addGap()
            line.add(event.note)
        }
    }

    private func row(of message: Message, _ account: SimulatedAccount) -> SimulatedRow {
        let isCustomer = message.subject.kind == .customer
        let rank = message.subject.id + (isCustomer ? 0 : 1 << 40)
        return SimulatedRow(.messages, at: message.at.secondsSinceEpoch, rank: rank) { line in
            line.add(isCustomer ? account.customer?.name : nil)
            line.add(isCustomer ? nil : account.lead?.nameInFiles)
            line.add(message.direction.rawValue)
            line.add(message.channel)
            line.add(message.at)
            line.add(message.body)
        }
    }

    private func row(of ticket: Ticket, _ account: SimulatedAccount) -> SimulatedRow {
        SimulatedRow(.tickets, at: ticket.openedAt.secondsSinceEpoch) { line in
            line.addGap()
            line.add(account.customer?.name)
            line.add(ticket.subject)
            line.add(ticket.priority.rawValue)
            line.add(ticket.status.rawValue)
            line.add(ticket.openedAt)
            line.add(ticket.closedAt)
        }
    }

    private func email(_ user: Identifier<User>?) -> String? {
        guard let number = user.map({ Int($0.rawValue) - 1 }), emails.indices.contains(number) else { return nil }
        return emails[number]
    }
}
