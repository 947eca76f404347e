import HarkCore
import HarkStore

extension Session {
    func creatingDeal(_ new: NewDeal) throws(ServiceError) -> Step {
        try require(.write, .deals)
        guard !new.name.isEmpty else { throw .needsAnswer("What is the deal called, or with which company is it?") }
        return Step(title: "Added deal \(new.name)") { writing in
            let id = try writing.insert(
                Deal(
                    name: new.name, company: new.company, contact: new.contact, lead: new.lead,
                    owner: new.owner ?? user.id, amount: new.amount, stage: new.stage, closeDate: new.closeDate,
                    createdAt: now))
            let reference = RecordReference(.deal, id.rawValue)
            let amount = new.amount.map { " for \($0.text)" } ?? ""
            return Reply(
                "Added deal \(new.name)\(amount).", focus: reference,
                records: [NamedRecord(reference, name: new.name)], changed: true)
        }
    }

    func movingDeal(_ id: Identifier<Deal>, to stage: Deal.Stage) throws(ServiceError) -> Step {
        let deal = try writable(id)
        guard deal.stage != stage else {
            let text = "\(deal.name) is in stage \(stage.rawValue) already."
            return Step(title: text) { _ in Reply(text, focus: RecordReference(.deal, id.rawValue)) }
        }
        return Step(title: "Moved \(deal.name) from \(deal.stage.rawValue) to \(stage.rawValue)") { writing in
            try move(id, to: stage, in: writing) { if !stage.isOpen { $0.closeDate = now.date } }
            return Reply(
                "\(deal.name) is now in stage \(stage.rawValue).", focus: RecordReference(.deal, id.rawValue),
                changed: true)
        }
    }

    /// Amount, day, chance and end of a sale.
    func changingDeal(_ id: Identifier<Deal>, _ change: DealChange) throws(ServiceError) -> Step {
        let deal = try writable(id)
        switch change {
        case .amount(let amount):
            let money = try self.amount(amount, of: deal)
            return step(deal, "amount is now \(money.text)") { $0.amount = money }
        case .closeDate(let date): return step(deal, "close date is now \(date)") { $0.closeDate = date }
        case .closeDateShift(let shift):
            guard let old = deal.closeDate else {
                throw .needsAnswer("\(deal.name) has no close date. On which day does it close?")
            }
            let date = shift.applied(to: old)
            return step(deal, "close date is now \(date) (was \(old))") { $0.closeDate = date }
        case .probability(let percent):
            guard (0...100).contains(percent) else { throw .badInput("A chance is from 0 to 100 percent.") }
            let said = JSONValue.number(percent).compact
            return step(deal, "probability is now \(said)%") { $0.probability = percent }
        case .win(let amount, let date):
            guard deal.stage != .won else { throw .badInput("\(deal.name) is won already.") }
            let money = try amount.map { change throws(ServiceError) in try self.amount(change, of: deal) }
            let day = date ?? now.date
            return step(deal, "won\((money ?? deal.amount).map { ", \($0.text)" } ?? "")", to: .won) {
                ($0.amount, $0.closeDate) = (money ?? $0.amount, day)
            }
        case .lose(let reason, let competitor):
            guard deal.stage != .lost else { throw .badInput("\(deal.name) is lost already.") }
            let why = (competitor.map { " to \($0)" } ?? "") + (reason.map { ": \($0)" } ?? "")
            return step(deal, "lost\(why)", to: .lost) {
                ($0.closeDate, $0.lostReason, $0.competitor) = (now.date, reason, competitor)
            }
        case .reopen(let stage):
            guard !deal.stage.isOpen else { throw .badInput("\(deal.name) is open, in stage \(deal.stage.rawValue).") }
            let next = if let stage { stage } else { try lastOpenStage(of: id) }
            guard next.isOpen else { throw .badInput("\(next.rawValue) is no open stage.") }
            return step(deal, "open again in stage \(next.rawValue)", to: next) {
                ($0.closeDate, $0.lostReason, $0.competitor) = (nil, nil, nil)
            }
        }
    }

    private func writable(_ id: Identifier<Deal>) throws(ServiceError) -> Deal {
        let deal = try read { try $0.deal(id) }
        try require(.write, .deals, ownedBy: deal.owner)
        return deal
    }

    private func amount(_ change: AmountChange, of deal: Deal) throws(ServiceError) -> Money {
        if let money = change.applied(to: deal.amount, default: tenant.settings.currency) { return money }
        let old = deal.amount?.text ?? "no amount"
        throw .badInput("\(deal.name) has \(old), which cannot be changed so. Give the new amount.")
    }

    private func step(
        _ deal: Deal, _ what: String, to stage: Deal.Stage? = nil, change: @escaping (inout Deal) -> Void
    ) -> Step {
        Step(title: "\(deal.name): \(what)") { writing in
            try move(deal.id, to: stage ?? deal.stage, in: writing, change: change)
            return Reply(
                "\(deal.name): \(what).", focus: RecordReference(.deal, deal.id.rawValue),
                records: [NamedRecord(RecordReference(.deal, deal.id.rawValue), name: deal.name)], changed: true)
        }
    }

    /// Changes a deal, and with its stage what becomes of its lead.
    func move(
        _ id: Identifier<Deal>, to stage: Deal.Stage, in writing: Writing, change: (inout Deal) -> Void
    ) throws {
        var deal = try writing.reading.deal(id)
        let before = deal.stage
        deal.stage = stage
        change(&deal)
        try writing.update(deal)
        if before != stage, let lead = deal.lead { try close(lead, with: stage, in: writing) }
    }

    /// The stage a deal was in before it was closed, as its events tell.
    private func lastOpenStage(of id: Identifier<Deal>) throws(ServiceError) -> Deal.Stage {
        let events = try read { try $0.detail(of: RecordReference(.deal, id.rawValue)).events }
        return events.reversed().lazy.compactMap { $0.note.flatMap(Deal.Stage.init) }.first(where: \.isOpen)
            ?? .qualified
    }

    /// A lead shares the fate of its deal: it is converted by a won one, open again with an open one.
    private func close(_ id: Identifier<Lead>, with stage: Deal.Stage, in writing: Writing) throws {
        var lead = try writing.reading.lead(id)
        switch stage {
        case .won: (lead.status, lead.converted, lead.closedAt) = (.converted, true, now)
        case .lost: (lead.status, lead.converted, lead.closedAt) = (.disqualified, false, now)
        case .new, .qualified, .proposal, .negotiation:
            (lead.status, lead.converted, lead.closedAt) = (.qualified, nil, nil)
        }
        try writing.update(lead)
        let reference = RecordReference(.lead, id.rawValue)
        let kind: Event.Kind = stage == .won ? .won : stage == .lost ? .lost : .stageChanged
        _ = try writing.insert(Event(subject: reference, kind: kind, at: now, note: stage.rawValue))
        if stage.isOpen {
            _ = try rescore(reference, in: writing)
        } else {
            try keepStages(of: id, in: writing)
        }
    }
}
