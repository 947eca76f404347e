internal import HarkCore
internal import HarkStore

/// A record whose names have become numbers, ready to be kept.
enum LinkedRecord {
    case user(User)
    case company(Company)
    case contact(Contact)
    case lead(Lead)
    case customer(Customer)
    case deal(Deal)
    case event(Event)
    case message(Message)
    case ticket(Ticket)
    case task(Activity)

    /// Adds the record and gives its number.
    func insert(into writing: Writing) throws -> Int64 {
        switch self {
        case .user(let user): try writing.insert(user).rawValue
        case .company(let company): try writing.insert(company).rawValue
        case .contact(let contact): try writing.insert(contact).rawValue
        case .lead(let lead): try writing.insert(lead).rawValue
        case .customer(let customer): try writing.insert(customer).rawValue
        case .deal(let deal): try writing.insert(deal).rawValue
        case .event(let event): try writing.insert(event).rawValue
        case .message(let message): try writing.insert(message).rawValue
        case .ticket(let ticket): try writing.insert(ticket).rawValue
        case .task(let task): try writing.insert(task).rawValue
        }
    }

    /// Whether a tenant has at most one record of that key, so that two in one file are one as well.
    var isUnique: Bool {
        switch self {
        case .user, .company, .customer: true
        default: false
        }
    }

    /// A hash of what makes the record itself, and not of what people change about it.
    ///
    /// - Parameter isDated: Whether the file says when records were made; a date taken from the clock tells nothing.
    func key(isDated: Bool) -> UInt64 {
        var hash = StableHash()
        switch self {
        case .user(let user): hash.mix(user.email.lowercased())
        case .company(let company): hash.mix(company.name.lowercased())
        case .contact(let contact):
            hash.mix(contact.name.lowercased())
            if let email = contact.email { hash.mix(email.lowercased()) } else { hash.mix(contact.company?.rawValue) }
        case .lead(let lead):
            hash.mix(lead.person.lowercased())
            hash.mix(lead.companyName.lowercased())
            hash.mix((lead.email ?? lead.phone)?.lowercased())
            if isDated { hash.mix(lead.createdAt.secondsSinceEpoch) }
        case .customer(let customer): hash.mix(customer.name.lowercased())
        case .deal(let deal):
            hash.mix(deal.name.lowercased())
            hash.mix(deal.company?.rawValue)
            if isDated { hash.mix(deal.createdAt.secondsSinceEpoch) }
        case .event(let event):
            hash.mix(event.subject)
            hash.mix(event.kind.rawValue)
            hash.mix(event.at.secondsSinceEpoch)
            hash.mix(event.note)
        case .message(let message):
            hash.mix(message.subject)
            hash.mix(message.at.secondsSinceEpoch)
            hash.mix(message.body)
        case .ticket(let ticket):
            hash.mix(ticket.customer?.rawValue)
            hash.mix(ticket.subject)
            if isDated { hash.mix(ticket.openedAt.secondsSinceEpoch) }
        case .task(let task):
            hash.mix(task.subject)
            hash.mix(task.related)
            hash.mix(task.at?.secondsSinceEpoch)
        }
        return hash.value
    }
}
