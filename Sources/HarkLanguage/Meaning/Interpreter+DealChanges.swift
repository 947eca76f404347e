import HarkCore

extension Interpreter {
    /// Amount, day, chance and end of a sale.
    func changeDeal(_ reading: Reading) -> Draft {
        if reading.intent == .reopenDeal, let ticket = ticketPointedAt(by: reading.first("deal")) {
            return reopening(ticket)
        }
        var draft = Draft(reading.intent, "PATCH /api/deals/{id}")
        let deal = deal(reading, in: &draft)
        if deal == nil, draft.choices.isEmpty, let lead = leadValued(by: reading) { return lead }
        // "The deal with X is 20k" of a company without a deal tells of a new one.
        if deal == nil, draft.choices.isEmpty, reading.intent == .setDealAmount, isNamedByParty(reading) {
            draft.doubt += 2.5
        }
        guard let change = dealChange(reading, of: deal, in: &draft), let deal else { return draft }
        // "Initech signed, mark the Initech rollout won" names it twice.
        if reading.all("deal").allSatisfy({ isSame($0, as: deal) }) { draft.used.insert("deal") }
        draft.apiCall = draft.apiCall.replacing("{id}", with: String(deal.reference.id))
        draft.command = .changeDeal(Identifier(deal.reference.id), change)
        return draft
    }

    /// "The value is 15,000" of a lead that has no deal.
    private func leadValued(by reading: Reading) -> Draft? {
        let isSaid = reading.first("deal").map { finder.reference(at: $0.range.lowerBound)?.end != $0.range.upperBound }
        guard reading.intent == .setDealAmount, reading.first("amount") != nil, isSaid != true,
            case .one(let lead, let match) = linker.atHand([.lead])
        else { return nil }
        var draft = Draft(.updateLead, "PATCH /api/leads/\(lead.reference.id)")
        _ = accept(lead, match: match, as: "lead", in: &draft)
        draft.command = leadChange(reading, in: &draft).map { .update(lead.reference, $0) }
        return draft
    }

    private func isNamedByParty(_ reading: Reading) -> Bool {
        guard let slot = reading.first("deal"), slot.range.lowerBound > reading.range.lowerBound else { return false }
        return ["with", "for", "from"].contains(phrase.tokens[slot.range.lowerBound - 1].text)
    }

    private func isSame(_ slot: FilledSlot, as deal: NamedRecord) -> Bool {
        if case .one(deal, _) = linker.resolve(slot, order: [.deal]) { true } else { false }
    }

    private func dealChange(_ reading: Reading, of deal: NamedRecord?, in draft: inout Draft) -> DealChange? {
        switch reading.intent {
        case .setDealAmount: amountSet(reading, of: deal, in: &draft).map(DealChange.amount)
        case .setCloseDate: closeDateSet(reading, in: &draft)
        case .setProbability: probability(reading, in: &draft).map(DealChange.probability)
        case .winDeal: won(reading, in: &draft)
        case .loseDeal: lost(reading, in: &draft)
        default: reopened(reading, in: &draft)
        }
    }

    private func amountSet(_ reading: Reading, of deal: NamedRecord?, in draft: inout Draft) -> AmountChange? {
        let name = deal?.name ?? "the deal"
        if let amount = money("amount", in: reading) {
            // "Move it to one" is a time.
            let verb = phrase.tokens[reading.range.lowerBound].text
            if amount.currency == nil, amount.value < 25, ["move", "shift", "push", "bump"].contains(verb) {
                draft.doubt += 1.5
            }
            draft.both("amount", .number(amount.value))
            draft.both("currency", amount.currency.map(JSONValue.string))
            let said = amount.money(default: context.settings.currency)?.text ?? ""
            draft.warning = "Set the amount of \(name) to \(said)?"
            return AmountChange(.whole, amount.value, currency: amount.currency)
        }
        for (slot, sign) in [("up", 1.0), ("down", -1.0)] {
            let verb = sign > 0 ? "Raise" : "Lower"
            if let percent = percent(slot, in: reading) {
                draft.both("percent_delta", .number(sign * percent))
                draft.warning = "\(verb) the amount of \(name) by \(JSONValue.number(percent).compact)%?"
                return AmountChange(.percent, sign * percent)
            }
            if let amount = money(slot, in: reading) {
                draft.both("amount_delta", .number(sign * amount.value))
                draft.both("currency", amount.currency.map(JSONValue.string))
                let said = amount.money(default: context.settings.currency)?.text ?? ""
                draft.warning = "\(verb) the amount of \(name) by \(said)?"
                return AmountChange(.delta, sign * amount.value, currency: amount.currency)
            }
        }
        draft.miss("amount", asking: "What is the new amount?")
        return nil
    }

