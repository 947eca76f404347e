import HarkCore

/// Reads the requirements of a list out of a reading's slots.
struct FilterReader {
    let interpreter: Interpreter
    let reading: Reading
    let kind: RecordKind

    var conditions: [Condition] = []
    /// The requirements as entities.
    var members: [JSONValue.Member] = []
    private(set) var sort: [SortKey] = []
    var doubt: Float = 0
    /// Whether two values of one filter were said of records that are to be changed.
    private(set) var isTwofold = false
    /// What to ask where two values of one requirement were said.
    var question: String?
    /// The negations that some requirement took up.
    private var negations: Set<Int> = []

    init(interpreter: Interpreter, reading: Reading, kind: RecordKind) {
        self.interpreter = interpreter
        self.reading = reading
        self.kind = kind
    }

    /// Reads them all.
    mutating func read() {
        doubtSecondSayings()
        readOwner()
        readWords()
        readNumbers()
        readPlaces()
        readTimes()
        readImplied()
        readLacks()
        readSort()
        askForOwnFields()
    }

    /// A requirement said twice in different words, such as two cities, cannot be met by one; none may be dropped.
    private mutating func doubtSecondSayings() {
        for (index, slot) in reading.slots.enumerated() where slot.name != "records" {
            let first = reading.slots[..<index].last { other in
                other.name == slot.name
                    && interpreter.phrase.text(other.range) != interpreter.phrase.text(slot.range)
            }
            guard let first else { continue }
            if isBulk {
                isTwofold = isTwofold || slot.name != "owner"
            } else if first.isJoined(to: slot, in: interpreter.phrase) {
                let words = [first, slot].map { interpreter.phrase.text($0.range) }
                question = "A list can have one of them: \(words[0]) or \(words[1])?"
            } else if slot.name != "owner" {
                doubt += 2.5
            }
        }
        if let city = reading.first("city"), interpreter.spans.trailingWords(in: city.range) != nil { doubt += 2.5 }
    }

    private var isBulk: Bool { [.bulkDelete, .bulkUpdate, .assignRecord].contains(reading.intent) }

    func table(_ name: String) -> String? { interpreter.value(name, in: reading, interpreter.grammar) }

    /// Adds a requirement, turned round where its slot stands after a "not" or "except".
    mutating func add(
        _ name: String, _ value: JSONValue, _ condition: Condition, of slot: FilledSlot? = nil
    ) {
        var (name, condition) = (name, condition)
        let word = slot.flatMap { interpreter.exclusion(before: $0, in: reading) }
        if let word { negations.insert(word) }
        // "Hide all but" leaves them in again.
        if slot != nil, (word != nil) != interpreter.hides(reading) {
            name += "_not"
            condition.comparison = .notEquals
        }
        guard !members.contains(where: { $0.name == name }) else { return }
        members.append(.init(name, value))
        conditions.append(condition)
    }

    /// Whether every "not" of the reading turned a requirement round, so that nothing else is negated.
    var takesNegation: Bool {
        reading.passed.allSatisfy { !interpreter.spans.isNegation[$0] || negations.contains($0) }
    }

    private mutating func readOwner() {
        let said = Set(reading.all("owner").map { interpreter.finder.user(at: $0.range.lowerBound)?.value })
        if said.count > 1, question == nil { doubt += 2.5 }
        if let user = interpreter.user("owner", in: reading) {
            let isMe = user.id == interpreter.context.user.id
            add(
                "owner", .string(user.name), Condition(.owner, .equals, isMe ? .me : .text(user.name)),
                of: reading.first("owner"))
        } else if let colleague {
            add("owner", .string(colleague.name), Condition(.owner, .equals, .text(colleague.name)))
        } else if reading.first("owner") != nil || isAllMine || isMinePassed {
            add("owner", .string(interpreter.context.user.name), Condition(.owner, .equals, .me))
        } else if reading.first("haver") != nil, kind != .meeting && kind != .task || reading.first("when") == nil {
            // "What do I have tomorrow" asks for the day, "how many leads do I have" for one's own.
            add("owner", .string(interpreter.context.user.name), Condition(.owner, .equals, .me))
        }
    }

    /// Whom "his" and "she" mean where a colleague was spoken of.
    private var colleague: User? { kind.has(.owner) ? interpreter.colleague(in: reading) : nil }

    /// A "my" no sentence has a place for says whose they are all the same.
    private var isMinePassed: Bool {
        reading.passed.contains { ["my", "mine"].contains(interpreter.phrase.tokens[$0].text) }
    }

    /// "All my leads", where "all my" is one word for all.
    private var isAllMine: Bool {
        guard let bulk = reading.first("bulk") else { return false }
        return interpreter.phrase.tokens[bulk.range].contains { $0.text == "my" }
    }

