import HarkCore

/// Which commands share most words with a phrase that is none of them.
struct Nearness {
    let grammar: Grammar
    let spans: PhraseSpans

    /// At least three commands, the nearest first.
    var commands: [CommandType] {
        let isMet = grammar.sieve.met(by: spans.symbols.elements)
        var best: [CommandType: Double] = [.search: 0.03, .listRecords: 0.02, .help: 0.01]
        // The templates of a command stand together.
        for templates in grammar.templatesByIntent {
            var highest = 0.0
            for template in templates {
                let requirements = grammar.sieve.requirements[template]
                let met = requirements.reduce(0) { $0 + (isMet[Int($1)] ? 1 : 0) }
                highest = max(highest, Double(met) / Double(requirements.count + 1))
            }
            let intent = grammar.templates[templates.lowerBound].intent
            best[intent] = max(best[intent] ?? 0, highest)
        }
        return best.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map(\.key)
    }
}
