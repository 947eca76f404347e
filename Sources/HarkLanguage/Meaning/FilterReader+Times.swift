import HarkCore

/// The times of a list's requirements.
extension FilterReader {
    mutating func readTimes() {
        if reading.first("created") != nil { addRange("created", .created, .past, slot: "created") }
        if reading.first("close") != nil { addRange("close", .close, kind == .ticket ? .past : .future, slot: "close") }
        if reading.first("closed") != nil { closedRange() }
        if reading.first("renewal") != nil { addRange("renewal", .renewal, .future, slot: "renewal") }
        if reading.first("gone") != nil { readGone() }
        if reading.first("when") != nil, !isQuietTime, reading.first("gone") == nil {
            switch kind {
            case .deal:
                let isOver = members.contains { $0.name == "stage" && ["won", "lost"].contains($0.value.string) }
                addRange("close", .close, isOver ? .past : .future, slot: "when")
            case .task, .meeting: addRange("due", .due, .future, slot: "when")
            default: addRange("created", .created, .past, slot: "when")
            }
        }
        if let minutes = interpreter.duration("age", in: reading) {
            let day = interpreter.context.now.adding(minutes: -minutes).date
            members.append(.init("created", .object([.init("until", .string(day.midnight.description))])))
            conditions.append(Condition(.created, .less, .date(day)))
            // What waits is not closed.
            let waits = interpreter.phrase.tokens[reading.range].contains { $0.text == "waiting" }
            if kind == .ticket, waits { add("status", "open", Condition(.status, .equals, .text("open"))) }
        }
        if reading.first("day") != nil, reading.first("when") == nil { addCurrent(table("day")) }
        if let quietSince {
            let condition = Condition(.touched, .less, .date(quietSince))
            add("touched_before", .string(quietSince.description), condition)
        }
    }

    /// Customers who left, and when; of other records nobody says so.
    private mutating func readGone() {
        if kind != .customer { doubt += 3 }
        if reading.first("when") != nil {
            addRange("churned", .churned, .past, slot: "when")
        } else {
            add("stage", "churned", Condition(.churned, .notEquals, .nothing), of: reading.first("gone"))
            // "Without the churned ones" leaves those who are customers still.
            if members.last?.name == "stage_not" {
                conditions[conditions.count - 1] = Condition(.churned, .equals, .nothing)
            }
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
            let expression = interpreter.time(in: filled.range),
            let moment = interpreter.times.resolve(expression, direction),
            !members.contains(where: { $0.name == name })
        else { return }
        // Nobody asks for a list at an hour; it is likelier said of one meeting.
        if moment.hasClock, moment.until == nil { doubt += 1 }
        let from = moment.from.date
        let until = moment.until?.adding(seconds: 86_399).date ?? from.adding(days: 1)
        var range: [JSONValue.Member] = []
        if field == .renewal, expression.open == .start, from > interpreter.context.now.date {
            // What is to be renewed before a day has not been yet.
            let today = interpreter.context.now.date
            range.append(.init("from", .string(today.midnight.description)))
            conditions.append(Condition(field, .atLeast, .date(today)))
        }
        if expression.open != .start {
            range.append(.init("from", .string(from.midnight.description)))
            conditions.append(Condition(field, .atLeast, .date(from)))
        }
        if expression.open != .end {
            // The last day of a year is before its end.
            let isEnd = interpreter.phrase.tokens[filled.range].contains { $0.text == "end" }
            let end = expression.open == .start && !isEnd ? from : until
            range.append(.init("until", .string(end.midnight.description)))
            conditions.append(Condition(field, .less, .date(end)))
        }
        members.append(.init(name, .object(range)))
    }

    /// What goes without saying: what is to be seen to is not over.
    mutating func readImplied() {
        let fields = Set(conditions.map(\.field))
        guard fields.isDisjoint(with: [.stage, .status, .churned]) else { return }
        let today = interpreter.context.now.date
        switch kind {
        case .lead where fields.contains(.priority) || fields.contains(.touched):
            conditions.append(Condition(.stage, .equals, .text("open")))
        case .customer where fields.contains(.touched) || fields.contains(.renewal):
            conditions.append(Condition(.churned, .equals, .nothing))
        case .deal where conditions.filter({ $0.field == .close }).count == 1:
            // Deals "closing before Christmas" have not closed.
            guard let close = conditions.first(where: { $0.field == .close }), close.comparison == .less,
                case .date(let day) = close.value, day > today
            else { return }
            add("stage", "open", Condition(.stage, .equals, .text("open")))
        default: break
        }
    }
}
