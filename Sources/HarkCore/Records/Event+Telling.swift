extension Event {
    /// An activity as something that happened, or that is planned.
    public init(_ activity: Activity, of subject: RecordReference) {
        let words = [activity.subject, activity.outcome].compactMap(\.self).filter { !$0.isEmpty }
        self.init(
            id: Identifier(activity.id.rawValue), subject: subject, kind: Kind(activity.kind),
            at: activity.at ?? activity.createdAt, note: words.isEmpty ? activity.body : words.joined(separator: ": "))
    }
}

extension Event.Kind {
    /// What an activity is called on a timeline.
    public init(_ activity: Activity.Kind) {
        self =
            switch activity {
            case .meeting: .meeting
            case .task: .task
            case .call: .call
            case .note: .note
            }
    }
}

extension Ticket {
    /// The ticket as what happened: that it was raised, and that it was solved where it was.
    public func events(of subject: RecordReference) -> [Event] {
        let id = Identifier<Event>(id.rawValue)
        let raised = Event(id: id, subject: subject, kind: .ticketRaised, at: openedAt, note: self.subject)
        guard let closedAt else { return [raised] }
        return [raised, Event(id: id, subject: subject, kind: .ticketSolved, at: closedAt, note: self.subject)]
    }
}
