public import HarkCore
public import HarkLanguage

/// Reads the typed values of phrases where there is no tenant to ask: nobody's names, and the usual settings.
public struct ValueReader: Sendable {
    private let context: ReadingContext

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - now: The moment "tomorrow" counts from.
    ///   - name: How dates are read where people differ: `hark`, `duckling` or `recognizers`.
    /// - Throws: ``ServiceError/badInput(_:)`` for another name.
    public init(now: LocalDateTime, convention name: String) throws(ServiceError) {
        let nobody = User(id: Identifier(0), name: "", email: "", role: .viewer)
        context = ReadingContext(now: now, user: nobody, convention: try Convention(named: name), names: NameIndex([]))
    }

    /// The points in time, amounts, addresses and numbers in a phrase, in order.
    public func values(in phrase: String) -> [TypedValue] { TypedValue.found(in: phrase, context: context) }
}

extension Convention {
    /// The convention of a name people use.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` where there is none.
    init(named name: String) throws(ServiceError) {
        switch name {
        case "hark": self = .hark
        case "duckling": self = .duckling
        case "recognizers": self = .recognizers
        default: throw .badInput("There is no convention '\(name)'. There are: hark, duckling, recognizers.")
        }
    }
}
