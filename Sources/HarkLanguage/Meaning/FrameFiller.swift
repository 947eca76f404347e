import HarkCore

/// Reads a phrase as a command by what it has rather than by how it is put: each value, name and word of a table takes
/// the place in the command that is of its kind.
///
/// No order of words is asked for, so it is only for commands that are likely for other reasons, and what changes
/// records is asked about.
struct FrameFiller {
    /// What such a reading costs, as no sentence vouches for it.
    private static let cost: Float = 1
    /// What a word of content without a place costs.
    private static let costOfWord: Float = 0.1
    /// A name that fits worse is none.
    private static let dearestName: Float = 0.75

    let grammar: Grammar
    let spans: PhraseSpans
    /// Whether each token is part of a value or a known name.
    let isWeighty: [Bool]

    /// The reading as a command; `nil` where the command has no frame or the phrase nothing of it.
    func reading(as command: CommandType) -> Reading? {
        guard let names = FrameFiller.frames[command] else { return nil }
        var reading = Reading(
            intent: command, cost: FrameFiller.cost, slots: [], isNegated: false, range: 0..<spans.count,
            place: GrammarPlace(file: "", line: 0, column: 0))
        var token = 0
        while token < spans.count {
            if spans.isNegation[token] { reading.isNegated = true }
            if let slot = filling(at: token, of: command, names, beside: reading.slots) {
                reading.slots.append(slot)
                token = slot.range.upperBound
            } else {
                if !spans.isMark[token], spans.skips[token].isEmpty { reading.passed.append(token) }
                token += 1
            }
        }
        addText(to: &reading)
        reading.cost += FrameFiller.costOfWord * Float(reading.passed.count { spans.skipCost[$0] >= 3 })
        if let asked = FrameFiller.asked[command], asked.allSatisfy({ reading.first($0) == nil }) { return nil }
        return reading.slots.isEmpty && !FrameFiller.bare.contains(command) ? nil : reading
    }

    // MARK: Values and names

    /// The longest span at a token that has a place left in the frame.
    private func filling(
        at token: Int, of command: CommandType, _ names: [String], beside filled: [FilledSlot]
    ) -> FilledSlot? {
        var best: (slot: FilledSlot, cost: Float)?
        for name in names where FrameFiller.repeated.contains(name) || !filled.contains(where: { $0.name == name }) {
            for type in grammar.types(of: name, in: command) {
                guard let number = grammar.spanTypeNumbers[type] else { continue }
                for span in spans.spans[number * spans.count + token] where allows(span, name, type, at: token) {
                    let isLonger = span.end > best?.slot.range.upperBound ?? token
                    let isCheaper = span.end == best?.slot.range.upperBound && span.cost < best?.cost ?? 0
                    guard isLonger || isCheaper else { continue }
                    best = (FilledSlot(name: name, type: type, range: token..<span.end, isOpen: false), span.cost)
                }
            }
        }
        return best?.slot
    }

    private func allows(_ span: PhraseSpans.Span, _ name: String, _ type: SlotType, at token: Int) -> Bool {
        let before = token > 0 ? spans.phrase.tokens[token - 1].text : ""
        let text = spans.phrase.tokens[token].text
        switch type {
        case .record: return span.cost < FrameFiller.dearestName
        // "Show me" says to whom, "I mean" nothing.
        case .user where ["me", "i"].contains(text) && (FrameFiller.telling.contains(before) || followsTelling(token)):
            return false
        case .user, .colleague: return name == "owner" || span.end > token + 1 || !["i", "me", "my"].contains(text)
        case .money where name == "amount_gt": return FrameFiller.above.contains(before)
        case .money where name == "amount_lt": return FrameFiller.below.contains(before)
        case .money where name == "up" || name == "down":
            let words = name == "up" ? FrameFiller.raising : FrameFiller.lowering
            return !["to", "at", "is", "of"].contains(before)
                && spans.phrase.tokens.contains { words.contains($0.text) }
        // "About 40 seats" costs nobody forty.
        case .money
        where span.cost > 0.2 && span.end < spans.count
            && FrameFiller.counted.contains(spans.phrase.tokens[span.end].text):
            return false
        case .money: return span.cost < 0.2 || isWeighty[token]
        case .number where name == "limit": return ["top", "first", "best", "worst", "bottom", "last"].contains(before)
        default: return span.cost < 1
        }
    }