    /// Priority, status, stage, source: words of closed tables.
    private mutating func readWords() {
        if let said = table("priority") {
            let priority = said == "urgent" && kind != .ticket ? "high" : said
            add(
                "priority", .string(priority), Condition(.priority, .equals, .text(priority)),
                of: reading.first("priority"))
        }
        let state: Field = kind == .deal || kind == .lead ? .stage : .status
        if let stage = table("stage"), let status = table("status"), stage != status { doubt += 2.5 }
        if let stage = table("stage") ?? table("status"), !isRecent {
            // A lead in negotiation is one whose deal is, and the list calls that its stage.
            let isDealStage = kind == .lead && ["proposal", "negotiation", "won", "lost"].contains(stage)
            let field: Field = kind == .deal || isDealStage ? .stage : .status
            add(
                field.rawValue, .string(stage), Condition(field, .equals, .text(stage)),
                of: reading.first("stage") ?? reading.first("status"))
        }
        if let openness = table("openness"), openness == "closed", kind == .deal, reading.first("when") != nil {
            // "Deals closed last month" brought something in.
            add("stage", "won", Condition(.stage, .equals, .text("won")))
        } else if let openness = table("openness") {
            if openness == "pending", kind != .ticket { doubt += 1.5 }
            add(
                state.rawValue, .string(openness), Condition(state, .equals, .text(openness)),
                of: reading.first("openness"))
        } else if reading.intent == .showPipeline
            || reading.first("type").map({ type in
                interpreter.phrase.tokens[type.range].contains { $0.text == "pipeline" }
            }) == true
        {
            add("stage", "open", Condition(.stage, .equals, .text("open")))
        }
        if let source = table("source") {
            add(
                "source", .string(source), Condition(.source, .equals, .text(source)), of: reading.first("source"))
        }
        if table("risk") != nil {
            if kind != .customer, kind != .deal { doubt += 2.5 }
            add("risk", "high", Condition(.risk, .atLeast, .number(50)))
        }
        if reading.first("late") != nil, kind == .deal {
            let today = interpreter.context.now.date
            add(
                "close", .object([.init("until", .string(today.midnight.description))]),
                Condition(.close, .less, .date(today)))
            add("stage", "open", Condition(.stage, .equals, .text("open")))
        } else if reading.first("late") != nil {
            add("due", "overdue", Condition(.due, .less, .date(interpreter.context.now.date)))
            // What is done is late no more.
            if kind == .task { conditions.append(Condition(.status, .equals, .text("open"))) }
        }
    }

    /// "New customers" are those who came last: only leads and deals have a state of that name.
    private var isRecent: Bool {
        guard kind != .lead, kind != .deal, let state = table("stage") ?? table("status") else { return false }
        return state == "new" || (kind == .customer && state == "won")
    }

    private mutating func readNumbers() {
        for (slot, field) in [("score", Field.score), ("amount", .amount)] {
            let until = figure("\(slot)_lt", slot)
            if let value = figure("\(slot)_gt", slot) {
                let from = field == .amount ? scaled(value, like: until) : value
                add("\(slot)_gt", .number(from), Condition(field, .greater, .number(from)))
            }
            if let until { add("\(slot)_lt", .number(until), Condition(field, .less, .number(until))) }
        }
    }

    /// "Between 10 and 20 thousand" are thousands on both sides.
    private func scaled(_ from: Double, like until: Double?) -> Double {
        guard let until, from < 1_000, until >= 1_000 else { return from }
        let factor: Double = until >= 1_000_000 ? 1_000_000 : 1_000
        return from * factor < until ? from * factor : from
    }

    /// A score or amount; "leads above 80" are those with such a score.
    private func figure(_ name: String, _ slot: String) -> Double? {
        let isBare = { (value: ValueFinder.Amount) in value.currency == nil && value.value <= 100 }
        let amount = interpreter.money(slot == "score" ? name.replacing("score", with: "amount") : name, in: reading)
        guard kind == .lead, let amount, isBare(amount) else { return interpreter.money(name, in: reading)?.value }
        return slot == "score" ? amount.value : nil
    }

    private mutating func readSort() {
        if let field = table("sort").flatMap(Field.init(rawValue:)) {
            let isName = field == .name || field == .close
            sort = [SortKey(field, descending: table("order").map { $0 == "desc" } ?? !isName)]
        } else if reading.first("priority").map({ interpreter.phrase.text($0.range).lowercased() }) == "hottest",
            kind == .lead
        {
            sort = [SortKey(.score, descending: true)]
        } else if reading.first("stalest") != nil {
            sort = [SortKey(.touched, descending: false)]
        } else if let recency = table("recency") {
            sort = [SortKey(.created, descending: recency == "desc")]
        } else if let magnitude = table("magnitude") {
            sort = [SortKey(.amount, descending: magnitude == "desc")]
        } else if isRecent, !members.contains(where: { $0.name == "created" }) {
            sort = [SortKey(.created, descending: true)]
        } else if reading.first("limit") != nil || reading.first("best") != nil {
            let field: Field = kind == .deal ? .amount : kind == .customer ? .risk : .score
            sort = [SortKey(field, descending: true)]
        }
    }
}
