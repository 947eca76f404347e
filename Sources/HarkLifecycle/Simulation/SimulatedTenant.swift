public import HarkCore

/// Everything a simulated tenant holds; the records' numbers count from 1 in the order of the arrays.
public struct SimulatedTenant: Hashable, Sendable {
    public var slug: String
    /// The last day of the simulation.
    public var end: LocalDate
    public var users: [User] = []
    public var companies: [Company] = []
    public var contacts: [Contact] = []
    /// Oldest first. What is counted of a closed lead was counted up to its closing and not beyond.
    public var leads: [Lead] = []
    /// What is counted of a customer that left was counted up to its leaving and not beyond.
    public var customers: [Customer] = []
    public var deals: [Deal] = []
    /// By time, but for the planted mess.
    public var events: [Event] = []
    /// By time.
    public var messages: [Message] = []
    public var tickets: [Ticket] = []
    /// Planned and done tasks, some due after the end.
    public var tasks: [Activity] = []
    /// The true log-odds each lead's outcome was drawn from, in the order of ``leads``; in no file.
    public var leadLogOdds: [Double] = []
    /// How many events were made late, doubled or put out of order on purpose.
    public var messyEvents = 0

    /// Starts an empty tenant.
    init(slug: String, end: LocalDate) {
        self.slug = slug
        self.end = end
    }

    /// The same tenant with every date moved, as if it had all happened `days` later.
    public func shifted(byDays days: Int) -> SimulatedTenant {
        var copy = self
        copy.end = end.adding(days: days)
        for index in leads.indices {
            copy.leads[index].createdAt = leads[index].createdAt.adding(days: days)
            copy.leads[index].closedAt = leads[index].closedAt?.adding(days: days)
        }
        for index in customers.indices {
            copy.customers[index].since = customers[index].since?.adding(days: days)
            copy.customers[index].renewalDate = customers[index].renewalDate?.adding(days: days)
            copy.customers[index].churnedAt = customers[index].churnedAt?.adding(days: days)
        }
        for index in deals.indices {
            copy.deals[index].createdAt = deals[index].createdAt.adding(days: days)
            copy.deals[index].closeDate = deals[index].closeDate?.adding(days: days)
        }
        for index in tickets.indices {
            copy.tickets[index].openedAt = tickets[index].openedAt.adding(days: days)
            copy.tickets[index].closedAt = tickets[index].closedAt?.adding(days: days)
        }
        for index in tasks.indices {
            copy.tasks[index].at = tasks[index].at?.adding(days: days)
            copy.tasks[index].createdAt = tasks[index].createdAt.adding(days: days)
        }
        for index in events.indices { copy.events[index].at = events[index].at.adding(days: days) }
        for index in messages.indices { copy.messages[index].at = messages[index].at.adding(days: days) }
        return copy
    }
}
