import HarkCore

/// Where leads come from, in the tenant's own words.
extension Interpreter {
    /// A source as the tenant keeps it, who may call a trade show "Trade fair".
    func source(_ value: String, saidBy slot: FilledSlot) -> String {
        guard !context.sources.isEmpty else { return value }
        let said = phrase.tokens[slot.range].map(\.text).drop { ["the", "a", "an", "our"].contains($0) }
        if let kept = context.sources[said.joined(separator: " ")] ?? context.sources[value] { return kept }
        // The words of the language for one source, of which the tenant uses another than was said.
        return context.sources.sorted { $0.key < $1.key }.first { name, _ in
            grammar.vocabulary.number(of: String(name.prefix { $0 != " " })).map {
                grammar.tableEntries[Int($0)].contains { entry in
                    entry.type == .table("source") && entry.value == value
                        && entry.words.map { grammar.vocabulary.words[Int($0)] }.joined(separator: " ") == name
                }
            } ?? false
        }?.value ?? value
    }
}
