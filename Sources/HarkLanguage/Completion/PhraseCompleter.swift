public import HarkCore

/// Guesses how a phrase that is being typed goes on: from the templates, the words of their tables, and the names of
/// one tenant.
///
/// It follows the words typed through all templates at once and looks at what the likeliest of them would eat next.
public struct PhraseCompleter: Sendable {
    private let grammar: Grammar
    private let names: NameIndex
    private let shelf: NameShelf
    private let users: [String]

    /// Paths dearer than this are given up: too much of the phrase would be free text.
    private static let limit: Float = 1.7
    /// Ways to go on that are dearer than the likeliest by more are no likely ones.
    private static let spread: Float = 0.4
    private static let times = [
        "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "next week", "next month",
        "this week", "this month", "this quarter", "this year", "yesterday", "last week", "last month",
    ]

    /// Words of which points in time and spans of it are mostly made.
    private static let timeWords: Set<String> = Set(
        times.flatMap { $0.split(separator: " ").map(String.init) } + [
            "at", "on", "in", "the", "a", "an", "of", "end", "noon", "midnight", "morning", "afternoon", "evening",
            "tonight", "am", "pm", "day", "days", "weeks", "months", "hour", "hours", "minute", "minutes", "half",
            "quarter", "past", "to", "o'clock", "saturday", "sunday", "january", "february", "march", "april", "may",
            "june", "july", "august", "september", "october", "november", "december", "one", "two", "three", "four",
            "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "thirty", "every", ":",
        ])

    /// Words that follow a number and belong to it.
    private static let units: Set<String> = [
        "k", "m", "%", "percent", "thousand", "million", "grand", "euro", "euros", "eur", "dollar", "dollars", "usd",
        "pound", "pounds", "gbp", "kroner", "francs", "bucks",
    ]

    /// Sorts the names.
    ///
    /// - Complexity: O(n log n) in the number of names.
    public init(_ reader: PhraseReader, names: NameIndex, users: [User]) {
        grammar = reader.grammar
        self.names = names
        shelf = NameShelf(names)
        self.users = users.map(\.name)
    }

    /// A way to go on.
    public struct Completion: Hashable, Sendable {
        /// What is put right behind the text.
        public var rest: String
        /// The command it leads to.
        public var commandType: CommandType
    }

    /// What might follow the text, the likeliest first; an empty rest says that nothing need follow.
    public func completions(of text: String, limit: Int) -> [Completion] {
        guard text.utf8.count <= 120 else { return [] }
        let isOpen = text.last.map { $0.isLetter || $0.isNumber } ?? false
        var tokens = Tokenizer.tokenize(text).tokens
        let part = isOpen ? tokens.popLast()?.text ?? "" : ""
        guard !tokens.isEmpty || part.count > 1, text.last?.isWhitespace == true || isOpen else { return [] }
        let typed = Typed(part, after: tokens, shelf)
        var offers = Offers(spread: PhraseCompleter.spread)
        for template in grammar.templates {
            for live in paths(through: template, tokens) {
                let cost = live.cost + template.weight
                guard cost <= offers.bound else { continue }
                offer(template, live.state, typed, cost, &offers)
            }
        }
        return offers.best(limit)
    }

    /// The ways to go on found so far.
    private struct Offers {
        private var found: [String: (cost: Float, votes: Int, order: Int, type: CommandType)] = [:]
        private var least = Float.infinity
        /// How much dearer than the likeliest a way may be.
        let spread: Float

        init(spread: Float) { self.spread = spread }

        var bound: Float { least + spread }

        mutating func add(_ rest: String, _ cost: Float, _ type: CommandType) {
            least = min(least, cost)
            if let known = found[rest] {
                let isBetter = cost < known.cost
                let best = isBetter ? (cost, type) : (known.cost, known.type)
                found[rest] = (best.0, known.votes + 1, known.order, best.1)
            } else {
                found[rest] = (cost, 1, found.count, type)
            }
        }

