import HarkCore

/// Finds the record behind the words of a slot.
struct Linker {
    let spans: PhraseSpans
    let context: ReadingContext
    /// The records chosen in answer to questions; they win wherever they fit.
    var preferred: [NamedRecord]
    /// What an earlier clause of the same sentence was about.
    var antecedent: NamedRecord?
    /// Whether an earlier clause makes somebody new, whom "him" then means and nobody known.
    var followsNewcomer = false
    /// The records named in what was told beside the command, by place, and its words.
    var told: (places: [Int32], words: [String]) = ([], [])
    /// The look-ups by sound made so far.
    let heard: HeardNames

    /// What came of a look-up.
    enum Resolution: Hashable {
        case one(NamedRecord, match: Double)
        /// What the conversation was about some time ago: only to be asked about.
        case recalled(NamedRecord)
        /// Several records fit as well as each other, or none fits well.
        case several([NamedRecord], said: String)
        case none(said: String)
        /// A word such as "her" with nothing it could mean.
        case dangling([NamedRecord])
    }

    /// The record of a slot.
    ///
    /// - Parameter order: The kinds that will do, the likeliest first; of records that fit equally the first kind wins.
    func resolve(_ slot: FilledSlot, order: [RecordKind]) -> Resolution {
        let found = resolved(slot, order: order)
        // A customer comes before the lead it once was.
        guard case .one(let lead, let match) = found, lead.reference.kind == .lead, order.contains(.customer),
            lead.reference != context.selected?.reference, !preferred.contains(lead),
            spans.finder.reference(at: slot.range.lowerBound)?.end != slot.range.upperBound,
            let customer = context.names.twin(of: NameWords.words(of: lead.name), kind: .customer)
        else { return found }
        return .one(customer, match: match)
    }

    private func resolved(_ slot: FilledSlot, order: [RecordKind]) -> Resolution {
        let said = spans.phrase.text(slot.range)
        if slot.isOpen { return resolveOpen(slot.range, said, order) }
        var mention = spans.mentions[slot.range.lowerBound].first { $0.end == slot.range.upperBound }
        // "Her" is a pronoun, though the task "Try her again" has the word.
        let pointer = spans.finder.reference(at: slot.range.lowerBound)
        if let pointer, pointer.value.isVague, pointer.end == slot.range.upperBound, mention?.match ?? 0 < 1 {
            mention = nil
        }
        if let here = spokenOf(calledIn: slot.range, mention, order) { return .one(here, match: 0.97) }
        if let mention {
            let resolution = choose(mention.candidates, order, said: said)
            if case .none = resolution, spans.finder.reference(at: slot.range.lowerBound) == nil { return resolution }
            if case .none = resolution {} else { return resolution }
        }
        if mention == nil, let company = spans.company(ofPersonAt: slot.range.lowerBound),
            company.end == slot.range.upperBound
        {
            return choose(company.candidates, [.contact], said: said)
        }
        guard let reference = spans.finder.reference(at: slot.range.lowerBound) else { return .none(said: said) }
        return resolve(reference.value, order)
    }

    /// What is spoken of or on the screen, where nothing in the phrase says which record is meant.
    func atHand(_ order: [RecordKind]) -> Resolution {
        guard antecedent != nil || context.selected != nil || !context.touched.isEmpty else { return .dangling([]) }
        return resolve(ContextReference(kinds: KindSet(order), isVague: true), order)
    }

    private func resolve(_ reference: ContextReference, _ order: [RecordKind]) -> Resolution {
        func fits(_ record: NamedRecord) -> Bool {
            reference.kinds.contains(KindSet(record.reference.kind)) && order.contains(record.reference.kind)
        }
        let fitting = unique(context.listed.filter(fits))
        if let chosen = preferred.first(where: fits) { return .one(chosen, match: 1) }
        if let ordinal = reference.ordinal {
            let index = ordinal < 0 ? context.listed.count - 1 : ordinal - 1
            guard context.listed.indices.contains(index), order.contains(context.listed[index].reference.kind)
            else { return .dangling(fitting) }
            return .one(context.listed[index], match: 1)
        }
        // "Them" after a list is all of it, which is more than one record.
        if reference.isPlural, fitting.count > 1, context.last?.commandType.family == .listRecords, antecedent == nil {
            return .dangling(fitting)
        }
        if let antecedent, fits(antecedent) { return .one(antecedent, match: 1) }
        let kinds = order.filter { reference.kinds.contains(KindSet($0)) }
        if kinds == [.task], let task = taskWithWords(told.words) { return task }
        if let record = spokenOf(kinds) { return .one(record, match: 1) }
        if let antecedent, let theirs = belonging(to: antecedent, kinds) { return theirs }
        if followsNewcomer, antecedent == nil, reference.isVague { return .dangling([]) }
        let last = context.last?.command?.subject.flatMap(context.names.record)
        // What a question waits about comes before what was made, shown and said.
        let asked = context.pending?.links.first?.record
        let atHand = [asked, context.touched.first(where: fits), context.selected, last].compactMap { $0 }.filter(fits)
        // What the same sentence is about comes before what was spoken of, unless that belongs to it.
        if let antecedent, !atHand.isEmpty {
            return atHand.first { isNear($0, to: antecedent) }.map { .one($0, match: 1) } ?? .dangling([])
        }
        if let first = atHand.first { return .one(first, match: 1) }
        // "The deal" is that of the person or company spoken of.
        for about in [context.selected, last].compactMap({ $0 }) {
            if let theirs = belonging(to: about, kinds) { return theirs }
        }
        if fitting.count == 1 { return .one(fitting[0], match: 1) }
        return fitting.isEmpty && reference.isVague ? recalled(kinds) : .dangling(fitting)
    }

