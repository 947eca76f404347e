internal import HarkCore

/// Something a rep can do, and how a record looks once it is done.
struct Deed<History: Sendable>: Sendable {
    /// What is done, once or so many times; `#` stands for the number.
    let one: String
    let many: String
    /// How often it may be proposed.
    let most: Int
    /// The history as it would be; `nil` where there is nothing to do.
    let done: @Sendable (_ history: History, _ times: Int, _ now: LocalDateTime) -> History?

    func words(_ times: Int) -> String {
        times == 1 ? one : many.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(times)")
    }
}

extension Deed<LeadHistory> {
    /// What can be done about a lead.
    static let all: [Deed] = [
        event(.call, "1 call", "# calls", most: 3), event(.meeting, "1 meeting", "# meetings", most: 2),
        event(.demoHeld, "a demo", "# demos", most: 1), event(.proposalSent, "a proposal", "# proposals", most: 1),
        event(.emailSent, "1 e-mail", "# e-mails", most: 2),
        event(.emailReplied, "a reply to an e-mail", "# replies to e-mails", most: 2),
        Deed(one: "an e-mail address or telephone number", many: "", most: 1) { history, _, _ in
            let known = [history.lead.email, history.lead.phone].contains { $0?.isEmpty == false }
            var history = history
            history.lead.phone = "0"
            return known ? nil : history
        },
    ]

    private static func event(_ kind: Event.Kind, _ one: String, _ many: String, most: Int) -> Deed {
        Deed(one: one, many: many, most: most) { history, times, now in
            let subject = RecordReference(.lead, history.lead.id.rawValue)
            var history = history
            history.events += (1...times).map { Event(subject: subject, kind: kind, at: now.adding(minutes: -$0)) }
            return history
        }
    }
}

extension Deed<CustomerHistory> {
    /// What can be done for a customer.
    static let all: [Deed] = [
        event(.call, "1 call", "# calls", most: 3), event(.meeting, "1 meeting", "# meetings", most: 2),
        event(.upgrade, "an upgrade", "# upgrades", most: 1),
        Deed(one: "1 ticket solved", many: "# tickets solved", most: 5) { history, times, now in
            let open = history.tickets.indices.filter {
                history.tickets[$0].status != .closed && history.tickets[$0].openedAt < now
            }
            guard open.count >= times else { return nil }
            var history = history
            for index in open.prefix(times) {
                history.tickets[index].status = .closed
                history.tickets[index].closedAt = now.adding(minutes: -1)
            }
            return history
        },
    ]

    private static func event(_ kind: Event.Kind, _ one: String, _ many: String, most: Int) -> Deed {
        Deed(one: one, many: many, most: most) { history, times, now in
            let subject = RecordReference(.customer, history.customer.id.rawValue)
            var history = history
            history.events += (1...times).map { Event(subject: subject, kind: kind, at: now.adding(minutes: -$0)) }
            return history
        }
    }
}
