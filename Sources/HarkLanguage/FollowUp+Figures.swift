import HarkCore

/// Figures, what they are made of and what they are split by: "list them" after a sum, "by rep" after a list.
extension FollowUp {
    /// "List them" after records were counted.
    func listed(_ words: [String], _ last: Action) -> Action? {
        let said = words.drop { ["and", "ok", "okay", "so", "can", "you"].contains($0) }
        guard FollowUp.listing.contains(said.joined(separator: " ")) else { return nil }
        if let list = listBehind(last) { return reread(list, [], .more) }
        guard last.commandType == .countRecords, case .count(let query, _)? = last.command else { return nil }
        var action = last
        action.commandType = .listRecords
        action.command = .list(query)
        return action
    }

    private static let listing: Set<String> = [
        "list them", "show them", "show me them", "which ones", "which ones are they", "who are they",
        "which are they", "list those", "show those", "show me those", "show them to me", "which are those",
        "who are those", "let me see them", "what are they", "see them", "list them all", "show them all", "name them",
    ]

    /// The list a figure was made of, with whose it is and when, for a phrase that narrows or shows it.
    func listBehind(_ figure: Action) -> Action? {
        let query: RecordQuery
        let noun: String
        var said: [Action.Answer] = []
        switch figure.command {
        case .aggregate(let question)?:
            query = question.query
            noun = FollowUp.noun(of: question.measure)
            if let span = question.span, let text = FollowUp.text(of: span) {
                said.append(.init(slot: FollowUp.slot(of: question.measure.shape.date), text: text))
            }
        case .forecast(let open)?:
            query = open
            noun = "open deals"
            if let range = figure.entities["range"], let text = FollowUp.text(of: range) {
                said.append(.init(slot: "close", text: text))
            }
        default: return nil
        }
        if let owner = figure.entities["owner"]?.string { said.append(.init(slot: "owner", text: owner)) }
        var list = Action(
            .listRecords, confidence: figure.confidence, rawText: noun, status: .ready, command: .list(query))
        list.entities = .object([.init("type", .string(query.kind.rawValue))])
        list.answers = said
        return list
    }

    /// The records of a list of work whose subject has the words: "just the renewal talks".
    func worded(_ rest: String, _ last: Action) -> Action? {
        let ends: Set<String> = ["the", "those", "ones", "one", "only", "about", "that", "are", "please", "with"]
        let words = Tokenizer.tokenize(rest).tokens.filter { $0.kind == .word && !ends.contains($0.text) }
            .map { $0.text.count > 4 && $0.text.hasSuffix("s") ? String($0.text.dropLast()) : $0.text }
        guard var query = last.command?.query, [.task, .ticket, .meeting, .call, .note].contains(query.kind),
            (1...3).contains(words.count), !words.allSatisfy(SmallWords.all.contains),
            context.listed.contains(where: { record in
                let named = NameWords.words(of: record.name)
                return words.allSatisfy { word in named.contains { $0.hasPrefix(word) } }
            })
        else { return nil }
        query.words = words.joined(separator: " ")
        var action = last
        (action.commandType, action.command, action.confidence) = (.listRecords, .list(query), 0.85)
        let filters = (last.entities["filters"]?.members ?? last.entities.members.filter { $0.name == "owner" })
        action.entities = .object([
            .init("type", .string(query.kind.rawValue)), .init("text", .string(query.words)),
            .init("filters", .object(filters)),
        ])
        action.payload = action.entities
        return action
    }

    /// The last figure or list split by what the phrase says, which says nothing else.
    func split(_ words: [String], _ last: Action) -> Action? {
        guard let joint = words.lastIndex(where: { $0 == "by" || $0 == "per" }), joint + 1 < words.count,
            words.count <= 9, words[..<joint].allSatisfy(FollowUp.beforeSplits.contains),
            let by = grouping(words[(joint + 1)...].joined(separator: " "))
        else { return nil }
        let name = words[(joint + 1)...].joined(separator: " ")
        switch last.command {
        case .aggregate?: return reread(last, [.init(slot: "by", text: name, replaces: true)], .more)
        case .forecast?, .pipeline?:
            guard let list = listBehind(last) ?? (last.commandType == .showPipeline ? last : nil) else { return nil }
            var figure = Action(.aggregate, confidence: 0.9, rawText: "pipeline value by \(name)", status: .ready)
            figure.answers = list.answers.map { $0.slot == "close" ? .init(slot: "range", text: $0.text) : $0 }
            return reread(figure, [], .more)
        case .list(let query)?, .count(let query, _)?, .showRisk(let query)?:
            guard query.kind.has(by), words.first != "sort", words.first != "order" else { return nil }
            var action = Action(
                .countRecords, confidence: 0.9, rawText: last.rawText, apiCall: "GET /api/\(query.kind.plural)",
                status: .ready, command: .count(query, by: by))
            action.entities = .object([
                .init("type", .string(query.kind.rawValue)), .init("filters", last.entities["filters"] ?? .object([])),
                .init("by", .string(by.rawValue)),
            ])
            action.payload = action.entities
            return action
        default: return nil
        }
    }

