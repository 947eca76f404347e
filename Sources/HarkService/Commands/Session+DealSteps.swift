import HarkCore
import HarkStore

extension Session {
    func creatingDeal(_ new: NewDeal) throws(ServiceError) -> Step {
        try require(.write, .deals)
        guard !new.name.isEmpty else { throw .needsAnswer("What is the deal called, or with which company is it?") }
        return Step(title: "Added deal \(new.name)") { writing in
            let id = try writing.insert(
                Deal(
                    name: new.name, company: new.company, contact: new.contact, lead: new.lead, owner: user.id,
                    amount: new.amount, stage: new.stage, closeDate: new.closeDate, createdAt: now))
            let reference = RecordReference(.deal, id.rawValue)
            let amount = new.amount.map { " for \($0.text)" } ?? ""
            return Reply(
                "Added deal \(new.name)\(amount).", focus: reference,
                records: [NamedRecord(reference, name: new.name)], changed: true)
        }
    }

    func movingDeal(_ id: Identifier<Deal>, to stage: Deal.Stage) throws(ServiceError) -> Step {
        let deal = try read { try $0.deal(id) }
        try require(.write, .deals, ownedBy: deal.owner)
        guard deal.stage != stage else { throw .badInput("\(deal.name) is in stage \(stage.rawValue) already.") }
        return Step(title: "Moved \(deal.name) from \(deal.stage.rawValue) to \(stage.rawValue)") { writing in
            var moved = try writing.reading.deal(id)
            moved.stage = stage
            if !stage.isOpen { moved.closeDate = now.date }
            try writing.update(moved)
            if let lead = moved.lead { try close(lead, with: stage, in: writing) }
            let reference = RecordReference(.deal, id.rawValue)
            return Reply("\(deal.name) is now in stage \(stage.rawValue).", focus: reference, changed: true)
        }
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
        if stage.isOpen { _ = try rescore(reference, in: writing) }
    }
}
