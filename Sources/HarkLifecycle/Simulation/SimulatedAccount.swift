public import HarkCore

/// One company and everything that was ever heard of it; numbers count from 1 in the order of their making.
public struct SimulatedAccount: Hashable, Sendable {
    public var company: Company
    public var contact: Contact?
    /// What is counted of a closed lead was counted up to its closing and not beyond.
    public var lead: Lead?
    /// The true log-odds the lead's outcome was drawn from; in no file.
    public var leadLogOdds: Double?
    public var deal: Deal?
    /// What is counted of a customer that left was counted up to its leaving and not beyond.
    public var customer: Customer?
    /// As its lead and its customer lived through them, not by time.
    public var events: [Event] = []
    public var messages: [Message] = []
    /// Without numbers: those follow the time of all tickets.
    public var tickets: [Ticket] = []
    /// What is planned or done about the lead.
    public var task: SimulatedTask?

    init(_ company: Company) { self.company = company }
}

/// A task and whom it is about.
public struct SimulatedTask: Hashable, Sendable {
    public var task: Activity
    /// The name of the lead or customer.
    public var name: String
}

extension Lead {
    /// The name files refer to a lead by: the person, or the company where no person is known.
    var nameInFiles: String { person.isEmpty ? companyName : person }
}
