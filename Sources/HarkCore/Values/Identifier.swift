/// The number of a record within its tenant, typed by what it numbers.
///
/// Numbers are small, counted per tenant from 1, so that people can say them. The same number in two tenants names
/// two different records.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The number as stored.
    public let rawValue: Int64

    /// Wraps a number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Reads the bare number.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The number in decimal digits.
    public var description: String { String(rawValue) }

    /// Orders by number, which is also the order of creation within a tenant.
    public static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}
