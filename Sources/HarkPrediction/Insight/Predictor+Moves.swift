public import HarkCore

extension Predictor {
    /// The least that takes an open lead to the next priority, by what such leads did; where nothing does, what brings
    /// most. `nil` for a lead that is High, and where nothing brings a point.
    public func move(of lead: LeadHistory, now: LocalDateTime, cutoffs: PriorityCutoffs) -> Move? {
        let before = score(lead, now: now, cutoffs: cutoffs)
        guard before.priority != .high else { return nil }
        return move(of: lead, Deed.all, before: before, gain: 1, now: now) { history in
            score(history, now: now, cutoffs: cutoffs)
        }
    }

    /// The least that takes a customer to a lower risk; as for leads. `nil` for a customer of Low risk.
    public func move(of customer: CustomerHistory, now: LocalDateTime, churnCutoff: Double) -> Move? {
        let before = score(customer, now: now, churnCutoff: churnCutoff)
        guard before.priority != .low else { return nil }
        return move(of: customer, Deed.all, before: before, gain: -1, now: now) { history in
            score(history, now: now, churnCutoff: churnCutoff)
        }
    }

    /// Tries one kind of deed, then two kinds together.
    ///
    /// - Parameter gain: 1 where a higher score is wanted, -1 where a lower one is.
    private func move<History>(
        of history: History, _ deeds: [Deed<History>], before: Score, gain: Double, now: LocalDateTime,
        _ score: (History) -> Score
    ) -> Move? {
        var attempts = [Attempt(steps: [], times: 0, last: -1, history: history, score: before)]
        func crossing() -> Attempt<History>? {
            attempts.filter { $0.score.priority != before.priority && gain * ($0.score.value - before.value) > 0 }
                .min { ($0.times, -gain * $0.score.value) < ($1.times, -gain * $1.score.value) }
        }
        for _ in 1...2 where crossing() == nil {
            attempts += attempts.flatMap { attempt in
                deeds.enumerated().dropFirst(attempt.last + 1).flatMap { place, deed in
                    (1...deed.most).compactMap { times in
                        deed.done(attempt.history, times, now).map { changed in
                            Attempt(
                                steps: attempt.steps + [deed.words(times)], times: attempt.times + times, last: place,
                                history: changed, score: score(changed))
                        }
                    }
                }
            }
        }
        let best = crossing() ?? attempts.max { gain * $0.score.value < gain * $1.score.value }
        guard let best, gain * (best.score.value - before.value) >= 1 else { return nil }
        return Move(
            steps: best.steps, before: before.value, after: best.score.value, priority: best.score.priority,
            crosses: best.score.priority != before.priority)
    }
}

/// Some deeds, and what the record would score then.
private struct Attempt<History> {
    let steps: [String]
    let times: Int
    /// The place of the last deed among all, so that none is combined with itself.
    let last: Int
    let history: History
    let score: Score
}
