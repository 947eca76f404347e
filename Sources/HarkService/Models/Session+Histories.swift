import HarkCore
import HarkPrediction
import HarkStore

extension Reading {
    /// Every lead with its company, events and messages, by number.
    func leadHistories() throws -> [LeadHistory] {
        let companies = try companiesByNumber()
        let events = try eventsByNumber(of: .lead)
        let messages = try messagesByNumber(of: .lead)
        let activities = try activitiesByNumber(of: .lead)
        var histories: [LeadHistory] = []
        try eachLead { lead in
            histories.append(
                LeadHistory(
                    lead: lead, company: lead.company.flatMap { companies[$0] },
                    events: events[lead.id.rawValue] ?? [], messages: messages[lead.id.rawValue] ?? [],
                    activities: activities[lead.id.rawValue] ?? []))
        }
        return histories
    }

    /// Every customer with its company, events, tickets and messages, by number.
    func customerHistories() throws -> [CustomerHistory] {
        let companies = try companiesByNumber()
        let events = try eventsByNumber(of: .customer)
        let messages = try messagesByNumber(of: .customer)
        let activities = try activitiesByNumber(of: .customer)
        var tickets: [Int64: [Ticket]] = [:]
        try eachTicket { tickets[$0.customer?.rawValue ?? 0, default: []].append($0) }
        var histories: [CustomerHistory] = []
        try eachCustomer { customer in
            let number = customer.id.rawValue
            histories.append(
                CustomerHistory(
                    customer: customer, company: customer.company.flatMap { companies[$0] },
                    events: events[number] ?? [], tickets: tickets[number] ?? [], messages: messages[number] ?? [],
                    activities: activities[number] ?? []))
        }
        return histories
    }

    /// One lead with everything known about it.
    func history(of id: Identifier<Lead>) throws -> LeadHistory {
        let lead = try lead(id)
        let reference = RecordReference(.lead, id.rawValue)
        return LeadHistory(
            lead: lead, company: try lead.company.map { try company($0) }, events: try events(of: reference),
            messages: try messages(of: reference), activities: try activities(about: reference))
    }

    /// One customer with everything known about it.
    func history(of id: Identifier<Customer>) throws -> CustomerHistory {
        let customer = try customer(id)
        let reference = RecordReference(.customer, id.rawValue)
        return CustomerHistory(
            customer: customer, company: try customer.company.map { try company($0) },
            events: try events(of: reference), tickets: try tickets(of: id), messages: try messages(of: reference),
            activities: try activities(about: reference))
    }

    private func companiesByNumber() throws -> [Identifier<Company>: Company] {
        var companies: [Identifier<Company>: Company] = [:]
        try eachCompany { companies[$0.id] = $0 }
        return companies
    }

    private func eventsByNumber(of kind: RecordKind) throws -> [Int64: [Event]] {
        var events: [Int64: [Event]] = [:]
        try eachEvent(of: kind) { events[$0.subject.id, default: []].append($0) }
        return events
    }

    private func messagesByNumber(of kind: RecordKind) throws -> [Int64: [Message]] {
        var messages: [Int64: [Message]] = [:]
        try eachMessage(of: kind) { messages[$0.subject.id, default: []].append($0) }
        return messages
    }

    private func activitiesByNumber(of kind: RecordKind) throws -> [Int64: [Activity]] {
        var activities: [Int64: [Activity]] = [:]
        try eachActivity(about: kind) { activities[$0.related?.id ?? 0, default: []].append($0) }
        return activities
    }
}
