import HarkCore

/// "Them", "those", "the first two" after a list: the phrase read as if what was listed had been named in it.
///
/// All of a list is changed, counted or exported by the list's own requirements; a few records of it by their places.
struct ListAtHand {
    let reader: PhraseReader
    let context: ReadingContext
    /// Whether the list is what a command has changed.
    var isChanged = false

    /// The records a phrase points at.
    struct Pointer {
        /// The tokens that point.
        var tokens: Range<Int>
        /// The places in the list, from 1; `nil` for all of it.
        var places: ClosedRange<Int>?
        /// Whether a word alone points, which means the list only right after it.
        var isVague = false
    }

    /// The most records something is done to one by one.
    static let mostPlaces = 10
    /// How a place in a list is said.
    private static let ordinals = (1...100).map { "\($0)\(suffix($0))" }

    private static func suffix(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        return [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    }

    /// The actions the phrase means; `nil` where it does not point at the list.
    func actions(_ phrase: String) -> [Action]? {
        guard context.listed.count > 1 || changed != nil || context.list != nil, phrase.utf8.count <= 200 else {
            return nil
        }
        let tokens = Tokenizer.tokenize(phrase).tokens
        if let changed, let those = changed.actions(phrase) { return those }
        if let both = withTheRest(phrase, tokens) { return both.map { said($0, phrase) } }
        if let first = extreme(phrase, tokens) { return [first] }
        if let named = again(phrase) ?? actions(naming: phrase, tokens) { return named }
        guard var pointer = pointer(in: tokens), !pointer.isVague || isFresh else { return nil }
        // "Which of them" are which of the customers.
        if case let first = pointer.tokens.lowerBound, first > 0, tokens[first - 1].text == "of" {
            pointer.tokens = (first - 1)..<pointer.tokens.upperBound
        }
        let text = Array(phrase.utf8)
        let before = String(decoding: text[..<tokens[pointer.tokens.lowerBound].start], as: UTF8.self)
        let after = String(decoding: text[tokens[pointer.tokens.upperBound - 1].end...], as: UTF8.self)
        func saying(_ words: String) -> [Action] { alone(before + words + after) }
        if pointer.places == nil, let action = onAll(saying) { return [said(action, phrase)] }
        if let places = pointer.places, let sum = sum(of: places, saying, after) { return [said(sum, phrase)] }
        guard let places = pointer.places ?? whole else { return nil }
        return onEach(places, saying)?.map { said($0, phrase) }
    }

    /// The records one command has changed, as a list of their own: "put a note on both".
    private var changed: ListAtHand? {
        let touched = context.touched
        guard !isChanged, touched.count > 1, context.last?.command?.writes == true,
            touched.allSatisfy({ $0.reference.kind == touched[0].reference.kind })
        else { return nil }
        var other = context
        (other.listed, other.touched, other.list) = (touched, [], nil)
        return ListAtHand(reader: reader, context: other, isChanged: true)
    }

    /// Whether what was said last was about a list, and not about a record of it.
    private var isFresh: Bool {
        if isChanged { return true }
        guard context.list != nil else { return false }
        return context.last?.command?.query != nil || context.last?.command == nil
    }

    func alone(_ phrase: String) -> [Action] {
        var plain = context
        (plain.pending, plain.last) = (nil, nil)
        return reader.plainly(phrase, in: plain)
    }

    func said(_ action: Action, _ phrase: String) -> Action {
        var action = action
        action.rawText = phrase
        return action
    }

    // MARK: What points

    private static let vague: Set<String> = ["them", "they", "those", "these"]
    private static let counted: Set<String> = ["first", "top", "last"]

    func pointer(in tokens: [Token]) -> Pointer? {
        func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }
        /// The end of "of them" or "deals" from an index on.
        func end(_ index: Int) -> Int {
            if word(index) == "of", ListAtHand.vague.contains(word(index + 1)) { return index + 2 }
            return ["ones", kindWord].contains(word(index)) ? index + 1 : index
        }
        for index in tokens.indices {
            let start = word(index) == "the" ? index + 1 : index
            if ListAtHand.counted.contains(word(start)), let count = ListAtHand.count(word(start + 1)), count > 1 {
                guard count <= context.listed.count else { return nil }
                let places =
                    word(start) == "last" ? context.listed.count - count + 1...context.listed.count : 1...count
                return Pointer(tokens: index..<end(start + 2), places: places)
            }
            if word(index) == "both", context.listed.count == 2 {
                return Pointer(tokens: index..<end(index + 1), places: 1...2)
            }
            if word(index) == "all", word(index + 1) == "of", ListAtHand.vague.contains(word(index + 2)) {
                return Pointer(tokens: index..<(index + 3))
            }
            if word(index) == "all", ["these", "those"].contains(word(index + 1)) {
                return Pointer(tokens: index..<end(index + 2))
            }
            guard ListAtHand.vague.contains(word(index)) else { continue }
            if word(index + 1) == "all" { return Pointer(tokens: index..<(index + 2)) }
            // "Those leads" after a list of deals are others.
            if word(index) == "those" || word(index) == "these" {
                // "Those three" are all of a list of three.
                if let count = ListAtHand.count(word(index + 1)), count > 1, count == shown {
                    return Pointer(tokens: index..<end(index + 2), places: 1...count)
                }
                let isOther = end(index + 1) == index + 1 && ContextWords.nouns[word(index + 1)] != nil
                if isOther { return nil }
                return Pointer(tokens: index..<end(index + 1), isVague: end(index + 1) == index + 1)
            }
            return Pointer(tokens: index..<(index + 1), isVague: true)
        }
        return nil
    }

