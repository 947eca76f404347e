public import HarkCore

/// What is best done next with each record of somebody's.
public struct Agenda: Hashable, Sendable {
    /// One action a record, what is worth most first.
    public internal(set) var actions: [NextAction] = []
    /// What a trial holds back though it would have come first with its record.
    public internal(set) var withheld: [NextAction] = []
}

/// The work of some time at hand.
public struct WorkPlan: Hashable, Sendable {
    /// What fits, what is worth most first.
    public private(set) var actions: [NextAction] = []
    /// What is wise too and does not fit.
    public private(set) var leftOut: [NextAction] = []
    /// The time the actions take together.
    public private(set) var minutes = 0

    /// Takes the best actions that fit into some minutes, in the order of their worth.
    public init(_ agenda: Agenda, minutes: Int) {
        for action in agenda.actions {
            if self.minutes + action.minutes <= minutes {
                actions.append(action)
                self.minutes += action.minutes
            } else {
                leftOut.append(action)
            }
        }
    }
}
