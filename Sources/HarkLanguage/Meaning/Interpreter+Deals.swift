import HarkCore

extension Interpreter {
    func createDeal(_ reading: Reading) -> Draft {
        var draft = Draft(.createDeal, "POST /api/deals")
        let order: [RecordKind] = [.company, .customer, .lead, .contact]
        let party = link(
            reading.first("account"), as: "company", order: order, asking: "Who is the deal with?", to: &draft)
        if let party, party.reference.kind == .contact { draft.nameEntity("company", "contact") }
        let said = newName(reading.first("name"))
        draft.entity("name", said.map(JSONValue.string))
        if let party { draft.pay("\(party.reference.kind.rawValue)_id", .integer(party.reference.id)) }
        let name = said ?? party.map { "\($0.name) deal" }
        draft.pay("name", name.map(JSONValue.string))
        let amount = addAmount(reading, to: &draft)
        let stage = value("stage", in: reading, grammar).flatMap(Deal.Stage.init) ?? .new
        if reading.first("stage") != nil { draft.entity("stage", .string(stage.rawValue)) }
        draft.pay("stage", .string(stage.rawValue))
        let close = closeDate(reading, in: &draft)
        let owner = newOwner(reading, in: &draft)
        guard let party, let name else { return draft }
        var deal = NewDeal(name: name, amount: amount, stage: stage, closeDate: close, owner: owner?.id)
        switch party.reference.kind {
        case .company: deal.company = Identifier(party.reference.id)
        case .contact: deal.contact = Identifier(party.reference.id)
        case .lead: deal.lead = Identifier(party.reference.id)
        default: deal.company = companyOfCustomer(party)
        }
        draft.newName = name
        if deal.company == nil, deal.contact == nil, deal.lead == nil {
            draft.miss("company", asking: "Which company is \(party.name)?")
        }
        draft.command = .createDeal(deal)
        return draft
    }

    private func companyOfCustomer(_ customer: NamedRecord) -> Identifier<Company>? {
        context.names.twin(of: NameWords.words(of: customer.name), kind: .company).map { Identifier($0.reference.id) }
    }

    private func closeDate(_ reading: Reading, in draft: inout Draft) -> LocalDate? {
        // "Closing in June" and "closing this month" are promises for the last day.
        guard let date = lastDay("close", in: reading, .future, &draft) else { return nil }
        draft.both("close_date", .string(date.description))
        return date
    }

    /// Asks which of two numbers is the day.
    func askIfTwofold(_ moment: Moment, _ slot: FilledSlot, in draft: inout Draft) {
        guard let other = moment.otherDay else { return }
        draft.miss(
            slot.name,
            asking: "Is \(phrase.text(slot.range)) \(moment.from.date) or \(other)? Say the month by its name.")
    }

    func updateDeal(_ reading: Reading) -> Draft {
        var draft = Draft(.updateDeal, "PUT /api/deals/{id}")
        let stage = value("stage", in: reading, grammar).flatMap(Deal.Stage.init)
        let deal = deal(reading, in: &draft)
        if let stage, !stage.isOpen, isVerdict(reading) { return end(as: stage, deal, draft) }
        draft.both("stage", stage.map { .string($0.rawValue) })
        guard let deal, let stage else { return draft }
        draft.apiCall = "PUT /api/deals/\(deal.reference.id)"
        draft.command = .updateDeal(Identifier(deal.reference.id), stage: stage)
        return draft
    }

    /// Whether "won" and "lost" were said of a deal as such, not as a stage it is moved to.
    private func isVerdict(_ reading: Reading) -> Bool {
        let words = phrase.tokens[reading.range].map(\.text)
        let moves: Set<String> = ["stage", "status", "move", "update", "change", "phase"]
        // "Closed won" is the stage's name, unless it is told as what happened.
        let isTold = !words.contains("closed") || words.contains { ["is", "was", "been"].contains($0) }
        return isTold && !words.contains(where: moves.contains)
    }

    private func end(as stage: Deal.Stage, _ deal: NamedRecord?, _ base: Draft) -> Draft {
        var draft = base
        draft.commandType = stage == .won ? .winDeal : .loseDeal
        guard let deal else { return draft }
        draft.apiCall = "POST /api/deals/\(deal.reference.id)/\(stage == .won ? "win" : "lose")"
        let change: DealChange = stage == .won ? .win(amount: nil, on: nil) : .lose(reason: nil, competitor: nil)
        draft.command = .changeDeal(Identifier(deal.reference.id), change)
        return draft
    }

    /// The deal said, else the one selected.
    func deal(_ reading: Reading, in draft: inout Draft) -> NamedRecord? {
        if reading.first("deal") == nil, linker.preferred.isEmpty, let here = dealAtHand {
            draft.links.append(Action.Link(entity: "deal", record: here, match: 1))
            draft.entity("deal", .string(here.name))
            draft.subject = here
            return here
        }
        let deal = link(reading.first("deal"), as: "deal", order: [.deal], asking: "Which deal?", to: &draft)
        if draft.assumed == deal, reading.first("deal") == nil { draft.doubt += doubtOfUnnamedDeal(reading) }
        if deal == nil, draft.choices.isEmpty {
            draft.choices = Array(context.listed.filter { $0.reference.kind == .deal }.prefix(5))
            draft.doubt += doubtOfUnnamedDeal(reading)
            if !draft.choices.isEmpty { draft.question = "Which deal: \(Interpreter.listed(draft.choices))?" }
        }
        draft.subject = deal
        return deal
    }

    /// "I lost my phone" is no sale.
    private func doubtOfUnnamedDeal(_ reading: Reading) -> Float {
        let nouns: Set<String> = ["deal", "deals", "opportunity", "status", "stage"]
        if phrase.tokens[reading.range].contains(where: { nouns.contains($0.text) }) { return 0 }
        let saysWhat = ["stage", "amount", "percent"].contains { reading.first($0)?.isOpen == false }
        return saysWhat && reading.first("deal")?.isOpen != true ? 0.6 : 1.5
    }

    /// The deal that the same sentence is about, else the selected one.
    private var dealAtHand: NamedRecord? {
        if let earlier = linker.antecedent {
            if earlier.reference.kind == .deal { return earlier }
            return context.selected.flatMap { $0.reference.kind == .deal && linker.isNear($0, to: earlier) ? $0 : nil }
        }
        return context.selected.flatMap { $0.reference.kind == .deal ? $0 : nil }
    }
}
