import HarkCore

/// Makes a tenant with people, companies, sales, journeys and messages that never were but could have been.
public struct Simulation: Sendable {
    private let settings: SimulationSettings
    private let seed: SplitMix64
    private var names: NameMaker
    private var tenant: SimulatedTenant

    /// Simulates a tenant; the same settings give the same value.
    public static func tenant(_ settings: SimulationSettings) -> SimulatedTenant {
        var simulation = Simulation(settings)
        simulation.run()
        return simulation.tenant
    }

    private init(_ settings: SimulationSettings) {
        self.settings = settings
        seed = SplitMix64(seed: settings.seed)
        names = NameMaker(seed.stream(1))
        tenant = SimulatedTenant(slug: settings.slug, end: settings.end)
    }

    private mutating func run() {
        for (index, user) in settings.users.enumerated() {
            let first = NameMaker.folded(String(user.name.prefix { $0 != " " }))
            tenant.users.append(
                User(
                    id: Identifier(Int64(index + 1)), name: user.name, email: "\(first)@\(settings.slug).example",
                    role: user.role, team: user.team))
        }
        for (index, createdAt) in arrivals().enumerated() { addLead(index, createdAt: createdAt) }
        var generator = seed.stream(3)
        for index in 0..<max(settings.customers - tenant.customers.count, 0) { addOlderCustomer(index, &generator) }
        tenant.addTasks(seed.stream(4))
        tenant.tickets.sort { ($0.openedAt, $0.customer?.rawValue ?? 0) < ($1.openedAt, $1.customer?.rawValue ?? 0) }
        for index in tenant.tickets.indices { tenant.tickets[index].id = Identifier(Int64(index + 1)) }
        tenant.messages.sort { ($0.at, $0.subject, $0.body) < ($1.at, $1.subject, $1.body) }
        for index in tenant.messages.indices { tenant.messages[index].id = Identifier(Int64(index + 1)) }
        tenant.events = tenant.events.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        tenant.plantMess(share: settings.mess, seed.stream(5))
        for index in tenant.events.indices { tenant.events[index].id = Identifier(Int64(index + 1)) }
    }

    /// When leads come in: ever more of them, by the week and the year, sorted.
    private func arrivals() -> [LocalDateTime] {
        var generator = seed.stream(2)
        let days = Double(settings.end.daysSinceEpoch - settings.start.daysSinceEpoch)
        let busiest = settings.rhythm.weekdays.reduce(0, max) * settings.rhythm.months.reduce(0, max)
        var moments: [LocalDateTime] = []
        while moments.count < settings.leads {
            let share = generator.uniform().squareRoot() * 0.9 + generator.uniform() * 0.1
            let date = settings.start.adding(days: Int(days * share))
            let activity = settings.rhythm.activity(of: date)
            guard generator.chance(activity / busiest) else { continue }
            moments.append(settings.rhythm.moment(after: date.midnight, days: activity * generator.uniform()))
        }
        return moments.sorted()
    }

    private mutating func addLead(_ index: Int, createdAt: LocalDateTime) {
        var generator = seed.stream(1_000 + index)
        let profile = LeadProfile(&generator)
        let journey = LeadJourney(profile: profile, createdAt: createdAt, settings: settings, &generator)
        let person = names.person(from: profile.country)
        let company = addCompany(profile, &generator)
        let owner = owner(&generator)
        var lead = Lead(person: person, companyName: company.name, createdAt: createdAt)
        lead.id = Identifier(Int64(index + 1))
        lead.company = company.id
        lead.owner = owner
        lead.source = profile.source.name
        lead.email = address(person, at: company)
        lead.phone = phone(in: profile.country, &generator)
        let seats = generator.integer(profile.segment.seats)
        let amount = price(seats: seats, profile.segment, months: 12)
        lead.amount = generator.chance(0.7) ? amount : nil
        lead.record(journey, profile, &generator)
        tenant.leads.append(lead)
        tenant.leadLogOdds.append(journey.logOdds)
        let subject = RecordReference(.lead, lead.id.rawValue)
        append(journey.events, journey.messages, to: subject)
        if journey.qualifiedAt != nil { addDeal(journey, lead, company, profile, amount: amount) }
        guard journey.converted == true, let won = lead.closedAt else { return }
        let start = settings.rhythm.moment(after: won, days: generator.uniform(0.05, 2))
        guard start.adding(minutes: 180) < settings.closing else { return }
        let quality = 0.6 * generator.normal() + 0.5 * profile.intent
        addCustomer(company, profile, owner: owner, since: start, quality: quality, number: index)
    }

