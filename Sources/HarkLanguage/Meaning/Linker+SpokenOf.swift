import HarkCore

/// Records meant because they, or what they belong to, are spoken of.
extension Linker {
    /// The record of the likeliest kind that belongs to another; of a deal's contact and lead, "her" is the contact.
    func belonging(to record: NamedRecord, _ kinds: [RecordKind]) -> Resolution? {
        // A ticket has no name of its own; "them" is its customer.
        if record.reference.kind == .ticket {
            let owners = context.names.records.compactMap { $0 }.filter { $0.name == record.parent }
            return kinds.lazy.compactMap { kind in owners.first { $0.reference.kind == kind } }.first
                .map { .one($0, match: 0.95) }
        }
        let belonging = unique(open(context.names.records(ofKinds: KindSet(kinds), near: record.reference)))
        for kind in kinds {
            let same = belonging.filter { $0.reference.kind == kind }
            if same.count == 1 { return .one(same[0], match: 0.95) }
            if !same.isEmpty { return .dangling(same) }
        }
        return nil
    }

    /// The last record the conversation was about that fits, or the only one that belongs to it.
    func recalled(_ kinds: [RecordKind]) -> Resolution {
        // "Him" is nobody known while somebody new is being made.
        guard context.newcomer == nil, !followsNewcomer else { return .dangling([]) }
        for about in context.mentioned {
            if kinds.contains(about.reference.kind) { return .recalled(about) }
            if case .one(let theirs, _)? = belonging(to: about, kinds) { return .recalled(theirs) }
        }
        return .dangling([])
    }

    /// Whether two records belong together: a person and a deal of one company, a ticket and its customer.
    func isNear(_ record: NamedRecord, to other: NamedRecord) -> Bool {
        record.parent == other.name || other.parent == record.name
            || !record.parent.isEmpty && record.parent == other.parent
            || context.names.records(ofKinds: KindSet(record.reference.kind), near: other.reference)
                .contains { $0.reference == record.reference }
    }

    /// The only record spoken of, or of what is spoken of, whose name has all the words said, where they are nobody's
    /// whole name: "the Palisade deal" after a call with somebody at Palisade Alpine.
    func spokenOf(calledIn range: Range<Int>, _ mention: Mention?, _ order: [RecordKind]) -> NamedRecord? {
        guard mention?.match ?? 0 < 1 else { return nil }
        let words = phraseWords(range).filter { !SmallWords.all.contains($0) && !isNoun($0, of: order) }
        guard !words.isEmpty else { return nil }
        // What is spoken of now comes before what was, the latest first.
        return ([here] + context.mentioned.map { [$0.reference] }).lazy
            .compactMap { record(called: Set(words), near: $0, order) }.first
    }

    /// The only one of records, or of what belongs to them, whose name has all the words.
    private func record(
        called words: Set<String>, near records: [RecordReference], _ order: [RecordKind]
    ) -> NamedRecord? {
        let around = records.flatMap { about in
            [context.names.record(about)].compactMap { $0 }
                + open(context.names.records(ofKinds: KindSet(order), near: about))
        }
        let called = unique(around).filter { record in
            order.contains(record.reference.kind) && words.isSubset(of: NameWords.words(of: record.name))
        }
        // A lead and the company it is of have one name.
        guard let first = called.first, called.allSatisfy({ $0.name == first.name }) else { return nil }
        return order.lazy.compactMap { kind in called.first { $0.reference.kind == kind } }.first
    }

    func phraseWords(_ range: Range<Int>) -> [String] {
        spans.phrase.tokens[range].filter { $0.kind != .mark }.map(\.text)
    }

    /// The records spoken of, the nearest first.
    var here: [RecordReference] {
        let named = context.last?.links.map(\.record) ?? []
        return ([antecedent, context.selected].compactMap { $0 } + named).map(\.reference)
    }

    /// Of records of the same name the one that is spoken of, or the only one that belongs to what is.
    func spokenOf(among same: [NamedRecord]) -> NamedRecord? {
        let spoken = here + context.mentioned.map(\.reference)
        if let one = spoken.lazy.compactMap({ about in same.first { $0.reference == about } }).first { return one }
        for about in spoken {
            let kinds = same.reduce(into: KindSet()) { $0.formUnion(KindSet($1.reference.kind)) }
            let near = context.names.records(ofKinds: kinds, near: about).map(\.reference)
            let theirs = same.filter { near.contains($0.reference) }
            if theirs.count == 1 { return theirs[0] }
        }
        return nil
    }

    /// Of deals those that are not won or lost, where there are any; all of them where one is to be taken up again.
    func open(_ records: [NamedRecord]) -> [NamedRecord] {
        let tokens = spans.phrase.tokens
        let isReopened = tokens.indices.contains { index in
            if Linker.reopening.contains(tokens[index].text) { return true }
            // "The lost Contoso deal" is one; "Contoso is lost" is about one that is open.
            let isEnded = ["won", "lost"].contains(tokens[index].text)
            return isEnded && index > 0 && ["the", "my", "our", "a", "that"].contains(tokens[index - 1].text)
        }
        guard records.count > 1, !isReopened else { return records }
        let open = records.filter { $0.reference.kind != .deal || !["won", "lost"].contains($0.detail) }
        return open.isEmpty ? records : open
    }

    private static let reopening: Set<String> = [
        "reopen", "reactivate", "revive", "resurrect", "again", "back",
    ]
}
