/// The words the templates use, by number, with words that look or sound like them.
struct Vocabulary: Sendable {
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]
    private var homophones: [String: [Int32]] = [:]
    private var spelling: [[UInt8]] = []
    private var slips = SlipIndex()

    /// A word a token may stand for.
    struct Alternative: Hashable, Sendable {
        var word: Int32
        var cost: Float
    }

    /// The number of a word, new if need be.
    mutating func insert(_ word: String) -> Int32 {
        if let number = numbers[word] { return number }
        let number = Int32(words.count)
        words.append(word)
        numbers[word] = number
        spelling.append(Array(word.utf8))
        slips.insert(spelling[spelling.count - 1], number: number)
        return number
    }

    /// Makes ready for misspelled words once all words are there.
    mutating func close() { slips.close() }

    /// Makes `heard` count as `word`.
    mutating func insert(heard: String, for word: String) {
        let number = insert(word)
        homophones[heard, default: []].append(number)
    }

    /// The number of a word that is there.
    func number(of word: String) -> Int32? { numbers[word] }

    /// The symbol of a type of span beside those of the words, which are their numbers.
    func symbol(ofType number: Int) -> Int32 { Int32(words.count + number) }

    /// What a token may stand for: itself, its homophones and, unless it is a known name, words one letter away.
    func alternatives(of word: String, isName: Bool) -> [Alternative] {
        var found: [Alternative] = []
        if let number = numbers[word] { found.append(Alternative(word: number, cost: 0)) }
        for number in homophones[word] ?? [] { found.append(Alternative(word: number, cost: 0.4)) }
        guard found.isEmpty, !isName, word.utf8.count >= 3, word.utf8.count <= 20 else { return found }
        if let plain = plainVerb(word) { return [Alternative(word: plain, cost: 0.3)] }
        let letters = Array(word.utf8)
        if letters.count == 3 {
            // Of words this short only those count that lost a letter.
            guard !SmallWords.all.contains(word) else { return [] }
            return slips.longer(than: letters).filter { spelling[Int($0)].first == letters[0] }
                .map { Alternative(word: $0, cost: 0.9) }
        }
        return slips.near(letters).map { near($0, letters) }.filter { $0.cost.isFinite }
    }

    /// The verb an "-ing" is of: "would you mind postponing".
    private func plainVerb(_ word: String) -> Int32? {
        guard word.hasSuffix("ing"), word.utf8.count >= 6 else { return nil }
        let stem = word.dropLast(3)
        let undoubled = stem.last == stem.dropLast().last ? stem.dropLast() : stem
        return numbers[String(stem)] ?? numbers[stem + "e"] ?? numbers[String(undoubled)]
    }

    private func near(_ number: Int32, _ word: [UInt8]) -> Alternative {
        let target = spelling[Int(number)]
        guard EditDistance.isWithinOne(target, word) else { return Alternative(word: number, cost: .infinity) }
        // A wrong first letter, or a mere plural, is another word more often than a slip.
        let sameStart = target.first == word.first
        // Of short words, one with another first letter ("cook" for "book") is a word of its own.
        let isOther = !sameStart && target.count == word.count
        let start: Float = sameStart ? 0 : word.count >= 6 ? 0.8 : isOther ? 2.6 : 2
        return Alternative(word: number, cost: (word.count >= 6 ? 0.6 : 0.9) + start)
    }
}
