/// What a speaker takes back in the middle of a phrase or sets against what is meant: "wednesday no thursday", "fifty
/// sorry sixty thousand", "it's it's now", "Friday, not Thursday".
///
/// What was taken back and the words that take it back are passed over like politeness; the phrase can still be read
/// with them.
struct SelfRepair {
    let spans: PhraseSpans
    let grammar: Grammar

    /// Runs of tokens that may be passed over.
    var runs: [Range<Int>] {
        // Most phrases take nothing back.
        let isMended = spans.finder.tokens.contains { SelfRepair.signs.contains($0.text) }
        return spans.phrase.tokens.indices.flatMap { index in
            isMended ? stutters(at: index) + repairs(at: index) + contrasts(at: index) : stutters(at: index)
        }
    }

    /// Words without which nothing is taken back or set against what is meant.
    private static let signs = Set(markers.keys).union(contrasts.map { $0[0] })

    private func word(_ index: Int) -> String { spans.finder.word(index) }

    /// One or two small words said twice.
    private func stutters(at index: Int) -> [Range<Int>] {
        guard word(index) == word(index + 1) || word(index) == word(index + 2) else { return [] }
        return (1...2).filter { length in
            index + 2 * length <= spans.count
                && (0..<length).allSatisfy { offset in
                    SmallWords.all.contains(word(index + offset))
                        && word(index + offset) == word(index + length + offset)
                }
        }.map { index..<(index + $0) }
    }

    /// What is taken back by the words at a token, up to where the right value starts.
    private func repairs(at index: Int) -> [Range<Int>] {
        guard index > 0, let end = markerEnd(at: index) else { return [] }
        var found: [Range<Int>] = []
        for start in end..<min(end + 3, spans.count) {
            for type in grammar.spanTypes.indices where !spans.spans[type * spans.count + start].isEmpty {
                if let first = valueStart(like: grammar.spanTypes[type], endingAt: index) {
                    found.append(first..<start)
                }
            }
            if !found.isEmpty || !SelfRepair.small.contains(word(start)) { break }
        }
        // "To Bergen, sorry, Oslo": a strange word for another.
        if found.isEmpty, end - index > 1, isStrange(index - 1), isStrange(end) { found.append((index - 1)..<end) }
        return found
    }

    /// What is said not to be meant, right behind what is: "in proposal, not qualified", "Friday rather than Thursday".
    private func contrasts(at index: Int) -> [Range<Int>] {
        guard let contrast = SelfRepair.contrasts.first(where: { isSaid($0, at: index) }) else { return [] }
        let end = index > 0 && word(index - 1) == "," ? index - 1 : index
        var start = index + contrast.count
        while start < spans.count, SelfRepair.small.contains(word(start)) { start += 1 }
        guard start < spans.count else { return [] }
        var found: [Range<Int>] = []
        for type in grammar.spanTypes.indices {
            for span in spans.spans[type * spans.count + start]
            where span.end == spans.count || spans.isMark[span.end] || word(span.end) == "and" {
                if valueStart(like: grammar.spanTypes[type], endingAt: end) != nil { found.append(end..<span.end) }
            }
        }
        return found
    }

    private func isStrange(_ index: Int) -> Bool {
        spans.skipCost[index] > 3 && spans.alternatives[index].isEmpty && spans.phrase.tokens[index].kind == .word
    }

    /// Where a value of the same sort starts that ends before a token.
    private func valueStart(like type: SlotType, endingAt end: Int) -> Int? {
        guard let sort = Sort(type) else { return nil }
        for start in max(0, end - 6)..<end {
            for other in grammar.spanTypes.indices where Sort(grammar.spanTypes[other]) == sort {
                if spans.spans[other * spans.count + start].contains(where: { $0.end == end }) { return start }
            }
        }
        return nil
    }

    /// The end of words that take something back; a mark or an "um" may stand among them.
    private func markerEnd(at index: Int) -> Int? {
        var end = index
        var isMarker = false
        while end < spans.count {
            if let marker = SelfRepair.markers[word(end), default: []].first(where: { isSaid($0, at: end) }) {
                isMarker = true
                end += marker.count
            } else if SelfRepair.between.contains(word(end)) {
                end += 1
            } else {
                break
            }
        }
        return isMarker && end < spans.count ? end : nil
    }

    private func isSaid(_ words: [String], at index: Int) -> Bool {
        words.enumerated().allSatisfy { word(index + $0) == $1 }
    }

    /// Sorts of value that stand for one another.
    private enum Sort: Hashable {
        case quantity, time, record, user
        case table(String)

        init?(_ type: SlotType) {
            switch type {
            case .money, .number, .percent, .duration: self = .quantity
            case .time: self = .time
            case .record, .known: self = .record
            case .user, .colleague: self = .user
            case .table(let name): self = .table(name)
            default: return nil
            }
        }
    }

    /// By their first word, the longer ones first.
    private static let markers = Dictionary(grouping: phrases) { $0[0] }
    private static let phrases = [
        ["no", "make", "that"], ["no", "make", "it"], ["no", "i", "mean"], ["i", "meant"], ["i", "mean"],
        ["make", "that"], ["make", "it"], ["or", "rather"], ["or", "actually"], ["scratch", "that"], ["or", "no"],
        ["strike", "that"], ["correction"], ["no"], ["sorry"], ["wait"], ["rather"], ["actually"], ["oops"],
    ]
    private static let contrasts = [["not"], ["rather", "than"], ["instead", "of"], ["as", "opposed", "to"]]
    private static let between: Set<String> = [",", "-", ".", "…", "um", "uh", "er", "oh", "hang", "on", "well"]
    private static let small: Set<String> = ["at", "on", "in", "to", "for", "with", "by", "the", "it", "is", "a"]
}
