/// An organisation that buys or may buy.
public struct Company: Hashable, Sendable {
    public var id: Identifier<Company>
    public var name: String
    public var domain: String?
    public var industry: String?
    /// The number of employees.
    public var size: Int?
    public var city: String?
    public var country: String?

    /// Creates a company.
    public init(
        id: Identifier<Company> = Identifier(0), name: String, domain: String? = nil, industry: String? = nil,
        size: Int? = nil, city: String? = nil, country: String? = nil
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.industry = industry
        self.size = size
        self.city = city
        self.country = country
    }
}
