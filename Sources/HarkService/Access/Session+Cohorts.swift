public import HarkCore
import HarkLifecycle
import HarkStore

extension Session {
    /// How busy customers were in each week since they signed up, the newest customers first.
    ///
    /// A customer nobody gave a day of sign-up is counted from the first thing known of it; one of which nothing is
    /// known is not part of it.
    /// - Parameter limit: How many customers at most; the grid says how many are left out. `nil` for all.
    /// - Complexity: Reads every event of every customer once, keeping none.
    public func cohorts(_ measure: CohortGrid.Measure, limit: Int? = 1_000) throws(ServiceError) -> CohortGrid {
        try require(.read, .customers)
        let today = now.date
        return try read { reading in
            let days = try reading.firstDays()
            var undated = 0
            var customers: [(customer: Customer, since: LocalDate)] = []
            try reading.eachCustomer { customer in
                guard let since = customer.since ?? days[customer.id.rawValue] else {
                    undated += 1
                    return
                }
                customers.append((customer, since))
            }
            customers.sort { ($0.since, $1.customer.id) > ($1.since, $0.customer.id) }
            var places: [Int64: Int] = [:]
            var rows: [CohortGrid.Row] = []
            for (customer, since) in customers.prefix(limit ?? customers.count) {
                let number = customer.id.rawValue
                places[number] = rows.count
                let end = customer.churned == true ? customer.churnedAt ?? today : today
                rows.append(
                    CohortGrid.Row(
                        NamedRecord(RecordReference(.customer, number), name: customer.name), since: since,
                        until: end, hasLeft: customer.churned == true))
            }
            func count(_ number: Int64?, _ kind: Event.Kind, _ at: LocalDateTime) {
                guard measure.counts(kind), at.date <= today, let place = number.flatMap({ places[$0] }) else { return }
                rows[place].count(at.date)
            }
            try reading.eachEvent(of: .customer) { count($0.subject.id, $0.kind, $0.at) }
            try reading.eachActivity(about: .customer) { activity in
                count(
                    activity.related?.id, Event.Kind(rawValue: activity.kind.rawValue),
                    activity.at ?? activity.createdAt)
            }
            if measure == .tickets { try reading.countTickets(&rows, places) }
            return CohortGrid(measure, rows: rows, total: customers.count, undated: undated)
        }
    }
}

extension Reading {
    /// The day of the first event of each customer.
    fileprivate func firstDays() throws -> [Int64: LocalDate] {
        var days: [Int64: LocalDate] = [:]
        try eachEvent(of: .customer) { event in
            if days[event.subject.id] == nil { days[event.subject.id] = event.at.date }
        }
        return days
    }

    /// Counts tickets that are known as records; one that is an event too was counted with the events.
    fileprivate func countTickets(_ rows: inout [CohortGrid.Row], _ places: [Int64: Int]) throws {
        var told: Set<[Int64]> = []
        try eachEvent(of: .customer) { event in
            if event.kind == .ticketRaised { told.insert([event.subject.id, event.at.secondsSinceEpoch]) }
        }
        try eachTicket { ticket in
            guard let customer = ticket.customer?.rawValue, let place = places[customer],
                !told.contains([customer, ticket.openedAt.secondsSinceEpoch])
            else { return }
            rows[place].count(ticket.openedAt.date)
        }
    }
}
