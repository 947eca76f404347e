/// How a word sounds, by a few dozen letter-to-sound rules for English and its neighbours.
///
/// Sounds are letters: `T` for th, `S` for sh, `C` for ch, `J` for j, the vowels `a e i o u`, and consonants as
/// themselves. Errors of the rules hardly matter, as both sides of a comparison make the same ones.
enum Sound {
    /// The sounds of a folded word.
    static func phones(of word: [UInt8]) -> [UInt8] {
        var phones: [UInt8] = []
        var index = 0
        while index < word.count {
            let rest = word[index...]
            if let rule = groups.first(where: { rest.starts(with: $0.letters) && (index == 0 || !$0.onlyFirst) }) {
                append(rule.phones, to: &phones)
                index += rule.letters.count
            } else {
                append(single(word, index), to: &phones)
                index += 1
            }
        }
        return phones
    }

    /// The consonants in coarse classes, between marks for the ends; what a mishearing rarely changes.
    static func skeleton(of phones: [UInt8]) -> [UInt8] {
        var skeleton: [UInt8] = [0]
        for phone in phones {
            guard let part = classes[Int(phone)], skeleton.last != part else { continue }
            skeleton.append(part)
        }
        skeleton.append(0)
        return skeleton
    }

    /// How many coarse classes there are, the mark for the ends included.
    static let classCount = 10

    /// What it costs to hear one sound for another, or to miss one.
    static let costs = EditDistance.Costs(
        substitution: (0..<128 * 128).map { substitution(UInt8($0 / 128), UInt8($0 % 128)) },
        insertion: (0..<128).map { insertion(UInt8($0)) })

    private static func substitution(_ first: UInt8, _ second: UInt8) -> Float {
        if first == second { return 0 }
        if isVowel(first), isVowel(second) { return 0.35 }
        guard let left = classes[Int(first)], let right = classes[Int(second)] else { return 0.8 }
        if left == right { return 0.35 }
        return near.contains(UInt16(min(left, right)) << 8 | UInt16(max(left, right))) ? 0.55 : 0.9
    }

    private static func insertion(_ phone: UInt8) -> Float {
        isVowel(phone) ? 0.45 : phone == UInt8(ascii: "h") ? 0.3 : 0.7
    }

    private static func isVowel(_ phone: UInt8) -> Bool { "aeiou".utf8.contains(phone) }

    private static func append(_ more: [UInt8], to phones: inout [UInt8]) {
        for phone in more where phones.last != phone { phones.append(phone) }
    }

    private static func single(_ word: [UInt8], _ index: Int) -> [UInt8] {
        let next = index + 1 < word.count ? word[index + 1] : 0
        let isSoft = "eiy".utf8.contains(next)
        switch word[index] {
        case UInt8(ascii: "c"): return isSoft ? [UInt8(ascii: "s")] : [UInt8(ascii: "k")]
        case UInt8(ascii: "g"): return isSoft && next != UInt8(ascii: "i") ? [UInt8(ascii: "J")] : [UInt8(ascii: "g")]
        case UInt8(ascii: "q"): return [UInt8(ascii: "k")]
        case UInt8(ascii: "j"): return [UInt8(ascii: "J")]
        case UInt8(ascii: "y"): return [index == 0 ? UInt8(ascii: "y") : UInt8(ascii: "i")]
        case UInt8(ascii: "e") where index == word.count - 1 && index > 1: return []
        case UInt8(ascii: "h") where index > 0 && !isVowel(next): return []
        default: return [word[index]]
        }
    }

    private struct Rule: Sendable {
        var letters: [UInt8]
        var phones: [UInt8]
        var onlyFirst = false
    }

    private static let groups: [Rule] = {
        let first = [("kn", "n"), ("wr", "r"), ("ps", "s"), ("gn", "n"), ("hj", "y"), ("x", "z")]
        let anywhere = [
            ("tion", "Sn"), ("sion", "Sn"), ("ssia", "Sa"), ("sch", "S"), ("tch", "C"), ("dge", "J"), ("ough", "o"),
            ("augh", "o"), ("igh", "i"), ("ph", "f"), ("ck", "k"), ("sh", "S"), ("ch", "C"), ("th", "T"), ("wh", "w"),
            ("qu", "kw"), ("gh", "g"), ("sc", "sk"), ("x", "ks"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("ei", "i"),
            ("oo", "u"), ("ou", "u"), ("ew", "u"), ("ai", "e"), ("ay", "e"), ("ey", "i"), ("oa", "o"), ("ow", "o"),
            ("au", "o"), ("aw", "o"), ("mb", "m"),
        ]
        return first.map { Rule(letters: Array($0.0.utf8), phones: Array($0.1.utf8), onlyFirst: true) }
            + anywhere.map { Rule(letters: Array($0.0.utf8), phones: Array($0.1.utf8)) }
    }()

    private static let classes: [UInt8?] = {
        var table = [UInt8?](repeating: nil, count: 256)
        for (index, group) in ["pb", "td", "kg", "fv", "szT", "SCJ", "mn", "lr", "wy"].enumerated() {
            for letter in group.utf8 { table[Int(letter)] = UInt8(index + 1) }
        }
        return table
    }()

    /// Pairs of classes that are easily mistaken: s and sh, t and th, f and th, v and w, t and ch.
    private static let near: Set<UInt16> = [0x0506, 0x0205, 0x0405, 0x0409, 0x0206]
}