    private func followsTelling(_ token: Int) -> Bool {
        token + 1 < spans.count
            && ["mean", "meant", "think", "guess", "wonder", "want", "need", "would", "am", "said", "believe"].contains(
                spans.phrase.tokens[token + 1].text)
    }

    private static let telling: Set<String> = [
        "show", "give", "tell", "get", "find", "let", "bring", "send", "for", "remind", "list", "read", "can", "could",
        "should", "do", "may",
    ]
    private static let counted: Set<String> = [
        "seats", "users", "licences", "licenses", "people", "employees", "staff", "desks", "stores", "shops", "sites",
        "machines", "trucks", "vans", "branches", "offices", "beds", "rooms", "units", "devices", "agents", "accounts",
        "minutes", "hours", "days", "weeks", "months", "years", "percent",
    ]
    private static let above: Set<String> = ["over", "above", "than", "least", "exceeding", "from", "north"]
    private static let below: Set<String> = ["under", "below", "most"]
    private static let raising: Set<String> = [
        "add", "more", "raise", "increase", "up", "bump", "extra", "plus", "top",
    ]
    private static let lowering: Set<String> = [
        "off", "less", "lower", "reduce", "down", "cut", "knock", "minus", "shave",
    ]

    // MARK: Words

    /// Gives commands that keep words the words that have no other place.
    private func addText(to reading: inout Reading) {
        switch reading.intent {
        case .logCall, .logMeeting:
            reading.slots.append(text("note", .rest, 0..<spans.count))
            reading.passed = []
        case .addNote:
            guard let start = startOfNote(reading) else { return }
            reading.slots.removeAll { $0.range.lowerBound >= start }
            reading.slots.append(text("text", .rest, start..<spans.count))
            reading.passed = []
        case .createTask, .setReminder, .createTicket: addSubject(to: &reading)
        case .createLead, .createContact: addNewNames(to: &reading)
        default: break
        }
    }

    private func text(_ name: String, _ type: SlotType, _ range: Range<Int>) -> FilledSlot {
        FilledSlot(name: name, type: type, range: range, isOpen: true)
    }

    /// Where what is to be noted begins: behind a colon or the last word that announces it, else the first word.
    private func startOfNote(_ reading: Reading) -> Int? {
        let tokens = spans.phrase.tokens
        let announced = tokens.indices.first { index in
            index > 0 && index + 1 < tokens.count
                && (tokens[index].text == ":" || tokens[index].text == "that" && index < 8)
        }
        return announced.map { $0 + 1 } ?? (tokens.isEmpty ? nil : 0)
    }

    /// The longest run of words with no other place, without what only introduces it.
    private func addSubject(to reading: inout Reading) {
        let kept: Set<String> = ["related", "customer"]
        let taken = reading.slots.filter { !kept.contains($0.name) }.map(\.range)
        let runs = (0..<spans.count).split { token in
            taken.contains { $0.contains(token) }
                || [",", ".", ";", "-", ":", "!"].contains(spans.phrase.tokens[token].text)
        }
        let pieces = runs.map { run in trimmed(run.startIndex..<run.endIndex) }
        guard let longest = pieces.max(by: { $0.count < $1.count }), !longest.isEmpty else { return }
        reading.slots.append(text("subject", .text, longest))
        reading.passed.removeAll { longest.contains($0) }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let tokens = spans.phrase.tokens
        // What is to be done follows the last "to" or "about" near the beginning: "put down for me to call her".
        let opening = range.prefix(7).last {
            ["to", "about", "task", "ticket", "reminder", "that"].contains(tokens[$0].text)
        }
        var start = opening.map { $0 + 1 } ?? range.lowerBound
        while start < range.upperBound, FrameFiller.light.contains(tokens[start].text) { start += 1 }
        var end = range.upperBound
        while end > start, FrameFiller.light.contains(tokens[end - 1].text) { end -= 1 }
        return start..<end
    }

    private static let light: Set<String> = [
        "and", "so", "um", "uh", "er", "please", "the", "a", "an", "for", "by", "on", "at", "then", "me", "ok", "okay",
        "also", "to", "oh", "right", "well", "is", "of", "in", "with", "just",
    ]

