public import HarkCore

/// What lies ahead of a record, as events for the timeline.
public enum PlannedEvents {
    /// The days ahead a predicted churn is drawn at where no contract date comes first.
    public static let churnHorizonDays = 90

    /// The events ahead, by time: planned work, the renewal, and the predicted churn.
    ///
    /// - Parameters:
    ///   - activities: Those not done and after `now` count, whatever they are about.
    ///   - customer: Gives the renewal date; one that has left has nothing ahead of it.
    ///   - churnProbability: `0...1`; predicted churn is drawn from `cutoffs.churn` upwards.
    public static func events(
        for subject: RecordReference, activities: [Activity] = [], customer: Customer? = nil,
        churnProbability: Double? = nil, now: LocalDateTime, cutoffs: StageCutoffs = StageCutoffs()
    ) -> [Event] {
        var events: [Event] = activities.compactMap { activity in
            guard let at = activity.at, at > now, !activity.done else { return nil }
            return Event(subject: subject, kind: Event.Kind(activity.kind), at: at, note: activity.subject)
        }
        guard customer?.churned != true else { return TimelineLayout.sorted(events) }
        let renewal = customer?.renewalDate?.midnight
        if let renewal, renewal > now { events.append(Event(subject: subject, kind: .renewal, at: renewal)) }
        if let churnProbability, churnProbability >= cutoffs.churn {
            let horizon = now.adding(days: churnHorizonDays)
            let at = renewal.flatMap { $0 > now && $0 < horizon ? $0 : nil } ?? horizon
            let percent = Int((churnProbability * 100).rounded())
            events.append(Event(subject: subject, kind: .churnPredicted, at: at, note: "\(percent)%"))
        }
        return TimelineLayout.sorted(events)
    }
}
