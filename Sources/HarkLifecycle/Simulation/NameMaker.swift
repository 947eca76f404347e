/// Makes names that are used once each.
struct NameMaker {
    private var generator: SplitMix64
    /// Names by a hash of 64 bits, in which two of a million are alike by chance once in 37 million tries.
    private var taken: Set<UInt64> = []

    init(_ generator: SplitMix64) { self.generator = generator }

    /// A person's name nobody else has.
    mutating func person(from country: SimulatedCountry) -> String {
        unique { generator in generator.pick(country.firstNames) + " " + generator.pick(country.lastNames) }
    }

    /// A company's name no other company has.
    mutating func company(_ industry: SimulatedIndustry, in country: SimulatedCountry) -> String {
        unique { generator in
            let words = [
                generator.pick(CompanyWords.first), generator.pick(CompanyWords.middle),
                generator.pick(industry.nouns), generator.pick(country.legalForms),
            ]
            return words.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// Draws until a name is new; a pool that is nearly used up gets initials in the middle.
    private mutating func unique(_ draw: (inout SplitMix64) -> String) -> String {
        for _ in 0..<12 {
            let name = draw(&generator)
            if take(name) { return name }
        }
        while true {
            var words = draw(&generator).split(separator: " ").map(String.init)
            words.insert("\(generator.pick(Array("ABCDEFGHJKLMNPRSTVW"))).", at: 1)
            if generator.chance(0.5) { words.insert("\(generator.pick(Array("ABCDEFGHJKLMNPRSTVW"))).", at: 1) }
            let name = words.joined(separator: " ")
            if take(name) { return name }
        }
    }

    /// Whether nobody has the name yet (FNV-1a).
    private mutating func take(_ name: String) -> Bool {
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return taken.insert(hash).inserted
    }

    /// Lower-case ASCII letters and digits, others folded or dropped, for addresses.
    static func folded(_ text: String) -> String {
        var folded = ""
        for character in text.lowercased() {
            if let plain = folds[character] {
                folded += plain
            } else if character.isASCII, character.isLetter || character.isNumber {
                folded.append(character)
            }
        }
        return folded
    }

    private static let folds: [Character: String] = [
        "ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u", "é": "e", "è": "e", "ê": "e", "á": "a", "í": "i", "ó": "o",
        "ú": "u", "ñ": "n", "ł": "l", "ń": "n", "ź": "z", "ż": "z", "ś": "s", "ą": "a", "ę": "e", "ć": "c",
    ]
}
