import HarkCore
import HarkLanguage
import HarkScreen

extension Dashboard {
    /// The line that takes phrases, and what was understood.
    struct PromptState: Equatable, Sendable {
        var editor: LineEditor
        /// What the phrase means so far, as of the last answer; it may be a few letters behind.
        var outline: PhraseOutline?
        /// The outline waited for; the next one is asked for when it has come.
        var outlineTicket: Ticket?
        /// The completion taken last, while it can be exchanged for another.
        var completion: TakenCompletion?
        /// What can be said here, while nothing has been understood yet.
        var palette = PaletteState()
        /// The answer waited for.
        var ticket: Ticket?
        /// The phrase sent last that was no answer.
        var sent = ""
        /// What is being performed right now.
        var running: Running?
        /// What was understood, if anything waits for a decision.
        var reading: Reading?
        /// The action performed last, still shown.
        var last: [Action] = []

        init(_ editor: LineEditor) { self.editor = editor }
    }

    /// A completion put into the prompt, and those it can be exchanged for.
    struct TakenCompletion: Equatable, Sendable {
        /// The phrase before.
        var phrase: String
        /// The ways to go on.
        let rests: [String]
        var choice = 0

        /// The phrase as it stands.
        var text: String { phrase + rests[choice] }
    }

    /// What is being performed.
    struct Running: Equatable, Sendable {
        var ticket: Ticket
        var types: [CommandType]
        /// Whether it is what the prompt shows, and not what a key stands for.
        var isPhrase: Bool
    }

    /// The ways a phrase can be understood, and how far its decision has come.
    struct Reading: Equatable, Sendable {
        /// The phrase as it was sent.
        var phrase: String
        /// The ways, likeliest first; never empty, and no way is empty.
        let ways: [[Action]]
        /// The way shown.
        private(set) var choice = 0
        /// Whether a confirmation has been asked once more.
        var isArmed = false

        /// Takes what came back; `nil` when that is nothing.
        init?(phrase: String, ways: [[Action]]) {
            let ways = ways.filter { !$0.isEmpty }
            guard !ways.isEmpty else { return nil }
            self.phrase = phrase
            self.ways = ways
        }

        /// The actions of the way shown.
        var actions: [Action] { ways[choice] }

        /// The action that decides what may happen: the first that cannot simply run, else the first.
        var decisive: Action {
            let order: [Action.Status] = [.unknown, .refused, .clarify, .confirm, .ready]
            return order.lazy.compactMap { status in actions.first { $0.status == status } }.first ?? actions[0]
        }

        /// Whether actions that wait for a yes are done by the next Enter: the question has been read, and only what
        /// takes records away or changes many of them is asked once more.
        var isDoneByEnter: Bool { isArmed || !actions.contains { Reading.grave.contains($0.commandType) } }

        private static let grave: Set<CommandType> = [
            .delete, .bulkDelete, .bulkUpdate, .erasePerson, .mergeRecords, .importRecords, .cancelActivity,
        ]

        /// Whether the prompt takes an answer instead of a phrase.
        var asksBack: Bool { decisive.status == .clarify || decisive.status == .confirm }

        /// Shows the next way.
        mutating func chooseNext() {
            choice = (choice + 1) % ways.count
            isArmed = false
        }
    }
}
