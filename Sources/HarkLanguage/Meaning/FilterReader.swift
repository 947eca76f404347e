import HarkCore

/// Reads the requirements of a list out of a reading's slots.
struct FilterReader {
    let interpreter: Interpreter
    let reading: Reading
    let kind: RecordKind

    private(set) var conditions: [Condition] = []
    /// The requirements as entities.
    private(set) var members: [JSONValue.Member] = []
    private(set) var sort: [SortKey] = []
    private(set) var doubt: Float = 0
    /// Whether two values of one filter were said of records that are to be changed.
    private(set) var isTwofold = false

    init(interpreter: Interpreter, reading: Reading, kind: RecordKind) {
        self.interpreter = interpreter
        self.reading = reading
        self.kind = kind
    }

    /// Reads them all.
    mutating func read() {
        readOwner()
        readWords()
        readNumbers()
        readPlaces()
        readTimes()
        readSort()
        doubtSecondSayings()
    }

    /// A requirement said twice in different words, such as two cities, cannot be met by one; none may be dropped.
    private mutating func doubtSecondSayings() {
        for (index, slot) in reading.slots.enumerated() where slot.name != "owner" && slot.name != "records" {
            let isSecond = reading.slots[..<index].contains { other in
                other.name == slot.name
                    && interpreter.phrase.text(other.range) != interpreter.phrase.text(slot.range)
            }
            if isSecond, isBulk { isTwofold = true } else if isSecond { doubt += 2.5 }
        }
        if let city = reading.first("city"), interpreter.spans.trailingWords(in: city.range) != nil { doubt += 2.5 }
    }

    private var isBulk: Bool { [.bulkDelete, .bulkUpdate, .assignRecord].contains(reading.intent) }

    private func table(_ name: String) -> String? { interpreter.value(name, in: reading, interpreter.grammar) }

    private mutating func add(_ name: String, _ value: JSONValue, _ condition: Condition) {
        guard !members.contains(where: { $0.name == name }) else { return }
        members.append(.init(name, value))
        conditions.append(condition)
    }

