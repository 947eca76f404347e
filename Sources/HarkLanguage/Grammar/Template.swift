import HarkCore

/// A sentence as a flat machine: states joined by arcs that each eat a word or a span.
struct Template: Sendable {
    var intent: CommandType
    var weight: Float
    var slots: [Slot]
    /// The arcs of state `n` that eat a word are `wordArcs[firstWordArc[n]..<firstWordArc[n + 1]]`, ordered by word.
    var firstWordArc: [Int32]
    var wordArcs: [WordArc]
    /// The arcs of state `n` that fill a slot are `slotArcs[firstSlotArc[n]..<firstSlotArc[n + 1]]`.
    var firstSlotArc: [Int32]
    var slotArcs: [SlotArc]
    var isAccepting: [Bool]
    /// Sets of word and type numbers; a phrase that has nothing of one of them cannot match.
    var requirements: [WordSet]
    /// What slots hold that the sentence does not have.
    var fixed: [FixedValue]
    /// Where the sentence stands, for reports.
    var place: GrammarPlace

    var stateCount: Int { isAccepting.count }

    /// A named gap.
    struct Slot: Hashable, Sendable {
        var name: String
        var type: SlotType
    }

    /// A step that eats one word.
    struct WordArc: Hashable, Sendable {
        var word: Int32
        var target: Int32
    }

    /// A step that eats a known span, or one token of a slot that takes any.
    struct SlotArc: Hashable, Sendable {
        enum Eats: UInt8, Sendable {
            case span, firstName, nextName, firstRecord, nextRecord, firstText, nextText, firstRest, nextRest
        }

        var eats: Eats
        /// The number of the type among those whose spans are found beforehand; meaningless unless a span is eaten.
        var spanType: Int32
        var slot: Int32
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