    private static func count(_ word: String) -> Int? {
        Int(word) ?? NumberWords.units[word].flatMap { Int(exactly: $0) }
    }

    /// How many records the list shows.
    private var shown: Int { context.list?.entities["limit"]?.double.map { Int($0) } ?? context.listed.count }

    var kindWord: String {
        (context.listed.first?.reference.kind ?? context.list?.command?.query?.kind ?? .lead).plural
    }

    // MARK: What is done to it

    /// All of the list by its requirements.
    private func onAll(_ saying: (String) -> [Action]) -> Action? {
        // "The top three" are no more than three.
        guard let list = context.list, let query = list.command?.query, list.entities["limit"] == nil else {
            return nil
        }
        for words in ["all \(query.kind.plural)", query.kind.plural, "the \(query.kind.plural)"] {
            let actions = saying(words)
            guard actions.count == 1, let action = narrowed(actions[0], to: query, of: list) else { continue }
            return action
        }
        return nil
    }

    /// What the first few of the list come to: "the top three, what are they worth together?"
    private func sum(of places: ClosedRange<Int>, _ saying: (String) -> [Action], _ after: String) -> Action? {
        guard places.lowerBound == 1, var query = context.list?.command?.query else { return nil }
        let rest = String(after.drop { $0 == "," || $0 == " " })
        let ways =
            [saying("they"), saying("them")] + (rest.count < after.count ? [reader.plainly(rest, in: context)] : [])
        guard let count = ways.first(where: { $0.count == 1 && $0[0].commandType == .countRecords })?[0],
            count.command?.query?.kind == query.kind
        else { return nil }
        query.page.limit = places.count
        var action = count
        action.command = .count(query)
        action.entities = .object([
            .init("type", .string(query.kind.rawValue)),
            .init("filters", context.list?.entities["filters"] ?? .object([])),
            .init("limit", .integer(places.count)),
        ])
        action.payload = action.entities
        return action
    }

    /// The action on all records of a kind with the requirements of the list added.
    func narrowed(_ action: Action, to query: RecordQuery, of list: Action) -> Action? {
        guard let own = action.command?.query, own.kind == query.kind, own.words.isEmpty else { return nil }
        let fields = Set(own.conditions.map(\.field))
        var whole = query
        whole.conditions = query.conditions.filter { !fields.contains($0.field) } + own.conditions
        if !own.sort.isEmpty { whole.sort = own.sort }
        guard let command = action.command?.with(whole) else { return nil }
        var action = action
        if list.commandType == .showRisk, action.commandType == .listRecords {
            (action.commandType, action.command) = (.showRisk, .showRisk(whole))
            action.entities = .object(action.entities.members.filter { $0.name != "type" })
            action.apiCall = list.apiCall
            return action.adding(list.entities["filters"]?.members ?? [])
        }
        action.command = command
        let owner = list.entities.members.filter { $0.name == "owner" }
        return action.adding((list.entities["filters"]?.members ?? []) + owner)
    }

    /// All places of a list short enough to do something to each.
    private var whole: ClosedRange<Int>? {
        (1...ListAtHand.mostPlaces).contains(context.listed.count) ? 1...context.listed.count : nil
    }

    /// The records by their places: in one command where it takes several, else in one each.
    func onEach(_ places: ClosedRange<Int>, _ saying: (String) -> [Action]) -> [Action]? {
        guard places.count <= ListAtHand.mostPlaces, places.upperBound <= ListAtHand.ordinals.count,
            places.upperBound <= context.listed.count
        else { return nil }
        func place(_ number: Int) -> String { "the \(ListAtHand.ordinals[number - 1]) one" }
        let together = saying(places.map(place).joined(separator: " and "))
        if together.count == 1, together[0].links.count == places.count, together[0].command != nil { return together }
        var actions: [Action] = []
        for number in places {
            let one = saying(place(number))
            guard one.count == 1, one[0].command?.writes == true,
                one[0].links.contains(where: { $0.record.reference == context.listed[number - 1].reference })
            else { return nil }
            actions += one
        }
        // Many changes at once are looked at first.
        if actions.count > 2, actions.allSatisfy({ $0.status == .ready }) {
            let names = actions.compactMap { $0.links.first?.record.name }.joined(separator: ", ")
            actions[0].status = .confirm
            actions[0].question = "All \(actions.count) of them: \(names)?"
        }
        return actions
    }
}

extension Action {
    /// The action with more requirements said of it.
    fileprivate func adding(_ filters: [JSONValue.Member]) -> Action {
        var action = self
        action.entities = entities.addingFilters(filters)
        action.payload = payload.addingFilters(filters)
        return action
    }
}

extension JSONValue {
    /// The object with members added to its member `filters`, which its own of the same name take the place of.
    fileprivate func addingFilters(_ more: [Member]) -> JSONValue {
        let own = self["filters"]?.members ?? []
        let all = more.filter { member in !own.contains { $0.name == member.name } } + own
        guard !all.isEmpty, case .object(var members) = self else { return self }
        members.removeAll { $0.name == "filters" }
        members.append(.init("filters", .object(all)))
        return .object(members)
    }
}

extension Command {
    /// The same command on other records.
    func with(_ query: RecordQuery) -> Command? {
        switch self {
        case .list: .list(query)
        case .showRisk: .showRisk(query)
        case .pipeline: .pipeline(query)
        case .count(_, let field): .count(query, by: field)
        case .export: .export(query)
        case .bulkUpdate(_, let change): .bulkUpdate(query, change)
        case .bulkDelete: .bulkDelete(query)
        default: nil
        }
    }
}
