import HarkScreen

/// The keys of the pane help was asked for, then all others, then what can be said; made from the key table.
enum HelpScreen {
    /// The text of the screen, one element a line; only what has the words looked for.
    static func lines(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        let words = state.help.words.lowercased().split(separator: " ").map(String.init)
        let place = state.help.place
        let here = Dashboard.KeyTable.entries.filter { $0.places.contains(place) && !$0.places.isSuperset(of: common) }
        let everywhere = Dashboard.KeyTable.entries.filter { $0.places.isSuperset(of: common) }
        let others = Dashboard.KeyTable.entries.filter { !$0.places.contains(place) && !$0.places.isSuperset(of: common) }
        let sections: [(String, [[Run]])] = [
            ("Here: \(place.title)", here.compactMap { line($0, words, isElsewhere: false) }),
            ("Everywhere", everywhere.compactMap { line($0, words, isElsewhere: false) }),
            ("What you can say", state.options.phrases.compactMap { line($0, words) }),
            ("Elsewhere", others.compactMap { line($0, words, isElsewhere: true) }),
        ]
        let shown = sections.filter { !$0.1.isEmpty }
        guard !shown.isEmpty else { return [[Run("Nothing in the help has these words.", .muted)]] }
        return Array(shown.map { [[Run($0.0, .title)]] + inColumns($0.1, columns: columns) }.joined(separator: [[]]))
    }

    private static let common: Set<Dashboard.Place> = [.leads, .log, .fields]
    private static let keyWidth = 10
    private static let cellWidth = 52

    private static func line(_ entry: Dashboard.KeyTable.Entry, _ words: [String], isElsewhere: Bool) -> [Run]? {
        let keys = entry.keys.joined(separator: " ")
        let haystack = "\(keys) \(entry.words) \(entry.intent.rawValue)".lowercased()
        let isKey = words.count == 1 && entry.keys.contains { $0.lowercased() == words[0] }
        guard isKey || words.allSatisfy({ $0.count > 1 && haystack.contains($0) }) else { return nil }
        let places = Dashboard.Place.allCases.filter(entry.places.contains).map(\.title).joined(separator: ", ")
        return [Run(keys.fitted(to: keyWidth) + " ", .key), Run(entry.words)]
            + (isElsewhere ? [Run("  \(places)", .muted)] : [])
    }

    private static func line(_ phrase: Dashboard.HelpPhrase, _ words: [String]) -> [Run]? {
        let haystack = "\(phrase.phrase) \(phrase.meaning)".lowercased()
        guard words.allSatisfy(haystack.contains) else { return nil }
        return [Run(phrase.phrase, .prompt), Run("  " + phrase.meaning, .muted)]
    }

    /// Lays lines side by side, first down, then to the right, where two or more fit.
    private static func inColumns(_ lines: [[Run]], columns: Int) -> [[Run]] {
        let width = max(cellWidth, (lines.map { $0.reduce(0) { $0 + $1.text.columns } }.max() ?? 0) + 2)
        let count = max(1, columns / width)
        let height = (lines.count + count - 1) / count
        guard count > 1 else { return lines.map { [Run("  ")] + $0 } }
        return (0..<height).map { row in
            stride(from: row, to: lines.count, by: height).flatMap { index -> [Run] in
                let used = lines[index].reduce(0) { $0 + $1.text.columns }
                return [Run("  ")] + lines[index] + [Run(String(repeating: " ", count: max(0, width - used - 2)))]
            }
        }
    }
}

extension Dashboard.Place {
    /// The pane in the help.
    var title: String {
        switch self {
        case .leads: "leads"
        case .customers: "customers"
        case .fields: "record"
        case .why: "why"
        case .timeline: "timeline"
        case .log: "log"
        case .results: "found"
        case .help: "help"
        case .prompt: "prompt"
        case .history: "history"
        case .filter: "filter line"
        case .notice: "small screen"
        }
    }
}