    /// The only record of the likeliest kind named beside the command, or the only one that belongs to such a record:
    /// "Contoso changed their minds, reopen the deal".
    func spokenOf(_ order: [RecordKind]) -> NamedRecord? {
        let records = unique(told.places.compactMap { context.names.records[Int($0)] })
        for kind in order {
            let same = records.filter { $0.reference.kind == kind }
            if !same.isEmpty { return same.count == 1 ? same[0] : nil }
        }
        let belonging = open(
            unique(told.places.flatMap { context.names.records(ofKinds: KindSet(order), belongingTo: $0) }))
        return belonging.count == 1 ? belonging[0] : nil
    }

    /// The best of records whose names were said exactly, in whole or in part.
    private func choose(_ candidates: [Candidate], _ order: [RecordKind], said: String) -> Resolution {
        var named: [(record: NamedRecord, match: Double)] = []
        var belonging: [(record: NamedRecord, match: Double)] = []
        let kinds = KindSet(order)
        // Of hundreds of namesakes the records of the likely ones are looked at.
        let likely = (candidates.lazy.filter { isOne($0, of: kinds) }.map(\.match).max() ?? 0) - 0.25
        for candidate in candidates {
            guard let record = context.names.records[Int(candidate.place)] else { continue }
            if isOne(candidate, of: kinds) {
                if candidate.match > likely { named.append((record, candidate.match)) }
            } else {
                // A person's deal is that of their company.
                belonging += context.names.records(ofKinds: kinds, near: record.reference)
                    .map { ($0, candidate.match * 0.98) }
            }
        }
        // "Lose the Yarrow deal" is about the one that is open, though the name of another is shorter.
        if kinds.contains(.deal), let best = named.lazy.map(\.match).max(), best < 1 {
            let running = Set(open(named.map(\.record)).map(\.reference))
            let near = named.filter { running.contains($0.record.reference) }
            if near.count < named.count { named = near }
        }
        // What has the name itself comes before what belongs to it.
        let matches = [named.lazy.map(\.match).max(), belonging.lazy.map(\.match).max()]
        guard let best = matches.compactMap(\.self).max() else { return .none(said: said) }
        let close = named.filter { $0.match > best - 0.03 }
        let top = close.isEmpty ? belonging.filter { $0.match > best - 0.03 } : close
        if let chosen = preferred.first(where: { one in top.contains { $0.record.reference == one.reference } }) {
            return .one(chosen, match: best)
        }
        // Of a lead and the customer it became, which have one name, the selected one is meant.
        if let here = context.selected,
            top.contains(where: { $0.record.reference == here.reference && $0.match == best })
        {
            return .one(here, match: best)
        }
        for kind in order {
            let same = open(unique(top.map(\.record).filter { $0.reference.kind == kind }))
            guard !same.isEmpty else { continue }
            if same.count == 1 { return .one(same[0], match: best) }
            if let here = spokenOf(among: same) { return .one(here, match: best) }
            return .several(Array(same.prefix(5)), said: said)
        }
        return .none(said: said)
    }

    private func isOne(_ candidate: Candidate, of kinds: KindSet) -> Bool {
        !context.names.kinds[Int(candidate.place)].isDisjoint(with: kinds)
    }

    /// The records that look or sound most like words that are no known name.
    private func resolveOpen(_ range: Range<Int>, _ said: String, _ order: [RecordKind]) -> Resolution {
        let words = spans.phrase.tokens[range].filter { $0.kind != .mark }.map(\.text)
        // "The task" is the one spoken of.
        if words.contains(where: { isNoun($0, of: order) }),
            words.allSatisfy({ SmallWords.all.contains($0) || isNoun($0, of: order) })
        {
            let nouns = words.compactMap { ContextWords.nouns[$0] }.reduce(into: KindSet()) { $0.formUnion($1) }
            let wanted = order.filter { nouns.contains(KindSet($0)) }
            return resolve(ContextReference(kinds: KindSet(wanted), isVague: true), wanted)
        }
        // "Lead 12" is a record by its number.
        if order.count == 1, words.count == 1, let id = Int64(words[0]), isNumbered(range.lowerBound),
            let numbered = context.names.record(RecordReference(order[0], id))
        {
            return .one(numbered, match: 1)
        }
        if order == [.task], let task = taskWithWords(words) { return task }
        // A word everybody uses is hardly a name typed wrong: nobody is called "done" or "filter".
        if words.count == 1, context.source == .typed, !spans.phrase.tokens[range.lowerBound].isCapitalised,
            spans.alternatives[range.lowerBound].contains(where: { $0.cost == 0 }) || Leaning.builtIn.knows(words[0])
        {
            return .none(said: said)
        }
        let near = nearest(to: words, from: range.lowerBound, order)
        if let chosen = preferred.first(where: { one in near.contains { $0.record.reference == one.reference } }) {
            return .one(chosen, match: 1)
        }
        guard let best = near.first, best.match >= 0.68 else { return .none(said: said) }
        // Of the same name in several kinds the likeliest kind is meant.
        var seen: Set<String> = []
        let named = near.filter { $0.match >= max(0.68, best.match - 0.15) && seen.insert($0.record.name).inserted }
            .map { match in
                let twins = near.filter { $0.record.name == match.record.name }
                return order.lazy.compactMap { kind in twins.first { $0.record.reference.kind == kind } }.first ?? match
            }
        let hasRival = named.contains { $0.match > best.match - 0.08 && $0.record.name != best.record.name }
        if best.match >= 0.82, !hasRival, let first = named.first { return .one(first.record, match: best.match) }
        return .several(named.map(\.record), said: said)
    }

