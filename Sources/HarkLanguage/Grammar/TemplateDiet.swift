/// What each template can eat anywhere in its sentence: enough to tell, without walking through its states, that it
/// would have to pass over too much of a phrase.
struct TemplateDiet: Sendable {
    /// The words, of each template in order.
    private(set) var words = Groups<Int32>()
    /// The types of span.
    private(set) var types = Groups<Int32>()
    /// The slots that take any words.
    private(set) var open: [OpenSlots] = []

    /// Sorts of slot that take any words.
    struct OpenSlots: OptionSet, Sendable {
        let rawValue: UInt8
        static let rest = OpenSlots(rawValue: 1)
        static let text = OpenSlots(rawValue: 2)
        static let name = OpenSlots(rawValue: 4)
        static let record = OpenSlots(rawValue: 8)
    }

    /// Adds the next template, whose states are these.
    mutating func append(_ states: Range<Int>, of machine: TemplateMachine) {
        var words: Set<Int32> = []
        var types: Set<Int32> = []
        var open: OpenSlots = []
        for state in states {
            for arc in machine.wordArcs[state] { words.insert(arc.word) }
            for arc in machine.slotArcs[state] {
                switch arc.eats {
                case .span: types.insert(arc.spanType)
                case .firstRest, .nextRest: open.insert(.rest)
                case .firstText, .nextText: open.insert(.text)
                case .firstName, .nextName: open.insert(.name)
                case .firstRecord, .nextRecord: open.insert(.record)
                }
            }
        }
        self.words.append(words.sorted())
        self.types.append(types.sorted())
        self.open.append(open)
    }

    /// Whether a template eats a word, by halving.
    func has(_ word: Int32, in template: Int) -> Bool {
        let range = words.range(template)
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if words.elements[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low < range.upperBound && words.elements[low] == word
    }
}