    private func closeDateSet(_ reading: Reading, in draft: inout Draft) -> DealChange? {
        if let date = lastDay("date", in: reading, .future, &draft) {
            draft.entity("date", .string(date.description))
            draft.pay("close_date", .string(date.description))
            return .closeDate(date)
        }
        for (slot, sign) in [("later", 1), ("sooner", -1)] {
            guard let span = reading.first(slot).flatMap({ finder.span(at: $0.range.lowerBound)?.value }),
                let shift = DateShift(span, sign)
            else { continue }
            draft.both("date_delta", .string(shift.text))
            return .closeDateShift(shift)
        }
        draft.miss("date", asking: "On which day does it close?")
        return nil
    }

    private func probability(_ reading: Reading, in draft: inout Draft) -> Double? {
        guard let percent = percent("percent", in: reading) else {
            draft.miss("percent", asking: "How likely is it, in percent?")
            return nil
        }
        draft.entity("percent", .number(percent))
        draft.pay("probability", .number(percent))
        guard (0...100).contains(percent) else {
            draft.miss("percent", asking: "A chance is from 0 to 100 percent. Which is it?")
            return nil
        }
        return percent
    }

    private func won(_ reading: Reading, in draft: inout Draft) -> DealChange? {
        draft.apiCall = "POST /api/deals/{id}/win"
        let amount = money("amount", in: reading)
        draft.both("amount", amount.map { .number($0.value) })
        draft.both("currency", amount?.currency.map(JSONValue.string))
        let date = lastDay("date", in: reading, .past, &draft)
        draft.both("date", date.map { .string($0.description) })
        if let date, date > context.now.date {
            draft.miss("date", asking: "\(date) is still to come. When was it won?")
        }
        // "It will be signed on Friday" is a hope; a deal said in answer to a question lies behind the reading.
        let hopes: Set<String> = ["will", "should", "would", "going", "must"]
        if let deal = reading.first("deal"),
            phrase.tokens[reading.range].dropFirst(deal.range.upperBound - reading.range.lowerBound)
                .contains(where: { hopes.contains($0.text) })
        {
            draft.doubt += 3
        }
        let change = amount.map { AmountChange(.whole, $0.value, currency: $0.currency) }
        return .win(amount: change, on: date)
    }

    /// Adverbs that say something did not happen, or not yet.
    private static let hedges: Set<String> = [
        "almost", "nearly", "probably", "maybe", "perhaps", "hardly", "just", "finally", "soon", "possibly",
    ]

    private func lost(_ reading: Reading, in draft: inout Draft) -> DealChange? {
        draft.apiCall = "POST /api/deals/{id}/lose"
        var reason = reason(in: reading)
        if let said = reason, isEcho(said, of: reading.first("deal")) { reason = nil }
        var competitor = newName(reading.first("competitor"))
        if competitor == nil, let said = reason, said.lowercased().hasPrefix("competitor ") {
            (competitor, reason) = (NameWords.capitalised(String(said.dropFirst("competitor ".count))), nil)
        }
        // "Almost won" is nobody's name.
        // Who "picked up" went with nobody called Up.
        if let name = competitor, SmallWords.all.contains(name.lowercased()) { draft.doubt += 4 }
        if let name = competitor, Interpreter.hedges.contains(name.lowercased()) { draft.doubt += 4 }
        if let rival = reading.first("competitor"), let deal = reading.first("deal"), !stands(rival, before: deal) {
            draft.doubt += 3
        }
        draft.both("reason", reason.map(JSONValue.string))
        draft.both("competitor", competitor.map(JSONValue.string))
        return .lose(reason: reason, competitor: competitor)
    }