    /// Whether a number at a token is said to be a record's: "lead 12", "#12", and nothing of a date.
    private func isNumbered(_ index: Int) -> Bool {
        let tokens = spans.phrase.tokens
        guard index + 1 < tokens.count else { return true }
        return TimeWords.months[tokens[index + 1].text] == nil
    }

    func isNoun(_ word: String, of order: [RecordKind]) -> Bool {
        ContextWords.nouns[word].map { !$0.isDisjoint(with: KindSet(order)) } ?? false
    }

    /// The nearest names to the words, or, where that fits better, to the words with the small one before them: what
    /// was heard as "all gate" may be "Aldgate".
    private func nearest(
        to words: [String], from start: Int, _ order: [RecordKind]
    ) -> [(record: NamedRecord, match: Double)] {
        let kinds = KindSet(order)
        var near = heard.nearest(to: words, kinds: kinds, in: context.names)
        if start > 0, case let before = spans.phrase.tokens[start - 1],
            ["all", "an", "a", "the", "or"].contains(before.text)
        {
            let wider = heard.nearest(to: [before.text] + words, kinds: kinds, in: context.names)
            if let best = wider.first, best.match > near.first?.match ?? 0 { near = wider }
        }
        return near.compactMap { candidate in
            context.names.records[Int(candidate.place)].map { (record: $0, match: candidate.match) }
        }
    }

    /// Tasks are called by their words in any order.
    private func taskWithWords(_ words: [String]) -> Resolution? {
        let content = Set(words).subtracting(SmallWords.all)
        guard !content.isEmpty else { return nil }
        var counts: [Int32: Int] = [:]
        for word in content {
            let forms = [word] + Linker.stems(of: word)
            guard let number = forms.lazy.compactMap(context.names.wordNumber).first else { continue }
            for place in Set(context.names.recordsOfWord[Int(number)].prefix(2_000)) { counts[place, default: 0] += 1 }
        }
        let tasks = counts.compactMap { place, count in
            context.names.records[Int(place)].flatMap { $0.reference.kind == .task ? ($0, count) : nil }
        }
        guard let best = tasks.map(\.1).max(), Double(best) >= 0.6 * Double(content.count) else { return nil }
        let top = tasks.filter { $0.1 == best }.map(\.0).sorted { $0.reference < $1.reference }
        if let chosen = preferred.first(where: top.contains) { return .one(chosen, match: 1) }
        let match = Double(best) / Double(content.count)
        return top.count == 1
            ? .one(top[0], match: match) : .several(Array(top.prefix(5)), said: words.joined(separator: " "))
    }

    /// "Sending" is what the task "send" is called while it is done, "sent" once it is.
    private static func stems(of word: String) -> [String] {
        if let stem = Linker.irregular[word] { return [stem] }
        if word.hasSuffix("ed"), word.utf8.count > 4 { return [String(word.dropLast(2)), String(word.dropLast())] }
        guard word.hasSuffix("ing"), word.utf8.count > 5 else { return [] }
        let stem = String(word.dropLast(3))
        return [stem, stem + "e", String(stem.dropLast())]
    }

    private static let irregular = [
        "sent": "send", "met": "meet", "rang": "ring", "spoke": "speak", "wrote": "write", "paid": "pay",
        "made": "make", "got": "get", "gave": "give", "told": "tell", "bought": "buy",
    ]

    func unique(_ records: [NamedRecord]) -> [NamedRecord] {
        if records.count < 2 { return records }
        var seen: Set<Int64> = []
        // The number with the kind in its last digits: a fraction of what hashing the reference takes.
        return records.filter { record in
            let kind = Int64(KindSet(record.reference.kind).rawValue.trailingZeroBitCount)
            return seen.insert(record.reference.id << 4 | kind).inserted
        }
    }
}

extension KindSet {
    init(_ kinds: [RecordKind]) { self = kinds.reduce(into: []) { $0.formUnion(KindSet($1)) } }
}
