import HarkCore
import HarkLifecycle

/// Which of the plays that are wise are advised: not those people have answered, those a trial holds back, or those
/// whose command the user has no right to.
struct PlayCounsel {
    let book: PlayBook
    private let answers: [RecordReference: [String: PlayAnswer]]
    private let trial: PlayTrial?
    private let today: LocalDate
    /// Whether the user may try a command.
    private let mayTry: (CommandType) -> Bool

    /// - Parameter answers: The oldest first; the newest to a play of a record counts.
    init(
        _ book: PlayBook, answers: [PlayAnswer], trial: PlayTrial?, today: LocalDate,
        mayTry: @escaping (CommandType) -> Bool
    ) {
        self.book = book
        self.mayTry = mayTry
        self.trial = trial
        self.today = today
        self.answers = answers.reduce(into: [:]) { $0[$1.record, default: [:]][$1.play] = $1 }
    }

    /// What is advised, what is worth most first.
    func actions(for record: PlayRecord) -> [NextAction] {
        unanswered(record).filter { !isHeldBack($0) }
    }

    /// What is advised first, with what a trial holds back that would have come before it: the latter first.
    ///
    /// Going down the list to the first that is not held back makes chance alone decide, for every play that is
    /// reached, whether it is advised.
    func drawn(for record: PlayRecord) -> [NextAction] {
        let wise = unanswered(record)
        let end = wise.firstIndex { !isHeldBack($0) }.map { $0 + 1 } ?? wise.count
        return Array(wise.prefix(end))
    }

    func isHeldBack(_ action: NextAction) -> Bool {
        trial?.holdsBack(action.play, from: action.record.reference) ?? false
    }

    private func unanswered(_ record: PlayRecord) -> [NextAction] {
        let known = answers[record.reference] ?? [:]
        return book.actions(for: record).filter { action in
            guard let play = book.play(action.play), mayTry(play.command) else { return false }
            guard let answer = known[action.play] else { return true }
            return !answer.rests(on: today, horizonDays: play.horizonDays)
        }
    }
}
