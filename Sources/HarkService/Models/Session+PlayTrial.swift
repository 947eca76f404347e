import HarkCore
public import HarkLifecycle
import HarkPrediction
import HarkStore

/// What became of one play.
public struct PlayRecordOfUse: Hashable, Sendable {
    public let play: Play
    /// For how many records it was shown as advice, each time anew; held back; answered as done; and as not relevant.
    public let advised: Int
    public let heldBack: Int
    public let done: Int
    public let notRelevant: Int
    /// How many of those advised in the trial, and held back, reached its aim, of those whose time is over.
    public let treated: Proportion
    public let control: Proportion
    /// What the play changed; `nil` while there is not enough to say.
    public var uplift: Uplift? { Uplift(treated: treated, heldBack: control) }
}

extension Session {
    /// Starts a trial of the plays, or ends it.
    ///
    /// - Parameters:
    ///   - share: The share held back, above 0 and at most 0.5; 0 ends the trial.
    ///   - seed: What the chance starts from; kept, so that the same records stay held back.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to train.
    public mutating func setTrial(holdBack share: Double, seed: Int64) throws(ServiceError) {
        try require(.run, .training)
        guard (0...0.5).contains(share) else { throw .badInput("A trial holds back 1 to 50 percent, or 0 to end it.") }
        var changed = tenant
        changed.settings.trial = share == 0 ? nil : PlayTrial(holdBack: share, seed: seed, since: now)
        let chosen = changed
        try translated { try store.platform.update(chosen, by: user.id, at: now) }
        tenant = chosen
    }

    /// Every play with how often it was advised and what became of it.
    public func playRecords() throws(ServiceError) -> [PlayRecordOfUse] {
        try require(.read, .leads)
        try require(.read, .customers)
        let book = try playBook()
        return try read { reading in
            let advice = try reading.playAdvice()
            let answers = Dictionary(grouping: try reading.playAnswers(), by: \.play)
            let known = try advice.isEmpty ? [:] : tracks(in: reading)
            let byPlay = Dictionary(grouping: advice, by: \.play)
            return book.plays.map { play in
                let mine = byPlay[play.name] ?? []
                var treated = Proportion()
                var control = Proportion()
                for one in mine where tenant.settings.trial.map({ one.at >= $0.since }) ?? false {
                    guard one.at.adding(days: play.horizonDays) <= now, let track = known[one.record] else { continue }
                    let isReached = play.aim.isReached(track, from: one.at, withinDays: play.horizonDays)
                    if one.isHeldBack { control.add(isReached) } else { treated.add(isReached) }
                }
                let said = answers[play.name] ?? []
                return PlayRecordOfUse(
                    play: play, advised: mine.count { !$0.isHeldBack }, heldBack: mine.count(where: \.isHeldBack),
                    done: said.count { $0.kind == .done }, notRelevant: said.count { $0.kind == .notRelevant },
                    treated: treated, control: control)
            }
        }
    }

    private func tracks(in reading: Reading) throws -> [RecordReference: PlayTrack] {
        var tracks: [RecordReference: PlayTrack] = [:]
        for history in try reading.leadHistories() {
            let lead = history.lead
            tracks[RecordReference(.lead, lead.id.rawValue)] = PlayTrack(
                events: history.events, messages: history.messages, wonAt: lead.converted == true ? lead.closedAt : nil,
                lostAt: lead.converted == false ? lead.closedAt : nil)
        }
        for history in try reading.customerHistories() {
            let customer = history.customer
            tracks[RecordReference(.customer, customer.id.rawValue)] = PlayTrack(
                events: history.events, messages: history.messages,
                lostAt: customer.churned == true ? customer.churnedAt?.midnight : nil)
        }
        return tracks
    }
}
