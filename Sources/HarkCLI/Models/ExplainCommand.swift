import ArgumentParser
import HarkCore
import HarkService

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a record has its score; the reasons sum to it.",
        discussion: """
            --at replays the score that stood then, --since shows what moved it, --what-if shows how the reasons \
            would move if one feature were something else.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument
    @Option(help: "Show what moved the score since a day, such as monday, '3 days ago' or 2026-06-29.")
    var since: String?
    @Option(help: "Show the score that stood at the end of a day, or at a moment such as 2026-06-29T12:00.")
    var at: String?
    @Option(help: "Show the score if a feature were something else, such as 'calls=3'.")
    var whatIf: String?
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard [since, at, whatIf].compactMap(\.self).count <= 1 else {
            throw ValidationError("Say one of --since, --at and --what-if.")
        }
        guard whatIf?.contains("=") != false else {
            throw ValidationError("--what-if needs a feature and a value, such as 'calls=3'.")
        }
    }

    func run() throws {
        let session = try options.session()
        let record = try argument.resolve(in: session, kinds: [.lead, .customer])
        if let change = try change(of: record.reference, session) {
            if json { return Output.json(change.json) }
            Output.plain(heading(record))
            return Output.plain(ScorePage.lines(change, isWhatIf: whatIf != nil).joined(separator: "\n"))
        }
        let score = try at.map { try session.explanation(of: record.reference, at: moment($0, session)) }
        let shown = try score ?? session.explanation(of: record.reference)
        let pinned = score == nil ? try session.detail(of: record.reference).pinned : nil
        let move = score == nil ? try session.move(of: record.reference) : nil
        if json { return Output.json(shown.json(pinned: pinned, move: move)) }
        Output.plain(heading(record))
        if let ending = try session.detail(of: record.reference).ending {
            Output.plain("  \(ending.words); below is what the model says of one like it")
        }
        Output.plain(ScorePage.lines(shown, pinned: pinned, move: move).joined(separator: "\n"))
    }

    private func heading(_ record: NamedRecord) -> String {
        "\(record.name)  (\(record.reference.kind.rawValue) #\(record.reference.id))"
    }

    private func change(of reference: RecordReference, _ session: Session) throws -> ScoreChange? {
        if let since {
            guard let day = NamedDay.past(since, today: session.now.date) else { throw unknownDay(since) }
            return try session.change(of: reference, since: day.midnight)
        }
        guard let parts = whatIf?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) else {
            return nil
        }
        return try session.change(of: reference, if: String(parts[0]), is: String(parts[1]))
    }

    private func moment(_ text: String, _ session: Session) throws -> LocalDateTime {
        if let day = NamedDay.past(text, today: session.now.date) { return day.midnight.adding(seconds: 86_399) }
        guard let moment = LocalDateTime(text) else { throw unknownDay(text) }
        return moment
    }

    private func unknownDay(_ text: String) -> ValidationError {
        ValidationError("'\(text)' is no day: say one such as monday, '3 days ago' or 2026-06-29.")
    }
}
