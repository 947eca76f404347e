import HarkCore
import HarkStore

extension Session {
    func creatingTicket(_ new: NewTicket) throws(ServiceError) -> Step {
        try require(.write, .tickets)
        guard !new.subject.isEmpty else { throw .needsAnswer("What is the ticket about?") }
        let customer = try read { try $0.customer(new.customer) }
        return Step(title: "Opened ticket for \(customer.name): \(new.subject)") { writing in
            let id = try writing.insert(
                Ticket(customer: new.customer, subject: new.subject, priority: new.priority, openedAt: now))
            let subject = RecordReference(.customer, new.customer.rawValue)
            _ = try rescore(subject, in: writing)
            let reference = RecordReference(.ticket, id.rawValue)
            return Reply(
                "Opened ticket #\(id) for \(customer.name): \(new.subject), \(new.priority.rawValue) priority.",
                focus: subject, records: [NamedRecord(reference, name: new.subject, detail: customer.name)],
                changed: true)
        }
    }

    func closingTicket(_ id: Identifier<Ticket>, resolution: String?) throws(ServiceError) -> Step {
        let ticket = try read { try $0.ticket(id) }
        try require(.write, .tickets)
        guard ticket.status != .closed else { throw .badInput("Ticket #\(id) is closed already.") }
        return Step(title: "Closed ticket #\(id): \(ticket.subject)") { writing in
            var closed = try writing.reading.ticket(id)
            (closed.status, closed.closedAt, closed.resolution) = (.closed, now, resolution)
            try writing.update(closed)
            let subject = closed.customer.map { RecordReference(.customer, $0.rawValue) }
            if let subject { _ = try rescore(subject, in: writing) }
            let record = NamedRecord(RecordReference(.ticket, id.rawValue), name: ticket.subject)
            return Reply("Closed ticket #\(id): \(ticket.subject).", focus: subject, records: [record], changed: true)
        }
    }
}
