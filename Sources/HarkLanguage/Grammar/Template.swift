import HarkCore

/// A sentence as a template writes it, ready for matching: a stretch of the ``TemplateMachine``'s states, the first of
/// which is where it begins.
struct Template: Sendable {
    var intent: CommandType
    /// What the sentence costs before any word is looked at.
    var weight: Float
    /// Its states in the machine.
    var states: Range<Int>
    /// What slots hold that the sentence does not have.
    var fixed: [FixedValue]
    /// Where the sentence stands, for reports.
    var place: GrammarPlace
}

/// The states of all templates, joined by arcs that each eat a word or a span.
///
/// Everything lies in flat arrays by the number of a state. A state has its own arcs and those of the states it goes
/// over into for free; keeping them apart keeps the machine eight times smaller than giving each state all of them.
struct TemplateMachine: Sendable {
    /// The states whose arcs a path in a state may take: itself and those reached for free, without those that have
    /// none.
    var open = Groups<Int32>()
    /// The arcs that eat a word, of each state ordered by word.
    var wordArcs = Groups<WordArc>()
    /// The arcs that fill a slot.
    var slotArcs = Groups<SlotArc>()
    /// Whether a sentence may end in a state.
    var isAccepting: [Bool] = []

    var stateCount: Int { isAccepting.count }

    /// Those of one state's ``wordArcs`` that eat a word, by halving.
    func arcs(_ arcs: Range<Int>, eating word: Int32) -> Range<Int> {
        var (low, high) = (arcs.lowerBound, arcs.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if wordArcs.elements[middle].word < word { low = middle + 1 } else { high = middle }
        }
        while high < arcs.upperBound, wordArcs.elements[high].word == word { high += 1 }
        return low..<high
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