    /// Whether a reason only says once more that the deal is lost: "it's lost", "mark it as lost".
    private func isEcho(_ reason: String, of deal: FilledSlot?) -> Bool {
        let words = Tokenizer.tokenize(reason).tokens.filter { $0.kind == .word }.map(\.text)
        let name = deal.map { phrase.tokens[$0.range].map(\.text) } ?? []
        let known: Set<String> = [
            "mark", "set", "close", "flag", "move", "put", "it", "is", "the", "that", "as", "to", "so", "please",
            "deal",
            "and", "closed", "lost", "we",
        ]
        return words.contains("lost") && words.allSatisfy { known.contains($0) || name.contains($0) }
    }

    /// Whether a rival named before the deal is said to have taken it, as in "Zendrive won the rollout"; "yes, we won
    /// it" and "mark as won" are nobody else's success.
    private func stands(_ rival: FilledSlot, before deal: FilledSlot) -> Bool {
        guard rival.range.upperBound <= deal.range.lowerBound else { return true }
        let verbs: Set<String> = [
            "won", "got", "took", "beat", "snatched", "outbid", "stole", "has", "landed", "undercut",
        ]
        return verbs.contains(phrase.tokens[rival.range.upperBound].text)
    }

    private func reopened(_ reading: Reading, in draft: inout Draft) -> DealChange? {
        draft.apiCall = "POST /api/deals/{id}/reopen"
        let stage = value("stage", in: reading, grammar).flatMap(Deal.Stage.init)
        draft.both("stage", stage.map { .string($0.rawValue) })
        if let stage, !stage.isOpen { draft.miss("stage", asking: "\(stage.rawValue) is no open stage. Which one?") }
        return .reopen(stage)
    }

    /// The day said; of a longer time, such as "in June", its last.
    func lastDay(
        _ name: String, in reading: Reading, _ direction: TimeResolver.Direction, _ draft: inout Draft
    ) -> LocalDate? {
        guard let slot = reading.first(name), let moment = moment(name, in: reading, direction) else { return nil }
        askIfTwofold(moment, slot, in: &draft)
        let isRange = moment.grain != .day && !moment.hasClock
        // "Mid December" is its middle.
        if ["mid", "middle"].contains(phrase.tokens[slot.range.lowerBound].text),
            (10...16).contains(moment.from.date.day)
        {
            return LocalDate(year: moment.from.date.year, month: moment.from.date.month, day: 15)
        }
        return isRange ? moment.until?.adding(seconds: -1).date ?? moment.from.date : moment.from.date
    }

    /// A percentage, said as such.
    func percent(_ name: String, in reading: Reading) -> Double? {
        guard let slot = reading.first(name), slot.type == .percent || slot.type == .number else { return nil }
        return finder.percent(at: slot.range.lowerBound)?.value ?? finder.number(at: slot.range.lowerBound)?.value.value
    }
}

extension DateShift {
    /// So many whole days or months, later or, with a negative sign, sooner; `nil` for hours and minutes.
    init?(_ span: ValueFinder.Span, _ sign: Int) {
        switch span.unit {
        case .minute, .hour: return nil
        case .day: self.init(days: sign * span.size)
        case .week: self.init(days: sign * span.size * 7)
        case .month: self.init(months: sign * span.size)
        case .quarter: self.init(months: sign * span.size * 3)
        case .year: self.init(months: sign * span.size * 12)
        }
    }
}
