internal import HarkCore
internal import HarkLearning

/// When closed records are looked at in training.
///
/// A model is asked about records in the middle of their life, so it must not learn from records at their end: just
/// before it is won a lead has had its last meeting, and just before it leaves a customer has stopped paying. Looking
/// at every record at its close would also teach the model how old records are when they close. So
/// - a **lead** is seen once, at a moment drawn evenly from its open time, from creation to outcome;
/// - a **customer** that left is seen once, at a moment drawn evenly from the last days before it did
///   (``TrainingSettings/churnWindowDays``), and never on the last day itself; one that stayed is seen in the same way
///   before a day drawn from those on which others left, so that neither its age nor the season tells it apart
///   (incidence density sampling: Lubin and Gail, Biometrics 1984).
///
/// The draws depend on the seed and the record's number. Records whose outcome has no date cannot be placed; see
/// ``dated(_:isPositive:)`` for what is done then.
enum Snapshot {
    /// Which rows are learned from, and whether what depends on time may be learned.
    ///
    /// Where at least nine in ten rows of either outcome are dated, the others are left out. Otherwise all rows stay,
    /// and features that depend on time are not learned: "no date" would itself give the outcome away.
    ///
    /// - Parameters:
    ///   - moments: Shape `[rows]`; `nil` for a row without date.
    ///   - isPositive: Shape `[rows]`.
    static func dated(_ moments: [LocalDateTime?], isPositive: [Bool]) -> (rows: [Int], isTimed: Bool) {
        let all = Array(moments.indices)
        let isTimed = [true, false].allSatisfy { outcome in
            let rows = all.filter { isPositive[$0] == outcome }
            return rows.count { moments[$0] != nil } * 10 >= rows.count * 9
        }
        return (isTimed ? all.filter { moments[$0] != nil } : all, isTimed)
    }

    /// The moment a closed lead is looked at; `nil` when its outcome has no date after its creation.
    static func moment(of history: LeadHistory, seed: UInt64) -> LocalDateTime? {
        let lead = history.lead
        guard let outcome = outcome(of: history), outcome > lead.createdAt else { return nil }
        let seconds = Double(outcome.seconds(since: lead.createdAt)) * share(of: lead.id.rawValue, seed: seed)
        return lead.createdAt.adding(seconds: Int64(seconds) + 1)
    }

    /// Whether a lead was there and open at a moment; one that was closed nobody knows when never was.
    static func isOpen(_ history: LeadHistory, at moment: LocalDateTime) -> Bool {
        guard history.lead.createdAt < moment else { return false }
        return outcome(of: history).map { $0 > moment } ?? (history.lead.converted == nil)
    }

    /// Whether a customer was one at a moment; one that left nobody knows when never was.
    static func isCustomer(_ history: CustomerHistory, at moment: LocalDateTime) -> Bool {
        guard let since = history.customer.since, since.midnight < moment else { return false }
        return history.customer.churnedAt.map { $0.midnight > moment } ?? (history.customer.churned != true)
    }

    private static func outcome(of history: LeadHistory) -> LocalDateTime? {
        guard history.lead.converted != nil else { return nil }
        return history.lead.closedAt ?? history.events.first { closing.contains($0.kind) }?.at
    }

    /// A moment of an open lead's time so far, drawn as those of closed ones are: today's leads are compared with those
    /// learned from at such a moment, or every one of them would be older.
    static func moment(ofOpen lead: Lead, now: LocalDateTime) -> LocalDateTime {
        let seconds = Double(max(0, now.seconds(since: lead.createdAt))) * share(of: lead.id.rawValue, seed: 0)
        return lead.createdAt.adding(seconds: Int64(seconds) + 1)
    }

    /// The moments customers whose outcome is known are looked at; `nil` for one that left nobody knows when.
    static func moments(
        of histories: [CustomerHistory], now: LocalDateTime, window: Int, seed: UInt64
    ) -> [LocalDateTime?] {
        let endings = histories.map { history -> LocalDateTime? in
            guard history.customer.churned == true, let day = history.customer.churnedAt else { return nil }
            return min(now, day.midnight)
        }
        let known = endings.compactMap { $0 }.sorted()
        return zip(histories, endings).map { history, ending in
            let customer = history.customer
            if customer.churned == true, ending == nil { return nil }
            let since = customer.since?.midnight
            let end = ending ?? drawn(known, after: since, for: customer.id.rawValue, seed: seed) ?? now
            let days = 1 + share(of: customer.id.rawValue, seed: seed) * Double(window - 1)
            let moment = end.adding(seconds: -Int64(days * 86_400))
            return since.map { min(end, max($0, moment)) } ?? moment
        }
    }

    /// One of the ascending `days` that come after `since`; `nil` when there is none.
    private static func drawn(
        _ days: [LocalDateTime], after since: LocalDateTime?, for id: Int64, seed: UInt64
    ) -> LocalDateTime? {
        let first = since.map { since in days.firstIndex { $0 > since } ?? days.count } ?? 0
        guard first < days.count else { return nil }
        return days[first + Int(share(of: id, seed: ~seed) * Double(days.count - first))]
    }

    private static let closing: Set<Event.Kind> = [.won, .lost, .firstPurchase]

    /// A number in `0..<1` that belongs to a record.
    private static func share(of id: Int64, seed: UInt64) -> Double {
        var generator = SeededGenerator(seed: seed ^ (UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15))
        return Double(generator.next() >> 11) / 9_007_199_254_740_992
    }
}
