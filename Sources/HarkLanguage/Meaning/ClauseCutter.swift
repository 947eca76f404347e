import HarkCore

/// Finds where one command ends and the next begins.
///
/// A cut at "and", "then", a comma and the like is kept only where both sides are commands on their own and cheaper
/// together than the phrase as a whole, so "Johnson and Johnson" and a note's "and" stay whole.
struct ClauseCutter {
    private static let joints: Set<String> = ["and", "then", "also", "plus", ",", ";", ".", "after"]
    private static let cutCost: Float = 0.3
    /// Dearer clauses are no commands.
    private static let clauseLimit: Float = 1.5
    private static let maximumCuts = 4

    let spans: PhraseSpans

    /// The clauses, or `nil` where the phrase is one command.
    func cut(with reader: inout ClauseReader, wholeCost: Float?) -> [Range<Int>]? {
        guard spans.count >= 4, !spans.phrase.isCut else { return nil }
        let gaps = self.gaps
        guard !gaps.isEmpty, gaps.count <= ClauseCutter.maximumCuts else { return nil }
        // The cheapest chain of clauses over the gaps.
        let starts = [0] + gaps.map(\.upperBound)
        let ends = gaps.map(\.lowerBound) + [spans.count]
        var best: [(cost: Float, first: Int, draft: Draft)?] = Array(repeating: nil, count: ends.count)
        for end in ends.indices {
            for start in 0...end where start == 0 || best[start - 1] != nil {
                if start == 0, end == ends.count - 1 { continue }
                let range = starts[start]..<ends[end]
                let earlier = start == 0 ? nil : best[start - 1]
                guard range.count > 0,
                    let clause = reader.interpretations(of: range, after: earlier?.draft, limit: 2.2).first
                else { continue }
                guard clause.cost <= ClauseCutter.clauseLimit, clause.draft.stands(after: start > 0) else { continue }
                let cost = clause.cost + (earlier.map { $0.cost + ClauseCutter.cutCost } ?? 0)
                if best[end].map({ cost < $0.cost }) ?? true { best[end] = (cost, start, clause.draft) }
            }
        }
        guard let total = best[ends.count - 1], total.cost < wholeCost ?? .infinity else { return nil }
        var clauses: [Range<Int>] = []
        var end = ends.count - 1
        while end >= 0, let part = best[end] {
            clauses.insert(starts[part.first]..<ends[end], at: 0)
            end = part.first - 1
        }
        return clauses.count > 1 ? clauses : nil
    }

    /// The runs of joints inside the phrase.
    private var gaps: [Range<Int>] {
        var gaps: [Range<Int>] = []
        var index = 1
        while index < spans.count - 1 {
            var end = index
            while end < spans.count - 1, ClauseCutter.joints.contains(spans.phrase.tokens[end].text) { end += 1 }
            if end > index, spans.phrase.tokens[index..<end].contains(where: { $0.text != "after" }) {
                gaps.append(index..<end)
            }
            index = max(end, index + 1)
        }
        return gaps
    }
}

extension Draft {
    /// Whether the command can be a clause among others.
    func stands(after isLater: Bool) -> Bool {
        switch commandType {
        case .confirm, .reject, .cancel, .help, .unknown: false
        case _ where commandType.leans: false
        case .showRecord, .search: !isLater || status == .ready
        // "…, make a task" says nothing that was not said before.
        default: !(isLater && status == .clarify && entities.isEmpty)
        }
    }
}
