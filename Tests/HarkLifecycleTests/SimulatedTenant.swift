import HarkCore

@testable import HarkLifecycle

/// A whole simulated tenant in memory, its rows in the order of its files.
struct SimulatedTenant: Equatable {
    var end: LocalDate
    var companies: [Company] = []
    var leads: [Lead] = []
    var leadLogOdds: [Double] = []
    var customers: [Customer] = []
    var events: [Event] = []
    var messages: [Message] = []
    var tickets: [Ticket] = []
    var messyEvents = 0
    /// The columns each lead leaves empty in its file.
    var missing: [[Int]] = []

    init(_ settings: SimulationSettings) {
        end = settings.end
        var simulation = Simulation(settings)
        var mess = SimulatedMess(settings)
        var ordered: [Event] = []
        while var account = simulation.next() {
            mess.spoil(&account.company)
            companies.append(account.company)
            if let lead = account.lead { leads.append(lead) }
            if let odds = account.leadLogOdds { leadLogOdds.append(odds) }
            if let customer = account.customer { customers.append(customer) }
            ordered += account.events
            messages += account.messages
            tickets += account.tickets
        }
        ordered = ordered.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        var events: SimulatedMess.Events<Event> = mess.events(afterCompanies: companies.count, leads: leads.count)
        for event in ordered { events.take(event) { self.events.append($0) } }
        events.finish { self.events.append($0) }
        var gaps = mess.leads(afterCompanies: companies.count)
        missing = leads.map { _ in gaps.missing() }
        messyEvents = events.changed
    }

    /// The built-in parameters, some of them changed.
    static func parameters(_ change: (inout SimulationParameters) -> Void = { _ in }) -> SimulationParameters {
        guard var parameters = try? SimulationParameters.builtIn() else {
            preconditionFailure("the built-in parameters are wrong, as another test says")
        }
        change(&parameters)
        return parameters
    }
}
