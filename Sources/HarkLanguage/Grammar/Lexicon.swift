/// The words and slots of template files, each once, by number: a sentence is made of hundreds, and numbers are
/// compared and copied for nothing.
struct Lexicon: Sendable {
    private(set) var words: [String] = []
    private(set) var slots: [Slot] = []
    private var wordNumbers: [String: Int32] = [:]
    private var slotNumbers: [Slot: Int32] = [:]

    /// A named gap and the type of what fills it.
    struct Slot: Hashable, Sendable {
        var name: String
        var type: SlotType
    }

    /// The number of a word, new if need be.
    mutating func number(of word: String) -> Int32 {
        if let number = wordNumbers[word] { return number }
        let number = Int32(words.count)
        words.append(word)
        wordNumbers[word] = number
        return number
    }

    /// The number of a slot, new if need be.
    mutating func number(of slot: Slot) -> Int32 {
        if let number = slotNumbers[slot] { return number }
        let number = Int32(slots.count)
        slots.append(slot)
        slotNumbers[slot] = number
        return number
    }
}
