import HarkCore

/// A reading of a phrase some of whose words mean nothing here: worth a question, never worth doing unasked.
struct Proposal {
    /// The dearest reading proposed: one word without a place and some doubt besides.
    static let limit: Float = 5
    /// A word from this cost on means something.
    private static let weighty: Float = 3

    let action: Action

    /// - Returns: `nil` where too little of the phrase was read, or where a slip would destroy something.
    init?(_ near: Interpretation, spans: PhraseSpans) {
        let reading = near.reading
        let unread = reading.passed.filter { spans.skipCost[$0] >= Proposal.weighty }
        // A record of the tenant's in it tells that the phrase is about the CRM at all.
        guard let word = unread.first, unread.count == 1, !near.draft.links.isEmpty else { return nil }
        guard !reading.isNegated, !Proposal.destructive.contains(reading.intent), near.draft.status != .refused,
            near.draft.missing.isEmpty
        else { return nil }
        let confidence = min(0.49, Ranking.confidence(cost: near.cost, rivals: []))
        var action = near.draft.action(rawText: spans.phrase.raw, confidence: confidence)
        guard action.command != nil else { return nil }
        action.status = .confirm
        action.question = "“\(spans.phrase.text(word..<(word + 1)))” was not understood. Do the rest all the same?"
        self.action = action
    }

    private static let destructive: Set<CommandType> = [
        .delete, .bulkDelete, .bulkUpdate, .erasePerson, .mergeRecords, .assignRecord, .restoreRecord, .confirm,
        .reject, .cancel, .undo, .redo, .choose, .correct, .repeatLast, .repeatFor, .switchTenant, .importRecords,
    ]
}
