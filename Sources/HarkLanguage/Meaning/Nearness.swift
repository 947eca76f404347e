import HarkCore

/// Which commands share most words with a phrase that is none of them.
struct Nearness {
    let grammar: Grammar
    let spans: PhraseSpans

    /// At least three commands, the nearest first.
    var commands: [CommandType] {
        let words = spans.words(in: 0..<spans.count)
        var best: [CommandType: Double] = [.search: 0.03, .listRecords: 0.02, .help: 0.01]
        for template in grammar.templates where !template.requirements.isEmpty {
            let met = template.requirements.filter { $0.intersects(words) }.count
            let share = Double(met) / Double(template.requirements.count + 1)
            best[template.intent] = max(best[template.intent] ?? 0, share)
        }
        return best.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map(\.key)
    }
}
