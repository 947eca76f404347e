import HarkCore
import HarkScreen

extension Dashboard.State {
    /// Whether a key must wait for rows or for the record it is about: whoever types faster than the database answers
    /// means what will be there, and a key that did nothing would be typed into something else.
    func mustWait(for intent: Dashboard.Intent) -> Bool {
        if Dashboard.State.rowIntents.contains(intent), isFirstLoading(focus) { return true }
        let isComing = record.ticket != nil && record.detail == nil && current?.reference == record.subject?.reference
        return Dashboard.State.recordIntents.contains(intent) && record.subject != nil && isComing
    }

    /// Takes the keys that waited, those that still have to wait again.
    mutating func takeWaiting() -> [Dashboard.Effect] {
        let keys = waiting
        waiting = []
        var effects: [Dashboard.Effect] = []
        for key in keys {
            effects += press(key)
            // What a key selects or opens has to be asked for before the next key is about it.
            effects += settle()
        }
        return effects
    }

    private func isFirstLoading(_ pane: Dashboard.Pane) -> Bool {
        switch pane {
        case .leads: leads.phase == .loading
        case .customers: customers.phase == .loading
        default: false
        }
    }

    /// No more keys than this wait; who types on is not waiting for anything.
    static let mostWaiting = 64

    private static let rowIntents: Set<Dashboard.Intent> = [
        .down, .up, .pageDown, .pageUp, .halfDown, .halfUp, .first, .last, .open, .why, .whatMoves, .task, .note, .call,
        .suggestion, .suggestionDone, .suggestionUnfit, .snooze, .nextStage, .edit, .close, .mark, .markRange, .compare,
        .earlier, .later,
    ]

    private static let recordIntents: Set<Dashboard.Intent> = [
        .earlier, .later, .finer, .coarser, .suggestion, .suggestionDone, .suggestionUnfit,
    ]
}
