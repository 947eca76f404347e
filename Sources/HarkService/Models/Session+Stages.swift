public import HarkCore
public import HarkLifecycle
import HarkStore

extension Session {
    /// How leads or customers pass through their stages.
    public func stageSurvey(of kind: RecordKind) throws(ServiceError) -> StageSurvey {
        try require(.read, kind.subject)
        return try read { reading in
            var ended: [RecordReference: LocalDateTime] = [:]
            if kind == .lead {
                try reading.eachLead { lead in
                    guard lead.converted == false || lead.status == .disqualified else { return }
                    ended[RecordReference(.lead, lead.id.rawValue)] = lead.closedAt ?? now
                }
            }
            return StageSurvey(try reading.stageEntries(of: kind), kind: kind, ended: ended, now: now)
        }
    }

    /// The stages one record has entered, as they were decided, the oldest first.
    public func stageEntries(of reference: RecordReference) throws(ServiceError) -> [StageEntry] {
        try require(.read, reference.kind.subject)
        return try read { try $0.stageEntries(of: reference) }
    }

    /// Sets a lead's or customer's stage by hand; undo takes it back.
    ///
    /// A customer's stage holds for a while against the rule it overruled, see ``StageCutoffs/handDays``.
    /// - Parameter reason: Why; needed for going back.
    /// - Throws: ``ServiceError/refused(_:)``, ``ServiceError/needsAnswer(_:)`` for going back without a reason,
    ///   ``ServiceError/badInput(_:)`` for a stage the record cannot be in.
    public func setStage(
        of reference: RecordReference, to stage: LifecycleStage, because reason: String?
    ) throws(ServiceError) -> Reply {
        let title = try detail(of: reference).title
        try require(.write, reference.kind.subject, ownedBy: try read { try $0.owner(of: reference) })
        let possible = LifecycleStage.allCases.filter {
            reference.kind == .lead ? $0.isBeforePurchase : reference.kind == .customer && !$0.isBeforePurchase
        }
        guard possible.contains(stage) else {
            let names = possible.map(\.rawValue).joined(separator: ", ")
            throw .badInput(
                names.isEmpty
                    ? "\(title) has no stage." : "\(title) is a \(reference.kind.rawValue): say one of \(names).")
        }
        let entries = try stageEntries(of: reference)
        guard let before = entries.last?.to else {
            throw .notFound("\(title) has no stage yet: 'hark score' looks at every record.")
        }
        guard before != stage else { throw .badInput("\(title) is \(stage.rawValue) already.") }
        guard possible.contains(before) else { throw .badInput("\(title) was won: its stages are its customer's now.") }
        let why = (reason ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !why.isEmpty || !stage.isBack(from: before) else {
            throw .needsAnswer(
                "From \(before.rawValue) to \(stage.rawValue) is going back: say why with --because \"…\".")
        }
        let text = "\(title): \(before.rawValue) to \(stage.rawValue)" + (why.isEmpty ? "" : ", \(why)")
        let moment = now
        try write(request(reference.kind == .lead ? .updateLead : nil, title: text)) { writing in
            let entry = StageEntry(
                reference, from: before, to: stage, rule: StageRule.setByHand.rawValue,
                evidence: "set by hand", reason: why.isEmpty ? nil : why, at: moment)
            try writing.keep([entry])
            if let kind: Event.Kind = stage == .churned ? .churned : before == .churned ? .wonBack : nil {
                _ = try writing.insert(Event(subject: reference, kind: kind, at: moment, note: why.isEmpty ? nil : why))
            }
            let note = StageByHand.note(from: before, to: stage, because: why)
            _ = try writing.insert(Event(subject: reference, kind: .stageChanged, at: moment, note: note))
            try change(reference, from: before, to: stage, in: writing)
            _ = try rescore(reference, in: writing)
            writing.remark(AuditRemark(action: "SET_STAGE", object: reference))
        }
        return Reply("\(text).", focus: reference, records: [NamedRecord(reference, name: title)], changed: true)
    }

    /// Brings the record itself into line with a stage set by hand.
    private func change(
        _ reference: RecordReference, from before: LifecycleStage, to stage: LifecycleStage, in writing: Writing
    ) throws {
        let reading = writing.reading
        if reference.kind == .lead {
            var lead = try reading.lead(Identifier(reference.id))
            if let deal = try reading.deals(of: lead.id).last(where: \.stage.isOpen) {
                let step: Deal.Stage = stage == .lead ? .new : stage == .qualified ? .qualified : .proposal
                if deal.stage != step { try move(deal.id, to: step, in: writing) { _ in } }
                lead = try reading.lead(lead.id)
            }
            lead.status = stage == .lead ? .contacted : .qualified
            try writing.update(lead)
        } else if (stage == .churned) != (before == .churned) {
            var customer = try reading.customer(Identifier(reference.id))
            customer.churned = stage == .churned
            customer.churnedAt = stage == .churned ? now.date : nil
            try writing.update(customer)
        }
    }

    /// Draws lines between stages anew; every record is looked at again.
    ///
    /// - Parameter values: By the names of ``StageCutoffs/lines``; `nil` for Hark's own.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to train, ``ServiceError/badInput(_:)`` for an unknown name
    ///   or a value out of range.
    public mutating func setStageLines(_ values: [String: Double?]) throws(ServiceError) {
        try require(.run, .training)
        var changed = tenant
        for (name, value) in values {
            guard let line = StageCutoffs.lines.first(where: { $0.name == name }) else {
                let known = StageCutoffs.lines.map(\.name).joined(separator: ", ")
                throw .badInput("There is no line '\(name)' between stages. There are: \(known).")
            }
            if let value, !line.range.contains(value) {
                let range = [line.range.lowerBound, line.range.upperBound].map { JSONValue.number($0).compact }
                throw .badInput("\(name) lies between \(range[0]) and \(range[1]).")
            }
            changed.settings.stageCutoffs[name] = value
        }
        let chosen = changed
        try translated { try store.platform.update(chosen, by: user.id, at: now) }
        tenant = chosen
        _ = try scoreAll()
    }
}
