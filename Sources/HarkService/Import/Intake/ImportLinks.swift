internal import HarkCore
internal import HarkStore

/// Finds the records that the names of a file mean.
///
/// What was found is remembered for a while; names are compared without case.
struct ImportLinks {
    private let writing: Writing
    private let onlyOwner: Identifier<User>?
    private var users: [String: Identifier<User>] = [:]
    private var companies: [String: Identifier<Company>?] = [:]
    private var records: [String: RecordReference?] = [:]
    private var firstDays: [Int64: LocalDate?] = [:]

    /// How many names are remembered before all are forgotten; some 20 MB.
    private static let limit = 100_000

    /// - Parameter onlyOwner: The only user whose records may be brought in or added to; `nil` for anybody's.
    init(_ writing: Writing, onlyOwner: Identifier<User>?) throws {
        self.writing = writing
        self.onlyOwner = onlyOwner
        for user in try writing.reading.users() { add(user, id: user.id) }
    }

    /// Makes a user known who has just been added.
    mutating func add(_ user: User, id: Identifier<User>) {
        let names = [user.name, user.email, String(user.email.prefix { $0 != "@" })]
        for name in names where users[name.lowercased()] == nil { users[name.lowercased()] = id }
    }

    /// Forgets which names were looked for in vain, as records have come since.
    mutating func forget() {
        companies = [:]
        records = [:]
    }

    /// The day on which a customer became one; `nil` where that is unknown, and for others.
    mutating func firstDay(of subject: RecordReference) throws -> LocalDate? {
        guard subject.kind == .customer else { return nil }
        if let known = firstDays[subject.id] { return known }
        if firstDays.count >= ImportLinks.limit { firstDays = [:] }
        let found = try writing.reading.customer(Identifier(subject.id)).since
        firstDays[subject.id] = .some(found)
        return found
    }

    /// The record with its names turned into numbers. Companies of contacts, customers and deals are made where there
    /// are none yet; everybody else must be there.
    mutating func linked(_ row: ImportedRow) throws -> LinkedRecord {
        let names = row.names
        switch row.record {
        case .user(let user):
            return .user(
                User(id: Identifier(0), name: user.name, email: user.email, role: user.role, team: user.team))
        case .company(let company): return .company(company)
        case .contact(var contact):
            contact.company = try names.company.map { try madeCompany($0) }
            return .contact(contact)
        case .lead(var lead):
            lead.company = try names.company.flatMap { try company($0) }
            lead.owner = try owner(names)
            return .lead(lead)
        case .customer(var customer):
            customer.company = try names.company.map { try madeCompany($0) }
            customer.owner = try owner(names)
            return .customer(customer)
        case .deal(let deal): return .deal(try linked(deal, names))
        case .event(let event):
            return .event(Event(subject: try subject(names), kind: event.kind, at: event.at, note: event.note))
        case .message(let message):
            return .message(
                Message(
                    subject: try subject(names), direction: message.direction, channel: message.channel,
                    body: message.body, at: message.at))
        case .ticket(var ticket):
            if let name = names.customer {
                ticket.customer = Identifier(try needed(name, .customer, .customer).id)
            }
            return .ticket(ticket)
        case .task(var task):
            task.owner = try owner(names)
            if let name = names.related { task.related = try anybody(name) }
            return .task(task)
        }
    }

    private mutating func linked(_ deal: Deal, _ names: ImportedNames) throws -> Deal {
        var deal = deal
        deal.company = try names.company.map { try madeCompany($0) }
        deal.owner = try owner(names)
        if let name = names.contact {
            deal.contact = Identifier(try needed(name, .contact, .contact).id)
        }
        if let name = names.lead { deal.lead = Identifier(try needed(name, .lead, .lead).id) }
        return deal
    }

