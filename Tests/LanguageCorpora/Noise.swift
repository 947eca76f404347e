import HarkCore

/// What may befall a phrase on its way from a mouth or a hurried hand.
package enum Noise: String, CaseIterable, Sendable {
    case clean, lower, fillers, lowerFillers, deletion, typo, homophones, numbers

    /// A short name for the head of a table.
    package var title: String {
        switch self {
        case .clean: "clean"
        case .lower: "lower"
        case .fillers: "filler"
        case .lowerFillers: "l+fill"
        case .deletion: "delete"
        case .typo: "typo"
        case .homophones: "homoph"
        case .numbers: "spelled"
        }
    }

    /// The phrase with this noise, or `nil` where it leaves the phrase as it is.
    ///
    /// - Parameter kept: Text that must arrive as it is, such as new names, in which no letter is touched.
    package func noisy(_ phrase: String, keeping kept: Set<String>, with dice: inout Dice) -> String? {
        let noisy =
            switch self {
            case .clean: phrase
            case .lower: Noise.lowered(phrase)
            case .fillers: Noise.filled(phrase, keeping: kept, with: &dice)
            case .lowerFillers: Noise.filled(Noise.lowered(phrase), keeping: kept, with: &dice)
            case .deletion: Noise.slipped(phrase, keeping: kept, isDeletion: true, with: &dice)
            case .typo: Noise.slipped(phrase, keeping: kept, isDeletion: false, with: &dice)
            case .homophones: Noise.misheard(phrase, keeping: kept)
            case .numbers: Noise.spelled(phrase, keeping: kept)
            }
        return self != .clean && noisy == phrase ? nil : noisy
    }

    /// Lower case without the marks that stand at the end of words.
    private static func lowered(_ phrase: String) -> String {
        phrase.lowercased().split(separator: " ").map { word in
            word.reversed().drop { ",.!?;:\"".contains($0) }.reversed().map(String.init).joined()
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func filled(_ phrase: String, keeping kept: Set<String>, with dice: inout Dice) -> String {
        let before = ["um ", "uh ", "um could you please ", "hey ", "so ", "okay ", "er can you ", "i'd like you to "]
        let after = ["", "", " please", " thanks", " um"]
        let start = before[dice.next(below: before.count)]
        let end = after[dice.next(below: after.count)]
        // What follows text taken word for word is part of it.
        let last = phrase.lowercased().split { !($0.isLetter || $0.isNumber) }.last.map(String.init) ?? ""
        return start + phrase + (kept.contains(last) ? "" : end)
    }

    /// One letter less, or two letters swapped, in a word of four letters or more.
    private static func slipped(
        _ phrase: String, keeping kept: Set<String>, isDeletion: Bool, with dice: inout Dice
    ) -> String {
        var words = phrase.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = words.indices.filter { index in
            words[index].count >= 4 && words[index].allSatisfy(\.isLetter) && !kept.contains(words[index].lowercased())
        }
        guard !places.isEmpty else { return phrase }
        let place = places[dice.next(below: places.count)]
        var letters = Array(words[place])
        // The first letter is hardly ever the one that is missed.
        let index = 1 + dice.next(below: letters.count - (isDeletion ? 1 : 2))
        if isDeletion { letters.remove(at: index) } else { letters.swapAt(index, index + 1) }
        words[place] = String(letters)
        return words.joined(separator: " ")
    }

    private static func misheard(_ phrase: String, keeping kept: Set<String>) -> String {
        phrase.split(separator: " ").map { word in
            kept.contains(word.lowercased()) ? String(word) : heardAs[word.lowercased()] ?? String(word)
        }.joined(separator: " ")
    }

    private static let heardAs = [
        "to": "too", "for": "four", "by": "buy", "our": "hour", "new": "knew", "write": "right", "meet": "meat",
        "week": "weak", "weeks": "weaks", "lead": "led", "leads": "leeds", "mail": "male", "won": "one", "no": "know",
        "there": "their", "deal": "dill", "deals": "dills", "sale": "sail", "sales": "sails", "who's": "whose",
        "i'll": "aisle", "see": "sea", "hour": "our", "fourth": "forth", "higher": "hire", "due": "do",
    ]

    /// Whole numbers of up to two digits in words.
    private static func spelled(_ phrase: String, keeping kept: Set<String>) -> String {
        phrase.split(separator: " ").map { word in
            if kept.contains(word.lowercased()) { return String(word) }
            var bare = word
            var tail = ""
            while let last = bare.last, ",.?!".contains(last) {
                tail = String(last) + tail
                bare.removeLast()
            }
            if bare.hasSuffix("%"), let words = words(of: bare.dropLast()) { return words + " percent" + tail }
            if bare.hasSuffix("k"), let words = words(of: bare.dropLast()) { return words + " thousand" + tail }
            return (words(of: bare) ?? String(bare)) + tail
        }.joined(separator: " ")
    }

    private static func words(of digits: Substring) -> String? {
        guard digits.count <= 2, let number = Int(digits), number > 0 else { return nil }
        let small = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        if number < 20 { return small[number] }
        return number.isMultiple(of: 10) ? tens[number / 10] : tens[number / 10] + " " + small[number % 10]
    }
}

/// A small seeded generator (SplitMix64), so that every run draws the same noise.
package struct Dice: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A number from 0 up to the limit, which is left out.
    package mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }
}
