public import HarkCore

/// Makes a tenant with people, companies, sales, journeys and messages that never were but could have been.
///
/// It gives one account after the other and keeps none of them, so that a tenant may be larger than memory. The same
/// settings give the same accounts, to the last bit, on any machine.
public struct Simulation: IteratorProtocol, Sendable {
    /// The people who work there.
    public let users: [User]
    private let settings: SimulationSettings
    private let seed: SplitMix64
    private let arrivals: [LocalDateTime]
    private var names: NameMaker
    private var tasks: TaskMaker
    private var older: SplitMix64
    private var leadCount = 0
    private var olderCount = 0
    private var companyCount = 0
    private var contactCount = 0
    private var dealCount = 0
    private var customerCount = 0

    /// Begins a simulation.
    public init(_ settings: SimulationSettings) {
        self.settings = settings
        seed = SplitMix64(seed: settings.seed)
        names = NameMaker(seed.stream(1))
        arrivals = Simulation.arrivals(settings, seed.stream(2))
        older = seed.stream(3)
        tasks = TaskMaker(seed.stream(4), end: settings.end)
        users = settings.users.enumerated().map { index, user in
            let first = NameMaker.folded(String(user.name.prefix { $0 != " " }))
            return User(
                id: Identifier(Int64(index + 1)), name: user.name, email: "\(first)@\(settings.slug).example",
                role: user.role, team: user.team)
        }
    }

    /// How much of the accounts has been given, `0...1`.
    public var share: Double {
        let missing = max(settings.customers - customerCount, 0)
        let ahead = leadCount < arrivals.count ? arrivals.count - leadCount + missing / 2 : missing
        let made = companyCount
        return made + ahead > 0 ? Double(made) / Double(made + ahead) : 1
    }

    /// The next account: those of the leads as they came in, then the customers that are older than the history.
    public mutating func next() -> SimulatedAccount? {
        if leadCount < arrivals.count { return leadAccount() }
        guard customerCount < settings.customers else { return nil }
        return olderAccount()
    }

    /// The next task about a customer; `nil` after the last one. Ask when all accounts have been given.
    public mutating func nextTask() -> SimulatedTask? { tasks.nextForCustomers() }

    /// When leads come in: ever more of them, by the week and the year, sorted.
    private static func arrivals(_ settings: SimulationSettings, _ stream: SplitMix64) -> [LocalDateTime] {
        var generator = stream
        let rhythm = settings.parameters.rhythm
        let days = Double(settings.end.daysSinceEpoch - settings.start.daysSinceEpoch)
        let busiest = rhythm.weekdays.reduce(0, max) * rhythm.months.reduce(0, max)
        var moments: [LocalDateTime] = []
        moments.reserveCapacity(settings.leads)
        while moments.count < settings.leads {
            let share = generator.uniform().squareRoot() * 0.9 + generator.uniform() * 0.1
            let date = settings.start.adding(days: Int(days * share))
            let activity = rhythm.activity(of: date)
            guard generator.chance(activity / busiest) else { continue }
            moments.append(rhythm.moment(after: date.midnight, days: activity * generator.uniform()))
        }
        return moments.sorted()
    }

    private mutating func leadAccount() -> SimulatedAccount {
        let (index, createdAt) = (leadCount, arrivals[leadCount])
        leadCount += 1
        var generator = seed.stream(1_000 + index)
        let profile = LeadProfile(settings.parameters.segments, &generator)
        let journey = LeadJourney(profile: profile, createdAt: createdAt, settings: settings, &generator)
        let person = names.person(from: profile.country)
        var account = SimulatedAccount(makeCompany(profile))
        var lead = Lead(person: person, companyName: account.company.name, createdAt: createdAt)
        lead.id = Identifier(Int64(index + 1))
        lead.company = account.company.id
        lead.owner = owner(&generator)
        lead.source = profile.source.name
        lead.email = address(person, at: account.company)
        lead.phone = phone(in: profile.country, &generator)
        let amount = price(seats: generator.integer(profile.segment.seats), profile.segment, months: 12)
        lead.amount = generator.chance(0.7) ? amount : nil
        lead.record(journey, profile, &generator)
        account.lead = lead
        account.leadLogOdds = journey.logOdds
        account.add(journey.events, journey.messages, to: RecordReference(.lead, lead.id.rawValue))
        addDeal(journey, lead, profile, amount: amount, to: &account)
        becomeCustomer(lead, profile, to: &account, &generator)
        account.task = tasks.task(for: lead)
        return account
    }

    private mutating func becomeCustomer(
        _ lead: Lead, _ profile: LeadProfile, to account: inout SimulatedAccount, _ generator: inout SplitMix64
    ) {
        guard lead.converted == true, let won = lead.closedAt else { return }
        let start = settings.parameters.rhythm.moment(after: won, days: generator.uniform(0.05, 2))
        guard start.adding(minutes: 180) < settings.closing else { return }
        let quality = 0.6 * generator.normal() + 0.5 * profile.intent
        addCustomer(
            profile, owner: lead.owner, since: start, quality: quality, number: Int(lead.id.rawValue) - 1, to: &account)
    }

