public import HarkCore

extension StageHistory {
    /// The entries to add to those kept of a record, so that they end where the record is now. What was decided before
    /// stays as it was decided then, whatever has become known since.
    ///
    /// - Parameter last: The entry kept last; `nil` for none.
    public func entries(of record: RecordReference, after last: StageEntry?, now: LocalDateTime) -> [StageEntry] {
        // A lead that was won has become a customer, whose stages are its own.
        let isPast = { (change: Change) in record.kind == .lead && !(change.previous?.isBeforePurchase ?? true) }
        let known = changes.prefix { !isPast($0) }
        var stage = last?.to
        var entries: [StageEntry] = []
        for change in known
        where change.at > last?.at ?? LocalDateTime(secondsSinceEpoch: .min) && change.stage != stage {
            entries.append(StageEntry(change, record, from: stage, at: min(change.at, now)))
            stage = change.stage
        }
        if let current = known.last, current.stage != stage {
            entries.append(StageEntry(current, record, from: stage, at: now))
        }
        return entries
    }
}

extension StageEntry {
    /// The change, its rule and what that rested on, such as
    /// `active → at-risk: health below 40 (health 34, 2 tickets open)`.
    ///
    /// - Parameter arrow: Stands between before and after.
    public func words(_ cutoffs: StageCutoffs, arrow: String = "→") -> String {
        let before = from.map { "\($0.rawValue) \(arrow) " } ?? ""
        let why = [rule == StageRule.setByHand.rawValue ? nil : evidence, reason, by].compactMap(\.self)
        let basis = why.isEmpty ? evidence : why.joined(separator: ", ")
        return "\(before)\(to.rawValue): \(StageRule(rawValue: rule)?.sentence(cutoffs) ?? rule) (\(basis))"
    }

    fileprivate init(
        _ change: StageHistory.Change, _ record: RecordReference, from: LifecycleStage?, at moment: LocalDateTime
    ) {
        self.init(
            record, from: from, to: change.stage, rule: change.rule.rawValue, evidence: change.evidence, at: moment)
    }
}