        func best(_ limit: Int) -> [Completion] {
            found.filter { $0.value.cost <= bound }
                .sorted {
                    ($0.value.cost, -$0.value.votes, $0.value.order) < ($1.value.cost, -$1.value.votes, $1.value.order)
                }
                .prefix(limit).map { Completion(rest: $0.key, commandType: $0.value.type) }
        }
    }

    /// The word that is not finished, and what the names say of it.
    private struct Typed {
        var part: String
        /// The rests of the first names that begin with the part.
        var names: [String] = []
        /// The rests of the first names that begin with the word or two before it as well.
        var longerNames: [String] = []

        init(_ part: String, after tokens: [Token], _ shelf: NameShelf) {
            self.part = part
            guard part.count > 1 else { return }
            names = shelf.rests(after: part, limit: 5)
            longerNames =
                [2, 1].lazy.filter { $0 <= tokens.count }.map { count in
                    shelf.rests(
                        after: (tokens.suffix(count).map(\.text) + [part]).joined(separator: " "), limit: 5)
                }.first { !$0.isEmpty } ?? []
        }
    }

    /// A state of a template reached over all the tokens.
    private struct Live {
        var state: Int
        var cost: Float
    }

    // MARK: What was typed

    private func paths(through template: Template, _ tokens: [Token]) -> [Live] {
        var live: [[Live]] = Array(repeating: [], count: tokens.count + 1)
        live[0] = [Live(state: template.states.lowerBound, cost: 0)]
        for start in tokens.indices {
            // The usual case: nothing of this template begins like the phrase.
            if live[start].isEmpty { continue }
            for path in live[start] { extend(path, of: template, over: tokens, at: start, into: &live) }
        }
        return live[tokens.count]
    }

    private func extend(
        _ path: Live, of template: Template, over tokens: [Token], at start: Int, into live: inout [[Live]]
    ) {
        func reach(_ state: Int32, after count: Int, cost: Float) {
            let (end, cost) = (start + count, path.cost + cost)
            guard end < live.count, cost <= PhraseCompleter.limit else { return }
            if let known = live[end].firstIndex(where: { $0.state == Int(state) }) {
                live[end][known].cost = min(live[end][known].cost, cost)
            } else {
                live[end].append(Live(state: Int(state), cost: cost))
            }
        }
        let token = tokens[start]
        let number = grammar.vocabulary.number(of: token.text)
        if path.state == template.states.lowerBound {
            for skip in grammar.skips[token.text] ?? [] where tokens[start...].map(\.text).starts(with: skip) {
                reach(Int32(path.state), after: skip.count, cost: 0)
            }
        }
        for open in grammar.machine.open[path.state] {
            for arc in grammar.machine.wordArcs[Int(open)] where arc.word == number {
                reach(arc.target, after: 1, cost: 0)
            }
        }
        for open in grammar.machine.open[path.state] {
            for arc in grammar.machine.slotArcs[Int(open)] {
                for (count, cost) in eaten(by: arc, tokens[start...], number) {
                    reach(arc.target, after: count, cost: cost)
                }
            }
        }
    }

    /// How many tokens an arc over a slot may eat, and what each number costs.
    private func eaten(
        by arc: TemplateMachine.SlotArc, _ tokens: ArraySlice<Token>, _ number: Int32?
    ) -> [(Int, Float)] {
        guard let token = tokens.first else { return [] }
        switch arc.eats {
        case .firstName, .nextName: return [(1, 0.6)]
        case .firstText, .nextText, .firstRest, .nextRest: return [(1, 0.7)]
        case .firstRecord, .nextRecord:
            let isKnown = names.knows(token.text) || ContextWords.people.contains(token.text)
            return [(1, isKnown ? 0.1 : 1.2)]
        case .span: return spans(of: grammar.spanTypes[Int(arc.spanType)], tokens, number)
        }
    }