    private mutating func readOwner() {
        let said = Set(reading.all("owner").map { interpreter.finder.user(at: $0.range.lowerBound)?.value })
        if said.count > 1 { doubt += 2.5 }
        if let user = interpreter.user("owner", in: reading) {
            let isMe = user.id == interpreter.context.user.id
            add("owner", .string(user.name), Condition(.owner, .equals, isMe ? .me : .text(user.name)))
        } else if reading.first("owner") != nil || isAllMine || isMinePassed {
            add("owner", .string(interpreter.context.user.name), Condition(.owner, .equals, .me))
        } else if reading.first("haver") != nil, kind != .meeting && kind != .task || reading.first("when") == nil {
            // "What do I have tomorrow" asks for the day, "how many leads do I have" for one's own.
            add("owner", .string(interpreter.context.user.name), Condition(.owner, .equals, .me))
        }
    }

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
            add("priority", .string(priority), Condition(.priority, .equals, .text(priority)))
        }
        let state: Field = kind == .deal || kind == .lead ? .stage : .status
        if let stage = table("stage"), let status = table("status"), stage != status { doubt += 2.5 }
        if let stage = table("stage") ?? table("status"), !isRecent {
            let field: Field = kind == .deal ? .stage : .status
            add(field.rawValue, .string(stage), Condition(field, .equals, .text(stage)))
        }
        if let openness = table("openness"), openness == "closed", kind == .deal, reading.first("when") != nil {
            // "Deals closed last month" brought something in.
            add("stage", "won", Condition(.stage, .equals, .text("won")))
        } else if let openness = table("openness") {
            if openness == "pending", kind != .ticket { doubt += 1.5 }
            add(state.rawValue, .string(openness), Condition(state, .equals, .text(openness)))
        } else if reading.intent == .showPipeline
            || reading.first("type").map({ type in
                interpreter.phrase.tokens[type.range].contains { $0.text == "pipeline" }
            }) == true
        {
            add("stage", "open", Condition(.stage, .equals, .text("open")))
        }
        if let source = table("source") { add("source", .string(source), Condition(.source, .equals, .text(source))) }
        if let slot = reading.first("other"), let source = interpreter.value(of: slot, interpreter.grammar) {
            add("source_not", .string(source), Condition(.source, .notEquals, .text(source)))
        }
        if table("risk") != nil {
            if kind != .customer { doubt += 2.5 }
            add("risk", "high", Condition(.risk, .atLeast, .number(50)))
        }
        if reading.first("late") != nil {
            add("due", "overdue", Condition(.due, .less, .date(interpreter.context.now.date)))
        }
    }

    /// "New customers" are those who came last: only leads and deals have a state of that name.
    private var isRecent: Bool {
        guard kind != .lead, kind != .deal, let state = table("stage") ?? table("status") else { return false }
        return state == "new" || (kind == .customer && state == "won")
    }

    private mutating func readNumbers() {
        for (slot, field) in [("score", Field.score), ("amount", .amount)] {
            if let value = figure("\(slot)_gt", slot) {
                add("\(slot)_gt", .number(value), Condition(field, .greater, .number(value)))
            }
            if let value = figure("\(slot)_lt", slot) {
                add("\(slot)_lt", .number(value), Condition(field, .less, .number(value)))
            }
        }
    }

    /// A score or amount; "leads above 80" are those with such a score.
    private func figure(_ name: String, _ slot: String) -> Double? {
        let isBare = { (value: ValueFinder.Amount) in value.currency == nil && value.value <= 100 }
        let amount = interpreter.money(slot == "score" ? name.replacing("score", with: "amount") : name, in: reading)
        guard kind == .lead, let amount, isBare(amount) else { return interpreter.money(name, in: reading)?.value }
        return slot == "score" ? amount.value : nil
    }

    private mutating func readPlaces() {
        if let tag = table("tag") ?? interpreter.text("tag", in: reading)?.lowercased() {
            add("tag", .string(tag), Condition(.tag, .equals, .text(tag)))
        }
        if let industry = table("industry") ?? interpreter.text("industry", in: reading)?.lowercased() {
            add("industry", .string(industry), Condition(.industry, .equals, .text(industry)))
        }
        if let city = interpreter.newName(reading.first("city")) {
            add("city", .string(city), Condition(.city, .equals, .text(city)))
        }
        guard let slot = reading.first("company") else { return }
        switch interpreter.linker.resolve(slot, order: [.company, .customer, .lead, .contact]) {
        case .one(let record, _):
            let field: Field = record.reference.kind == .contact ? .person : .company
            add("company", .string(record.name), Condition(field, .equals, .text(record.name)))
        case .none where isBefore(slot):
            // "Oslo customers": what stands before the kind and is no record is a place.
            guard let city = interpreter.newName(slot), reading.first("city") == nil else {
                doubt += 2.5
                return
            }
            doubt += interpreter.phrase.tokens[slot.range].contains(where: \.isCapitalised) ? 0.6 : 1.6
            add("city", .string(city), Condition(.city, .equals, .text(city)))
        case .several(_, let said), .none(let said):
            // "With renewal" is no company; a name is known or written as one.
            let isWritten = interpreter.phrase.tokens[slot.range].contains {
                $0.isCapitalised || interpreter.context.names.knows($0.text)
            }
            doubt += slot.isOpen ? isWritten ? 0.8 : 1.8 : 0
            add("company", .string(said), Condition(.company, .has, .text(said)))
        case .dangling: doubt += 1
        }
    }

    /// Whether a slot stands before the kind of record and with nothing between, as in "Oslo customers".
    private func isBefore(_ slot: FilledSlot) -> Bool {
        slot.isOpen && reading.first("type").map { $0.range.lowerBound >= slot.range.upperBound } == true
    }

    private mutating func readTimes() {
        if reading.first("created") != nil { addRange("created", .created, .past, slot: "created") }
        if reading.first("close") != nil { addRange("close", .close, .future, slot: "close") }
        if reading.first("closed") != nil { closedRange() }
        if reading.first("renewal") != nil { addRange("renewal", .renewal, .future, slot: "renewal") }
        if reading.first("when") != nil, !isQuietTime {
            switch kind {
            case .deal:
                let isOver = members.contains { $0.name == "stage" && ["won", "lost"].contains($0.value.string) }
                addRange("close", .close, isOver ? .past : .future, slot: "when")
            case .task, .meeting: addRange("due", .due, .future, slot: "when")
            default: addRange("created", .created, .past, slot: "when")
            }
        }
        if reading.first("day") != nil, reading.first("when") == nil { addCurrent(table("day")) }
        if let quietSince {
            let condition = Condition(.touched, .less, .date(quietSince))
            add("touched_before", .string(quietSince.description), condition)
        }
    }

    /// When deals ended, or customers were won.
    private mutating func closedRange() {
        if kind == .customer { return addRange("created", .created, .past, slot: "closed") }
        addRange("close", .close, .past, slot: "closed")
    }

    /// "My day" and "my week" are the ones that are passing.
    private mutating func addCurrent(_ unit: String?) {
        let today = interpreter.context.now.date
        let from = unit == "week" ? today.startOfWeek : today
        let until = from.adding(days: unit == "week" ? 7 : 1)
        let range: [JSONValue.Member] = [
            .init("from", .string(from.midnight.description)), .init("until", .string(until.midnight.description)),
        ]
        conditions += [Condition(.due, .atLeast, .date(from)), Condition(.due, .less, .date(until))]
        members.append(.init("due", .object(range)))
    }

    /// How long nobody has looked at what counts as stale where no time is said.
    private static let staleDays = 14

    private var isStale: Bool { reading.intent == .showStale || reading.first("idleness") != nil }

    /// Whether "in two weeks" was said of records nobody has touched, and so looks back.
    private var isQuietTime: Bool {
        guard isStale, reading.first("quiet") == nil, reading.first("idle") == nil,
            let moment = interpreter.moment("when", in: reading, .future)
        else { return false }
        return moment.from > interpreter.context.now
    }

    private var quietSince: LocalDate? {
        let now = interpreter.context.now
        if let minutes = interpreter.duration("idle", in: reading) { return now.adding(minutes: -minutes).date }
        if let moment = interpreter.moment("quiet", in: reading, .past) {
            // "In two weeks" looks back here.
            let since = moment.from.date
            if since > now.date, let start = reading.first("quiet")?.range.lowerBound,
                let minutes = interpreter.finder.duration(at: start + 1)?.value
            {
                return now.adding(minutes: -minutes).date
            }
            return since <= now.date ? since : now.date.adding(days: now.date.daysSinceEpoch - since.daysSinceEpoch)
        }
        if isQuietTime, let moment = interpreter.moment("when", in: reading, .future) {
            if let start = reading.first("when")?.range.lowerBound,
                let minutes = interpreter.finder.duration(at: start + 1)?.value
            {
                return now.adding(minutes: -minutes).date
            }
            let ahead = moment.from.date.daysSinceEpoch - now.date.daysSinceEpoch
            return now.date.adding(days: -ahead)
        }
        return isStale ? now.date.adding(days: -FilterReader.staleDays) : nil
    }

    private mutating func addRange(_ name: String, _ field: Field, _ direction: TimeResolver.Direction, slot: String) {
        guard let filled = reading.first(slot),
            let expression = interpreter.finder.time(at: filled.range.lowerBound)?.value,
            let moment = interpreter.times.resolve(expression, direction),
            !members.contains(where: { $0.name == name })
        else { return }
        // Nobody asks for a list at an hour; it is likelier said of one meeting.
        if moment.hasClock, moment.until == nil { doubt += 1 }
        let from = moment.from.date
        let until = moment.until?.adding(seconds: 86_399).date ?? from.adding(days: 1)
        var range: [JSONValue.Member] = []
        if expression.open != .start {
            range.append(.init("from", .string(from.midnight.description)))
            conditions.append(Condition(field, .atLeast, .date(from)))
        }
        if expression.open != .end {
            let end = expression.open == .start ? from : until
            range.append(.init("until", .string(end.midnight.description)))
            conditions.append(Condition(field, .less, .date(end)))
        }
        members.append(.init(name, .object(range)))
    }

    private mutating func readSort() {
        if let field = table("sort").flatMap(Field.init(rawValue:)) {
            let isName = field == .name || field == .close
            sort = [SortKey(field, descending: table("order").map { $0 == "desc" } ?? !isName)]
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
