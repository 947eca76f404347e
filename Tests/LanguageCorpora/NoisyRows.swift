package import HarkCore
import HarkLanguage

extension PhraseRow {
    /// The row with a noise; `nil` where the noise leaves it as it is.
    ///
    /// Letters of texts that are taken as they come, which nothing could restore, are left alone; those of names in
    /// the index are not.
    package func with(_ noise: Noise, names: [NamedRecord], dice: inout Dice) -> PhraseRow? {
        guard noise != .clean else { return self }
        var kept: Set<String> = []
        let known = Set(names.map { $0.name.lowercased() })
        for text in entities.map(PhraseRow.texts) ?? [] where !known.contains(text.lowercased()) {
            kept.formUnion(PhraseRow.words(text))
        }
        var noisy = self
        guard let phrase = noise.noisy(phrase, keeping: kept, with: &dice) else { return nil }
        noisy.phrase = phrase
        return noisy
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    private static func texts(of value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts(of: $0.value) }
        case .null, .bool, .number: []
        }
    }
}