    /// How many tokens a typed slot may eat, and what each number costs.
    private func spans(of type: SlotType, _ tokens: ArraySlice<Token>, _ number: Int32?) -> [(Int, Float)] {
        guard let first = tokens.first else { return [] }
        switch type {
        case .table:
            return (number.flatMap { grammar.tableEntries[$0] } ?? []).compactMap { entry in
                let words = entry.words.map { grammar.vocabulary.words[Int($0)] }
                return entry.type == type && tokens.map(\.text).starts(with: words) ? (words.count, 0) : nil
            }
        case .user, .colleague:
            return users.contains { Folding.folded($0).hasPrefix(first.text) } ? [(1, 0), (2, 0.3)] : []
        case .time, .duration, .recurrence:
            let most = tokens.prefix(6).prefix { $0.kind == .digits || PhraseCompleter.timeWords.contains($0.text) }
                .count
            return (0..<most).map { ($0 + 1, 0.1) }
        case .money, .number, .percent, .ordinal:
            guard first.kind == .digits else { return [] }
            let hasUnit = tokens.dropFirst().first.map { PhraseCompleter.units.contains($0.text) } ?? false
            return [(1, 0.1)] + (hasUnit ? [(2, 0.1)] : [])
        case .phone, .email, .url, .known, .issue, .record, .name, .text, .rest: return []
        }
    }

    // MARK: What may follow

    /// Offers every way on from a state that begins with the word being typed.
    ///
    /// - Parameter spent: What the words before cost.
    private func offer(_ template: Template, _ state: Int, _ typed: Typed, _ spent: Float, _ offers: inout Offers) {
        let part = typed.part
        func add(_ text: String, _ cost: Float) {
            guard text.hasPrefix(part) else { return }
            offers.add(String(text.dropFirst(part.count)), spent + cost, template.intent)
        }
        if part.isEmpty, grammar.machine.isAccepting[state] { offers.add("", spent, template.intent) }
        for arc in wordArcs(from: state) where arc.word >= 0 {
            let word = grammar.vocabulary.words[Int(arc.word)]
            guard word.first?.isLetter == true else { continue }
            add(word, word == part ? 0 : 0.01)
        }
        for arc in slotArcs(from: state) {
            guard arc.eats == .span else {
                if arc.eats.goesOn, !typed.longerNames.isEmpty {
                    for rest in typed.longerNames { add(part + rest, 0) }
                } else if arc.eats.isNamed {
                    for rest in typed.names { add(part + rest, 0.3) }
                }
                continue
            }
            switch grammar.spanTypes[Int(arc.spanType)] {
            case .table(let table): for wording in grammar.wordings[table] ?? [] { add(wording, 0.02) }
            case .user where !part.isEmpty, .colleague where !part.isEmpty:
                for name in users where Folding.folded(name).hasPrefix(part) {
                    add(part + name.dropFirst(part.count), 0.1)
                }
            case .time where !part.isEmpty: for time in PhraseCompleter.times { add(time, 0.1) }
            default: break
            }
        }
    }
}

extension TemplateMachine.SlotArc.Eats {
    /// Whether it takes a later word of a name.
    fileprivate var goesOn: Bool { self == .nextName || self == .nextRecord }

    /// Whether it takes a word of a name.
    fileprivate var isNamed: Bool { goesOn || self == .firstName || self == .firstRecord }
}

extension PhraseCompleter {
    /// The arcs over words that a path in a state may take.
    private func wordArcs(from state: Int) -> [TemplateMachine.WordArc] {
        grammar.machine.open[state].flatMap { grammar.machine.wordArcs[Int($0)] }.sorted { $0.word < $1.word }
    }

    /// The arcs over slots that a path in a state may take.
    private func slotArcs(from state: Int) -> [TemplateMachine.SlotArc] {
        grammar.machine.open[state].flatMap { grammar.machine.slotArcs[Int($0)] }
    }
}
