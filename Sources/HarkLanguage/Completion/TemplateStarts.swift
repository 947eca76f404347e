/// Which templates can begin with which words.
struct TemplateStarts: Sendable {
    /// The templates that can begin with a word, by the word's number.
    private let templates: Groups<Int32>
    /// The templates that can begin with a slot.
    private let open: [Int32]
    /// The words in alphabetical order, those that begin with a letter.
    private let alphabet: [(letters: String, word: Int32)]
    private let count: Int

    init(_ grammar: Grammar) {
        var members: [(list: Int, element: Int32)] = []
        var open: [Int32] = []
        let machine = grammar.machine
        for (index, template) in grammar.templates.enumerated() {
            let states = machine.open[template.states.lowerBound]
            for state in states {
                members += machine.wordArcs[Int(state)].map { (Int($0.word), Int32(index)) }
            }
            if states.contains(where: { !machine.slotArcs[Int($0)].isEmpty }) { open.append(Int32(index)) }
        }
        templates = Groups(members, count: grammar.vocabulary.words.count)
        self.open = open
        count = grammar.templates.count
        alphabet = grammar.vocabulary.words.enumerated().filter { $0.element.first?.isLetter == true }
            .map { ($0.element, Int32($0.offset)) }.sorted { $0.letters < $1.letters }
    }

    /// The words that begin with some letters.
    func words(beginningWith part: String) -> [Int32] {
        var low = 0
        var high = alphabet.count
        while low < high {
            let middle = (low + high) / 2
            if alphabet[middle].letters < part { low = middle + 1 } else { high = middle }
        }
        return alphabet[low...].prefix { $0.letters.hasPrefix(part) }.map(\.word)
    }

    /// The templates that may begin like a phrase, in order; politeness before it says nothing.
    func templates(beginningLike typed: TypedWords) -> [Int] {
        var isPossible = Array(repeating: false, count: count)
        for template in open { isPossible[Int(template)] = true }
        var places = [0]
        var next = 0
        while next < places.count {
            let place = places[next]
            next += 1
            let words =
                place < typed.tokens.count ? typed.numbers[place].map { [$0] } ?? [] : words(beginningWith: typed.part)
            for word in words { for template in templates[Int(word)] { isPossible[Int(template)] = true } }
            if place < typed.tokens.count {
                places += typed.skips[place].filter { !places.contains($0) }
            }
        }
        return isPossible.indices.filter { isPossible[$0] }
    }
}
