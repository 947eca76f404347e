/// The words the templates use, by number, with words that look or sound like them.
struct Vocabulary: Sendable {
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]
    private var homophones: [String: [Int32]] = [:]
    /// Words with one letter left out, for finding misspellings.
    private var deletions: [String: [Int32]] = [:]

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
        if word.utf8.count >= 4 {
            for shorter in Vocabulary.shortened(word) { deletions[shorter, default: []].append(number) }
        }
        return number
    }

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
        if word.utf8.count == 3 {
            // Of words this short only those count that lost a letter.
            guard !SmallWords.all.contains(word) else { return [] }
            return (deletions[word] ?? []).filter { words[Int($0)].utf8.first == word.utf8.first }
                .map { Alternative(word: $0, cost: 0.9) }
        }
        var seen: Set<Int32> = []
        for shorter in Vocabulary.shortened(word) + [word] {
            for number in deletions[shorter] ?? [] where seen.insert(number).inserted {
                found.append(near(number, word))
            }
            if let number = numbers[shorter], shorter.utf8.count >= 4, seen.insert(number).inserted {
                found.append(near(number, word))
            }
        }
        return found.filter { $0.cost.isFinite }
    }

    /// The verb an "-ing" is of: "would you mind postponing".
    private func plainVerb(_ word: String) -> Int32? {
        guard word.hasSuffix("ing"), word.utf8.count >= 6 else { return nil }
        let stem = word.dropLast(3)
        let undoubled = stem.last == stem.dropLast().last ? stem.dropLast() : stem
        return numbers[String(stem)] ?? numbers[stem + "e"] ?? numbers[String(undoubled)]
    }

    private func near(_ number: Int32, _ word: String) -> Alternative {
        let target = words[Int(number)]
        guard EditDistance.isWithinOne(Array(target.utf8), Array(word.utf8)) else {
            return Alternative(word: number, cost: .infinity)
        }
        // A wrong first letter, or a mere plural, is another word more often than a slip.
        let sameStart = target.utf8.first == word.utf8.first
        // Of short words, one with another first letter ("cook" for "book") is a word of its own.
        let isOther = !sameStart && target.utf8.count == word.utf8.count
        let start: Float = sameStart ? 0 : word.utf8.count >= 6 ? 0.8 : isOther ? 2.6 : 2
        return Alternative(word: number, cost: (word.utf8.count >= 6 ? 0.6 : 0.9) + start)
    }

    private static func shortened(_ word: String) -> [String] {
        let bytes = Array(word.utf8)
        return bytes.indices.map { index in
            var shorter = bytes
            shorter.remove(at: index)
            return String(decoding: shorter, as: UTF8.self)
        }
    }
}