    /// "And to the same quarter last year", "compared with May?": the figure told last beside that of another time.
    func besideAnotherTime(_ tokens: [Token], _ phrase: String, _ last: Action) -> Action? {
        let figures: Set<CommandType> = [.comparePeriods, .aggregate, .rank]
        guard figures.contains(last.commandType), last.command != nil, tokens.count <= 12,
            let first = tokens.firstIndex(where: { !["and", "so", "ok", "now", "um", "but", ","].contains($0.text) }),
            case let cue = tokens[first].text,
            ["compared", "versus", "vs", "against"].contains(cue)
                || last.commandType == .comparePeriods && ["to", "with"].contains(cue)
        else { return nil }
        let other = String(decoding: Array(phrase.utf8)[tokens[first].start...], as: UTF8.self)
        let asked = Tokenizer.tokenize("how does that compare \(other)")
        var reader = ClauseReader(
            grammar: grammar, spans: PhraseSpans(asked, grammar: grammar, context: context), context: context)
        reader.proposes = false
        let actions = reader.actions()
        guard actions.count == 1, var action = actions.first, action.commandType == .comparePeriods,
            action.command != nil
        else { return nil }
        action.rawText = phrase
        return action
    }

    /// The field figures are split by under a name, such as the owner for "rep".
    private func grouping(_ name: String) -> Field? {
        let spans = PhraseSpans(Tokenizer.tokenize("revenue by \(name)"), grammar: grammar, context: context)
        var reader = ClauseReader(grammar: grammar, spans: spans, context: context)
        reader.proposes = false
        let actions = reader.actions()
        guard actions.count == 1, actions[0].confidence >= 0.6 else { return nil }
        return actions[0].entities["by"]?.string.flatMap(Field.init)
    }

    private static let beforeSplits: Set<String> = [
        "and", "now", "ok", "okay", "so", "the", "same", "thing", "that", "it", "them", "those", "these", "this", "all",
        "broken", "break", "split", "down", "up", "grouped", "group", "show", "me", "can", "could", "you", "figure",
        "number", "list", ",",
    ]

    private static func noun(of measure: Measure) -> String {
        switch measure {
        case .pipeline: "open deals"
        case .revenue, .wonDeals, .averageDeal, .winRate: "won deals"
        case .lostDeals: "lost deals"
        default: measure.shape.kind.plural
        }
    }

    /// The slot of a list that a field's time is said in.
    private static func slot(of date: Field) -> String {
        switch date {
        case .close: "close"
        case .created: "created"
        default: "when"
        }
    }

    private static func text(of span: DateSpan) -> String? {
        span.from == nil || span.until == nil ? nil : "from \(span.text)"
    }

    private static func text(of range: JSONValue) -> String? {
        let days = ["from", "until"].map { range[$0]?.string.flatMap { LocalDate($0.prefix(10)) } }
        return text(of: DateSpan(from: days[0], until: days[1]))
    }
}

extension Action {
    /// What was looked for in the list before is looked for still.
    func keepingWords(of list: Action) -> Action {
        guard let words = list.command?.query?.words, !words.isEmpty, var query = command?.query, query.words.isEmpty
        else { return self }
        query.words = words
        var action = self
        action.command = command?.with(query)
        return action
    }

    /// What is said of a few of those counted shows them.
    var listingFew: Action {
        guard commandType == .countRecords, case .count(let query, nil)? = command, entities["sort"] != nil else {
            return self
        }
        var action = self
        (action.commandType, action.command) = (.listRecords, .list(query))
        return action
    }
}
