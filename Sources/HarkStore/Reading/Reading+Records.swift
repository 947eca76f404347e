import GRDB
public import HarkCore

extension Reading {
    /// The tenant itself.
    public func ownTenant() throws -> Tenant {
        guard let row = try Row.fetchOne(database, sql: "SELECT id, slug, name, settings FROM tenant") else {
            throw StoreError.noTenant(tenant.description)
        }
        return try Tenant(row: row)
    }

    /// Everybody who works for the tenant, in the order they came.
    public func users() throws -> [User] { try rows(where: "1") }

    /// The user of that number. - Throws: ``StoreError/noUser(_:)``.
    public func user(_ id: Identifier<User>) throws -> User {
        guard let user: User = try first(where: "id = ?", [stored(id)]) else { throw StoreError.noUser(id) }
        return user
    }

    /// The user who signs in with that address, compared without case.
    public func user(email: String) throws -> User? {
        try first(where: "email = ? COLLATE NOCASE", [stored(email)])
    }

    /// The first user of that name, compared without case.
    public func user(named name: String) throws -> User? {
        try first(where: "fold(name) = ?", [stored(nameKey(name))])
    }

    /// The lead of that number. - Throws: ``StoreError/notFound(_:)``, as all of the kind do.
    public func lead(_ id: Identifier<Lead>) throws -> Lead { try record(.lead, id.rawValue) }

    /// The customer of that number.
    public func customer(_ id: Identifier<Customer>) throws -> Customer { try record(.customer, id.rawValue) }

    /// The contact of that number.
    public func contact(_ id: Identifier<Contact>) throws -> Contact { try record(.contact, id.rawValue) }

    /// The company of that number.
    public func company(_ id: Identifier<Company>) throws -> Company { try record(.company, id.rawValue) }

    /// The deal of that number.
    public func deal(_ id: Identifier<Deal>) throws -> Deal { try record(.deal, id.rawValue) }

    /// The ticket of that number.
    public func ticket(_ id: Identifier<Ticket>) throws -> Ticket { try record(.ticket, id.rawValue) }

    /// The activity of that number with its attendees.
    public func activity(_ id: Identifier<Activity>) throws -> Activity {
        var activity: Activity = try record(.task, id.rawValue)
        activity.attendees = try attendees(of: id)
        return activity
    }

    private func record<Record: StoredRecord>(_ kind: RecordKind, _ id: Int64) throws -> Record {
        guard let record: Record = try first(where: "id = ?", [stored(id)]) else {
            throw StoreError.notFound(RecordReference(kind, id))
        }
        return record
    }

    /// The contacts that take part in an activity, in the order they were added.
    func attendees(of id: Identifier<Activity>) throws -> [Identifier<Contact>] {
        let statement = try database.cachedStatement(
            sql: "SELECT contact_id FROM activity_attendee WHERE activity_id = ? ORDER BY id")
        return try Int64.fetchAll(statement, arguments: [id.rawValue]).map { Identifier($0) }
    }

    /// The first company of that name, compared without case.
    public func company(named name: String) throws -> Company? {
        try first(where: "name_key = ?", [stored(nameKey(name))])
    }

    /// The contacts of that name, compared without case, in the order they came.
    public func contacts(named name: String) throws -> [Contact] {
        try rows(where: "name_key = ?", [stored(nameKey(name))])
    }

    /// The contacts with that address, compared without case, in the order they came.
    public func contacts(email: String) throws -> [Contact] {
        try rows(where: "email = ? COLLATE NOCASE", [stored(email)])
    }

    /// The leads whose company, or whose person where there is none, has that name, compared without case.
    public func leads(named name: String) throws -> [Lead] {
        try rows(where: "name_key = ?", [stored(nameKey(name))])
    }

    /// The leads with that address, compared without case, in the order they came.
    public func leads(email: String) throws -> [Lead] {
        try rows(where: "email = ? COLLATE NOCASE", [stored(email)])
    }

    /// The first customer of that name, compared without case.
    public func customer(named name: String) throws -> Customer? {
        try first(where: "name_key = ?", [stored(nameKey(name))])
    }

    /// The leads of a company, in the order they came.
    public func leads(of company: Identifier<Company>) throws -> [Lead] {
        try rows(where: "company_id = ?", [stored(company)])
    }

    /// The contacts of a company, in the order they came.
    public func contacts(of company: Identifier<Company>) throws -> [Contact] {
        try rows(where: "company_id = ?", [stored(company)])
    }

    /// The deals that came from a lead, in the order they came.
    public func deals(of lead: Identifier<Lead>) throws -> [Deal] {
        try rows(where: "lead_id = ?", [stored(lead)])
    }

    /// Meetings, tasks, calls and notes about a record, the earliest first; without their attendees.
    public func activities(about record: RecordReference) throws -> [Activity] {
        try rows(
            where: "related_kind = ? AND related_id = ?", order: "coalesce(at, created_at), id",
            [stored(record.kind), stored(record.id)])
    }
}
