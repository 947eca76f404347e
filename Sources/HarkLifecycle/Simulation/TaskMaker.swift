import HarkCore

/// Makes tasks for a third of the open leads and some customers, due around the end; half of the older ones are done.
struct TaskMaker {
    private var generator: SplitMix64
    private let end: LocalDate
    private var count = 0
    private var place = 0
    /// The customers there still are; theirs are the last tasks to be made.
    private var customers: [(id: Identifier<Customer>, name: String, owner: Identifier<User>?)] = []

    init(_ generator: SplitMix64, end: LocalDate) {
        self.generator = generator
        self.end = end
    }

    mutating func remember(_ customer: Customer) {
        if customer.churned != true { customers.append((customer.id, customer.name, customer.owner)) }
    }

    /// A task for an open lead, perhaps.
    mutating func task(for lead: Lead) -> SimulatedTask? {
        guard lead.converted == nil, generator.chance(0.33) else { return nil }
        let words = ["Call", "Send proposal to", "Follow up with", "Send references to", "Book demo with"]
        let subject = generator.pick(words) + " " + lead.nameInFiles
        return task(subject, RecordReference(.lead, lead.id.rawValue), named: lead.nameInFiles, lead.owner)
    }

    /// The next task for one of the customers remembered.
    mutating func nextForCustomers() -> SimulatedTask? {
        while place < customers.count {
            let customer = customers[place]
            place += 1
            guard generator.chance(0.12) else { continue }
            let words = ["Value review with", "Renewal talk with", "Onboarding check with", "Training offer to"]
            let subject = generator.pick(words) + " " + customer.name
            return task(
                subject, RecordReference(.customer, customer.id.rawValue), named: customer.name, customer.owner)
        }
        return nil
    }

    private mutating func task(
        _ subject: String, _ related: RecordReference, named name: String, _ owner: Identifier<User>?
    ) -> SimulatedTask {
        var date = end.adding(days: generator.integer(-12...20))
        while date.weekday == .saturday || date.weekday == .sunday { date = date.adding(days: 1) }
        let due = date.midnight.adding(minutes: 60 * generator.integer(8...16) + 30 * generator.integer(0...1))
        count += 1
        let task = Activity(
            id: Identifier(Int64(count)), kind: .task, subject: subject, related: related, owner: owner, at: due,
            done: date <= end && generator.chance(0.6),
            createdAt: end.adding(days: -13).midnight.adding(minutes: 9 * 60))
        return SimulatedTask(task: task, name: name)
    }
}