    private func owner(_ names: ImportedNames) throws -> Identifier<User>? {
        guard let name = names.owner else { return onlyOwner }
        guard let user = users[name.lowercased()] else { throw LinkFault(.owner, name) }
        guard onlyOwner == nil || user == onlyOwner else { throw LinkFault(.owner, name, isForeign: true) }
        return user
    }

    /// The record, unless it is somebody else's and only own ones may be added to.
    private func own(_ reference: RecordReference, _ column: ImportColumn, _ name: String) throws -> RecordReference {
        guard let onlyOwner, let owner = try writing.reading.owner(of: reference), owner != onlyOwner else {
            return reference
        }
        throw LinkFault(column, name, isForeign: true)
    }

    /// Whom an event or message is about: the lead named, else the customer or lead of the company, else the contact.
    private mutating func subject(_ names: ImportedNames) throws -> RecordReference {
        if let name = names.lead {
            return try needed(name, .lead, .lead)
        }
        if let name = names.company {
            if let found = try record(name, .customer) ?? record(name, .lead) { return try own(found, .company, name) }
            guard names.contact != nil else { throw LinkFault(.company, name) }
        }
        return try needed(names.contact ?? "", .contact, .contact)
    }

    private mutating func anybody(_ name: String) throws -> RecordReference {
        for kind in [RecordKind.customer, .lead, .contact, .deal] {
            if let found = try record(name, kind) { return try own(found, .related, name) }
        }
        guard let company = try company(name) else { throw LinkFault(.related, name) }
        return RecordReference(.company, company.rawValue)
    }

    private mutating func company(_ name: String) throws -> Identifier<Company>? {
        let key = name.lowercased()
        if let known = companies[key] { return known }
        if companies.count >= ImportLinks.limit { companies = [:] }
        let found = try writing.reading.company(named: name)?.id
        companies[key] = .some(found)
        return found
    }

    private mutating func madeCompany(_ name: String) throws -> Identifier<Company> {
        if let known = try company(name) { return known }
        let made = try writing.findOrCreateCompany(named: name)
        companies[name.lowercased()] = made
        return made
    }

    private mutating func needed(_ name: String, _ kind: RecordKind, _ column: ImportColumn) throws -> RecordReference {
        guard let found = try record(name, kind) else { throw LinkFault(column, name) }
        return try own(found, column, name)
    }

    private mutating func record(_ name: String, _ kind: RecordKind) throws -> RecordReference? {
        let key = "\(kind.rawValue):\(name.lowercased())"
        if let known = records[key] { return known }
        if records.count >= ImportLinks.limit { records = [:] }
        let found = try find(name, kind).map { RecordReference(kind, $0) }
        records[key] = .some(found)
        return found
    }

    /// The first record of that name; a lead is found by its company or its person.
    private func find(_ name: String, _ kind: RecordKind) throws -> Int64? {
        let reading = writing.reading
        switch kind {
        case .customer: return try reading.customer(named: name)?.id.rawValue
        case .contact: return try reading.contacts(named: name).first?.id.rawValue
        case .lead:
            if let lead = try reading.leads(named: name).first { return lead.id.rawValue }
            return try reading.search(name, kind: .lead, limit: 20).first {
                try reading.lead(Identifier($0.reference.id)).person.lowercased() == name.lowercased()
            }?.reference.id
        default:
            return try reading.search(name, kind: kind, limit: 20).first {
                $0.name.lowercased() == name.lowercased()
            }?.reference.id
        }
    }
}

/// A name that stands for no record, or for one that is not the importer's to add to.
struct LinkFault: Error {
    var column: ImportColumn
    var name: String
    /// Whether there is such a record, but it is another user's.
    var isForeign: Bool

    init(_ column: ImportColumn, _ name: String, isForeign: Bool = false) {
        self.column = column
        self.name = name
        self.isForeign = isForeign
    }

    /// The fault as the report of an import names it.
    var reason: ImportIssue.Reason {
        isForeign
            ? .foreignOwner(column: column.header, word: name) : .unknownName(column: column.header, word: name)
    }
}
