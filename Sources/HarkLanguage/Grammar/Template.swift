import HarkCore

/// A sentence as a flat machine: states joined by arcs that each eat a word or a span.
struct Template: Sendable {
    var intent: CommandType
    var weight: Float
    var slots: [Slot]
    /// The arcs of state `n` are `arcs[firstArc[n]..<firstArc[n + 1]]`.
    var firstArc: [Int32]
    var arcs: [Arc]
    var isAccepting: [Bool]
    /// Sets of word and type numbers; a phrase that has nothing of one of them cannot match.
    var requirements: [WordSet]
    /// Where the sentence stands, for reports: `leads.intents:12`.
    var place: String

    var stateCount: Int { isAccepting.count }

    /// A named gap.
    struct Slot: Hashable, Sendable {
        var name: String
        var type: SlotType
        /// The number of the type among those whose spans are found beforehand; `nil` for one that is only open.
        var spanType: Int?
    }

    /// A step from one state to another.
    struct Arc: Hashable, Sendable {
        enum Eats: UInt8, Sendable { case word, span, firstOpen, nextOpen }

        var eats: Eats
        /// The word's number, or the slot's.
        var id: Int32
        var target: Int32
    }
}

/// A set of word numbers.
struct WordSet: Hashable, Sendable {
    private(set) var bits: [UInt64]

    init(capacity: Int) { bits = Array(repeating: 0, count: (capacity + 63) / 64) }

    mutating func insert(_ number: Int) { bits[number >> 6] |= 1 << UInt64(number & 63) }

    func intersects(_ other: WordSet) -> Bool {
        for index in bits.indices where bits[index] & other.bits[index] != 0 { return true }
        return false
    }

    mutating func formUnion(_ other: WordSet) {
        for index in bits.indices { bits[index] |= other.bits[index] }
    }
}
