import HarkScreen

/// The keys of the pane help was asked for, then all others, then what can be said; made from the key table.
enum HelpScreen {
    /// The text of the screen, one element a line; only what has the words looked for.
    static func lines(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        let words = state.help.words.lowercased().split(separator: " ").map(String.init)
        var sections = sections(state, words)
        sections.insert(contentsOf: phrases(state), at: state.help.isAboutPhrases ? 0 : min(2, sections.count))
        let shown = sections.filter { !$0.1.isEmpty }.map { title, lines in
            [[Run(title, .title)]] + inColumns(lines, columns: columns)
        }
        guard !shown.isEmpty else { return [[Run("Nothing in the help has these words.", .muted)]] }
        return Array(shown.joined(separator: [[]]))
    }

    private static let common: Set<Dashboard.Place> = [.leads, .log, .fields]
    private static let keyWidth = 9

    /// The keys of the place help was asked for, of all panes, and of every other place, none twice.
    private static func sections(_ state: Dashboard.State, _ words: [String]) -> [(String, [[Run]])] {
        let place = state.help.place
        var rest = state.options.keys.entries
        func take(_ title: String, _ isWanted: (Dashboard.KeyTable.Entry) -> Bool) -> (String, [[Run]]) {
            defer { rest.removeAll(where: isWanted) }
            return (title, rest.filter(isWanted).compactMap { line($0, words) })
        }
        let here = take("In the \(place.title)") { $0.places.contains(place) && !$0.places.isSuperset(of: common) }
        let everywhere = take("Everywhere") { $0.places.isSuperset(of: common) }
        let others = Dashboard.Place.allCases.map { other in
            take("In the \(other.title)") { $0.places.contains(other) }
        }
        return [here, everywhere] + others
    }

    private static func line(_ entry: Dashboard.KeyTable.Entry, _ words: [String]) -> [Run]? {
        let keys = entry.keys.joined(separator: " ")
        let haystack = "\(entry.words) \(entry.intent.rawValue)".lowercased()
        let isFound = words.allSatisfy { word in
            haystack.contains(word) || entry.keys.contains { $0.lowercased() == word }
        }
        return isFound ? [Run(keys.fitted(to: keyWidth), .key), Run(entry.words)] : nil
    }

    /// What can be said, under the headings of the templates.
    private static func phrases(_ state: Dashboard.State) -> [(String, [[Run]])] {
        var sections: [(String, [[Run]])] = []
        for phrase in state.phrases where phrase.has(state.help.words) {
            let title = "You can say: \(phrase.meaning)"
            let line = [Run(phrase.phrase, .prompt)]
            if let index = sections.firstIndex(where: { $0.0 == title }) {
                sections[index].1.append(line)
            } else {
                sections.append((title, [line]))
            }
        }
        return sections
    }

    /// Lays lines side by side, first down, then to the right, where two or more fit.
    private static func inColumns(_ lines: [[Run]], columns: Int) -> [[Run]] {
        let width = (lines.map { $0.reduce(0) { $0 + $1.text.columns } }.max() ?? 0) + 2
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
        case .views: "saved views"
        case .leads: "list of leads"
        case .customers: "list of customers"
        case .fields: "record's fields"
        case .why: "reasons"
        case .timeline: "timeline"
        case .log: "log"
        case .results: "results"
        case .help: "help"
        case .charts: "list of charts"
        case .chart: "chart"
        case .cohorts: "customers by week"
        case .prompt: "prompt"
        case .history: "search of the history"
        case .filter: "filter line"
        case .question: "answer line"
        case .notice: "notice of a small screen"
        }
    }
}