    /// Names nobody here has: the person's first, then the company's, told apart by "at", "from" and the like.
    private func addNewNames(to reading: inout Reading) {
        let taken = reading.slots.map(\.range)
        let names = spans.newNames(in: 0..<spans.count).filter { name in !taken.contains { $0.overlaps(name) } }
        for range in names.prefix(2) {
            let before = range.lowerBound > 0 ? spans.phrase.tokens[range.lowerBound - 1].text : ""
            let isCompany =
                ["at", "from", "of", "@", "with", "company", "firm"].contains(before)
                || spans.phrase.tokens[range].contains { NameWords.forms.contains($0.text) || $0.text == "&" }
                || reading.first("person") != nil
            let name = isCompany ? "company" : "person"
            guard reading.first(name) == nil else { continue }
            reading.slots.append(text(name, .name, range))
            reading.passed.removeAll { range.contains($0) }
        }
    }

    // MARK: Frames

    private static let filters = [
        "type", "stage", "status", "source", "industry", "country", "priority", "owner", "openness", "late", "risk",
        "idleness", "company", "amount_gt", "amount_lt", "limit", "when", "sort", "order", "best", "by",
    ]
    /// Commands that mean nothing without one of these.
    private static let asked: [CommandType: [String]] = [
        .aggregate: ["measure", "by"], .rank: ["measure", "by"], .showField: ["field"], .updateDeal: ["stage"],
        .scheduleMeeting: ["attendees", "start"], .rescheduleActivity: ["to", "shift"],
        .snoozeTask: ["until", "shift"],
    ]
    /// Slots several names may take.
    private static let repeated: Set<String> = ["attendees"]
    /// Commands that need nothing said with them.
    private static let bare: Set<CommandType> = [
        .showAgenda, .showTasks, .showPipeline, .showForecast, .nextAction, .showRisk, .showStale, .addNote,
    ]
    /// The places of each command that a value, name or word of a table may take wherever it stands, those to be
    /// preferred first.
    private static let frames: [CommandType: [String]] = [
        .listRecords: filters, .countRecords: filters, .filterView: filters, .showStale: filters, .showRisk: filters,
        .aggregate: ["measure", "by", "range", "owner"], .rank: ["measure", "by", "range", "order", "limit"],
        .showPipeline: ["owner", "close"], .showForecast: ["owner", "range"], .showAgenda: ["owner", "when", "day"],
        .showTasks: ["owner", "when"], .findFreeSlot: ["range", "duration"], .sortView: ["sort", "order"],
        .showRecord: ["record"], .showField: ["record", "field"], .showHistory: ["record", "range"],
        .showScore: ["record"], .nextAction: ["record"], .navigate: ["view"],
        .logCall: ["contact", "duration", "when"], .logMeeting: ["contact", "duration", "when"], .addNote: ["record"],
        .callContact: ["contact"], .draftEmail: ["recipient"],
        .scheduleMeeting: ["attendees", "start", "duration"], .rescheduleActivity: ["party", "to", "shift"],
        .cancelActivity: ["party", "from"],
        .createTask: ["assignee", "due", "priority", "related"], .setReminder: ["due"],
        .completeTask: ["task"], .snoozeTask: ["task", "until", "shift"],
        .createLead: ["amount", "email", "phone", "source", "owner"],
        .createContact: ["company", "email", "phone", "title"],
        .updateLead: ["lead", "amount", "email", "phone", "source", "status"],
        .updateContact: ["contact", "value", "title"], .updateCompany: ["company", "industry"],
        .convertLead: ["lead", "amount"], .disqualifyLead: ["lead"],
        .createDeal: ["account", "amount", "close", "stage", "owner"], .updateDeal: ["deal", "stage"],
        .setDealAmount: ["deal", "up", "down", "amount"], .setCloseDate: ["deal", "date", "later", "sooner"],
        .setProbability: ["deal", "percent"], .winDeal: ["deal", "amount"], .loseDeal: ["deal"],
        .reopenDeal: ["deal", "stage"], .assignRecord: ["records", "to_owner"],
        .createTicket: ["customer", "priority"], .updateTicket: ["ticket", "number", "priority", "status"],
        .closeTicket: ["ticket", "number"],
    ]
}