    private mutating func addOlderCustomer(_ index: Int, _ generator: inout SplitMix64) {
        let profile = LeadProfile(&generator)
        let company = addCompany(profile, &generator)
        let day = settings.start.adding(days: -generator.integer(20...1_100))
        let since = settings.rhythm.moment(after: day.midnight, days: generator.uniform())
        addContact(names.person(from: profile.country), profile, company, &generator)
        let quality = generator.normal()
        addCustomer(company, profile, owner: owner(&generator), since: since, quality: quality, number: -1 - index)
    }

    private mutating func addCustomer(
        _ company: Company, _ profile: LeadProfile, owner: Identifier<User>?, since: LocalDateTime, quality: Double,
        number: Int
    ) {
        let journey = CustomerJourney(
            segment: profile.segment, since: since, quality: quality, settings: settings,
            generator: seed.stream(1_000_000 + number))
        var customer = Customer(name: company.name)
        customer.id = Identifier(Int64(tenant.customers.count + 1))
        customer.company = company.id
        customer.owner = owner
        customer.since = since.date
        customer.monthlyValue = price(seats: journey.seats, profile.segment, months: 1)
        customer.record(journey)
        tenant.customers.append(customer)
        let subject = RecordReference(.customer, customer.id.rawValue)
        append(journey.events, journey.messages, to: subject)
        for var ticket in journey.tickets {
            ticket.customer = customer.id
            tenant.tickets.append(ticket)
        }
    }
}

extension Simulation {
    private mutating func addCompany(_ profile: LeadProfile, _ generator: inout SplitMix64) -> Company {
        let name = names.company(profile.industry, in: profile.country)
        let company = Company(
            id: Identifier(Int64(tenant.companies.count + 1)), name: name, domain: NameMaker.folded(name) + ".example",
            industry: profile.industry.name, size: profile.size, city: profile.city, country: profile.country.name)
        tenant.companies.append(company)
        return company
    }

    @discardableResult
    private mutating func addContact(
        _ name: String, _ profile: LeadProfile, _ company: Company, _ generator: inout SplitMix64
    ) -> Contact {
        let contact = Contact(
            id: Identifier(Int64(tenant.contacts.count + 1)), name: name, company: company.id, title: profile.title,
            email: address(name, at: company), phone: phone(in: profile.country, &generator), city: profile.city)
        tenant.contacts.append(contact)
        return contact
    }

    private mutating func addDeal(
        _ journey: LeadJourney, _ lead: Lead, _ company: Company, _ profile: LeadProfile, amount: Money
    ) {
        guard let qualifiedAt = journey.qualifiedAt else { return }
        var generator = seed.stream(2_000_000 + Int(lead.id.rawValue))
        let contact = addContact(lead.person, profile, company, &generator)
        let expected = settings.end.adding(days: generator.integer(-10...75))
        tenant.deals.append(
            Deal(
                id: Identifier(Int64(tenant.deals.count + 1)),
                name: "\(company.name) \(generator.pick(["licences", "roll-out", "pilot", "annual plan"]))",
                company: company.id, contact: contact.id, lead: lead.id, owner: lead.owner, amount: amount,
                stage: journey.converted.map { $0 ? .won : .lost } ?? journey.stage,
                closeDate: lead.closedAt?.date ?? expected, createdAt: qualifiedAt))
    }

    private mutating func append(
        _ events: [(kind: Event.Kind, at: LocalDateTime, note: String?)],
        _ messages: [(direction: Message.Direction, at: LocalDateTime, body: String)], to subject: RecordReference
    ) {
        tenant.events += events.map { Event(subject: subject, kind: $0.kind, at: $0.at, note: $0.note) }
        tenant.messages += messages.map {
            Message(subject: subject, direction: $0.direction, channel: "email", body: $0.body, at: $0.at)
        }
    }

    /// One of the reps; more often the first.
    private func owner(_ generator: inout SplitMix64) -> Identifier<User>? {
        let reps = tenant.users.filter { $0.role == .rep }.map(\.id)
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