    private mutating func olderAccount() -> SimulatedAccount {
        // The makers below change the simulation too, so the generator is taken out meanwhile.
        var generator = older
        let profile = LeadProfile(settings.parameters.segments, &generator)
        var account = SimulatedAccount(makeCompany(profile))
        let day = settings.start.adding(days: -generator.integer(20...1_100))
        let since = settings.parameters.rhythm.moment(after: day.midnight, days: generator.uniform())
        account.contact = makeContact(names.person(from: profile.country), profile, account.company, &generator)
        let quality = generator.normal()
        let owner = owner(&generator)
        older = generator
        olderCount += 1
        addCustomer(profile, owner: owner, since: since, quality: quality, number: -olderCount, to: &account)
        return account
    }

    private mutating func addCustomer(
        _ profile: LeadProfile, owner: Identifier<User>?, since: LocalDateTime, quality: Double, number: Int,
        to account: inout SimulatedAccount
    ) {
        let journey = CustomerJourney(
            segment: profile.segment, since: since, quality: quality, settings: settings,
            generator: seed.stream(1_000_000 + number))
        customerCount += 1
        var customer = Customer(name: account.company.name)
        customer.id = Identifier(Int64(customerCount))
        customer.company = account.company.id
        customer.owner = owner
        customer.since = since.date
        customer.monthlyValue = price(seats: journey.seats, profile.segment, months: 1)
        customer.record(journey)
        account.customer = customer
        account.add(journey.events, journey.messages, to: RecordReference(.customer, customer.id.rawValue))
        account.tickets = journey.tickets.map { ticket in
            var ticket = ticket
            ticket.customer = customer.id
            return ticket
        }
        tasks.remember(customer)
    }
}

extension Simulation {
    private mutating func makeCompany(_ profile: LeadProfile) -> Company {
        let name = names.company(profile.industry, in: profile.country)
        companyCount += 1
        return Company(
            id: Identifier(Int64(companyCount)), name: name, domain: NameMaker.folded(name) + ".example",
            industry: profile.industry.name, size: profile.size, city: profile.city, country: profile.country.name)
    }

    private mutating func makeContact(
        _ name: String, _ profile: LeadProfile, _ company: Company, _ generator: inout SplitMix64
    ) -> Contact {
        contactCount += 1
        return Contact(
            id: Identifier(Int64(contactCount)), name: name, company: company.id, title: profile.title,
            email: address(name, at: company), phone: phone(in: profile.country, &generator), city: profile.city)
    }

    private mutating func addDeal(
        _ journey: LeadJourney, _ lead: Lead, _ profile: LeadProfile, amount: Money, to account: inout SimulatedAccount
    ) {
        guard let qualifiedAt = journey.qualifiedAt else { return }
        var generator = seed.stream(2_000_000 + Int(lead.id.rawValue))
        let contact = makeContact(lead.person, profile, account.company, &generator)
        let expected = settings.end.adding(days: generator.integer(-10...75))
        dealCount += 1
        account.contact = contact
        account.deal = Deal(
            id: Identifier(Int64(dealCount)),
            name: "\(account.company.name) \(generator.pick(["licences", "roll-out", "pilot", "annual plan"]))",
            company: account.company.id, contact: contact.id, lead: lead.id, owner: lead.owner, amount: amount,
            stage: journey.converted.map { $0 ? .won : .lost } ?? journey.stage,
            closeDate: lead.closedAt?.date ?? expected, createdAt: qualifiedAt)
    }

    /// One of the reps; more often the first.
    private func owner(_ generator: inout SplitMix64) -> Identifier<User>? {
        let reps = users.filter { $0.role == .rep }.map(\.id)
        guard let first = reps.first else { return nil }
        return generator.chance(0.35) ? first : generator.pick(reps)
    }

    private func price(seats: Int, _ segment: SimulationSegment, months: Int) -> Money {
        Money(minorUnits: Int64(seats * segment.seatPrice * months * 100), currency: settings.currency)
    }

    private func address(_ person: String, at company: Company) -> String {
        let words = person.split(separator: " ").map { NameMaker.folded(String($0)) }.filter { $0.count > 1 }
        return words.joined(separator: ".") + "@" + (company.domain ?? "mail.example")
    }

    private func phone(in country: SimulatedCountry, _ generator: inout SplitMix64) -> String {
        "\(country.dialCode) 555 \(generator.integer(100...999)) \(generator.integer(100...999))"
    }
}

extension SimulatedAccount {
    fileprivate mutating func add(
        _ events: [(kind: Event.Kind, at: LocalDateTime, note: String?)],
        _ messages: [(direction: Message.Direction, at: LocalDateTime, body: String)], to subject: RecordReference
    ) {
        self.events += events.map { Event(subject: subject, kind: $0.kind, at: $0.at, note: $0.note) }
        self.messages += messages.map {
            Message(subject: subject, direction: $0.direction, channel: "email", body: $0.body, at: $0.at)
        }
    }
}
