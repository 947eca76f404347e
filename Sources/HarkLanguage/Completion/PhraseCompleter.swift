public import HarkCore

/// Guesses how a phrase that is being typed goes on: from the templates, the words of their tables, and the names of
/// one tenant.
///
/// It follows the words typed through all templates at once and looks at what the likeliest of them would eat next.
public struct PhraseCompleter: Sendable {
    let grammar: Grammar
    let names: NameIndex
    let shelf: NameShelf
    let starts: TemplateStarts
    let users: [(name: String, folded: String)]

    /// Paths dearer than this are given up: too much of the phrase would be free text.
    private static let limit: Float = 1.7

    /// Sorts the names.
    ///
    /// - Complexity: O(n log n) in the number of names.
    public init(_ reader: PhraseReader, names: NameIndex, users: [User]) {
        grammar = reader.grammar
        self.names = names
        shelf = NameShelf(names)
        starts = TemplateStarts(grammar)
        self.users = users.map { ($0.name, Folding.folded($0.name)) }
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
        var typed = TypedWords(part, after: tokens, self)
        var offers = Offers()
        var live: [[Live]] = Array(repeating: [], count: tokens.count + 1)
        for index in starts.templates(beginningLike: typed) {
            let template = grammar.templates[index]
            follow(template, &typed, &live)
            for end in live[tokens.count] {
                let cost = end.cost + template.weight
                guard cost <= offers.bound else { continue }
                offer(template, end.state, &typed, cost, &offers)
            }
        }
        return offers.best(limit)
    }

    /// A state of a template reached over some tokens.
    private struct Live {
        var state: Int
        var cost: Float
    }

    // MARK: What was typed

    /// Finds the states of a template reached over the first tokens, for each number of them.
    private func follow(_ template: Template, _ typed: inout TypedWords, _ live: inout [[Live]]) {
        for place in live.indices { live[place].removeAll(keepingCapacity: true) }
        live[0].append(Live(state: template.states.lowerBound, cost: 0))
        for start in typed.tokens.indices {
            var index = 0
            while index < live[start].count {
                extend(live[start][index], of: template, at: start, &typed, &live)
                index += 1
            }
        }
    }

    private func extend(
        _ path: Live, of template: Template, at start: Int, _ typed: inout TypedWords, _ live: inout [[Live]]
    ) {
        func reach(_ state: Int, at end: Int, cost: Float) {
            let cost = path.cost + cost
            guard end < live.count, cost <= PhraseCompleter.limit else { return }
            if let known = live[end].firstIndex(where: { $0.state == state }) {
                live[end][known].cost = min(live[end][known].cost, cost)
            } else {
                live[end].append(Live(state: state, cost: cost))
            }
        }
        if path.state == template.states.lowerBound {
            for end in typed.skips[start] { reach(path.state, at: end, cost: 0) }
        }
        let open = grammar.machine.open.range(path.state)
        if let number = typed.numbers[start] {
            for index in open {
                let arcs = grammar.machine.wordArcs.range(Int(grammar.machine.open.elements[index]))
                for arc in grammar.machine.arcs(arcs, eating: number) {
                    reach(Int(grammar.machine.wordArcs.elements[arc].target), at: start + 1, cost: 0)
                }
            }
        }
        for index in open {
            for place in grammar.machine.slotArcs.range(Int(grammar.machine.open.elements[index])) {
                let arc = grammar.machine.slotArcs.elements[place]
                if let cost = typed.openCost(arc.eats, at: start) {
                    reach(Int(arc.target), at: start + 1, cost: cost)
                } else {
                    for (count, cost) in typed.eaten(by: arc.spanType, at: start) {
                        reach(Int(arc.target), at: start + count, cost: cost)
                    }
                }
            }
        }
    }

    // MARK: What may follow

    /// Offers every way on from a state that begins with the word being typed.
    ///
    /// - Parameter spent: What the words before cost.
    private func offer(
        _ template: Template, _ state: Int, _ typed: inout TypedWords, _ spent: Float, _ offers: inout Offers
    ) {
        let machine = grammar.machine
        if typed.part.isEmpty, machine.isAccepting[state] { offers.add("", spent, template.intent) }
        var words: [Int32] = []
        for open in machine.open[state] {
            for arc in machine.wordArcs[Int(open)] where typed.begins(arc.word) { words.append(arc.word) }
        }
        for word in words.sorted() {
            let rest = typed.rest(of: grammar.vocabulary.words[Int(word)])
            offers.add(rest, spent + (rest.isEmpty ? 0 : 0.01), template.intent)
        }
        for open in machine.open[state] {
            for arc in machine.slotArcs[Int(open)] {
                if arc.eats == .span {
                    for (rest, cost) in typed.offered(by: Int(arc.spanType)) {
                        offers.add(rest, spent + cost, template.intent)
                    }
                } else if arc.eats.goesOn, !typed.longerNames.isEmpty {
                    for rest in typed.longerNames { offers.add(rest, spent, template.intent) }
                } else if arc.eats.isNamed {
                    for rest in typed.names { offers.add(rest, spent + 0.3, template.intent) }
                }
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
