/// A person at a company.
public struct Contact: Hashable, Sendable {
    public var id: Identifier<Contact>
    public var name: String
    public var company: Identifier<Company>?
    public var title: String?
    public var email: String?
    public var phone: String?
    public var city: String?

    /// Creates a contact.
    public init(
        id: Identifier<Contact> = Identifier(0), name: String, company: Identifier<Company>? = nil,
        title: String? = nil, email: String? = nil, phone: String? = nil, city: String? = nil
    ) {
        self.id = id
        self.name = name
        self.company = company
        self.title = title
        self.email = email
        self.phone = phone
        self.city = city
    }
}
