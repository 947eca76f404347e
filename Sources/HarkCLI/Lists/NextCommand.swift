import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

struct NextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Say what is best done next, with whom and why, and the phrase that does it.",
        discussion: """
            One action a record, by what it is expected to win or save: the record's value times a share that \
            experience suggests. With a record, everything that is wise to do with it.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "A name, or a kind and number such as lead:12; none for all of yours.") var record: [String] = []
    @Option(help: "Plan this many minutes, and say what does not fit.") var minutes: Int?
    @Option(help: "Show at most this many.") var limit = 20
    @Flag(help: "Everybody's records, not only yours.") var everybody = false
    @OptionGroup var reply: PlayReplyOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if let minutes, !(1...1_440).contains(minutes) { throw ValidationError("--minutes needs 1 to 1440.") }
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit needs 1 to 10000.") }
        if minutes != nil, !record.isEmpty { throw ValidationError("--minutes plans for all records, not for one.") }
        if reply.chosen != nil, record.isEmpty {
            throw ValidationError("Say with which record: 'hark next NAME --done PLAY'.")
        }
    }

    func run() throws {
        let session = try options.session()
        guard record.isEmpty else { return try advise(on: record.joined(separator: " "), session) }
        let owner = everybody ? nil : session.user.id
        let agenda = try session.agenda(owner: owner)
        guard let minutes else {
            if agenda.actions.isEmpty, format.format == .plain { return print(try nothing(session)) }
            let shown = Array(agenda.actions.prefix(limit))
            try session.noteAdvice(showing: shown, of: agenda)
            return show(shown, total: agenda.actions.count)
        }
        let plan = WorkPlan(agenda, minutes: minutes)
        let isPlain = format.format == .plain
        if agenda.actions.isEmpty, isPlain { return print(try nothing(session)) }
        let shown = plan.actions + (isPlain ? Array(plan.leftOut.prefix(NextCommand.leftOutShown)) : plan.leftOut)
        try session.noteAdvice(showing: shown, of: agenda)
        guard isPlain else {
            let rows =
                plan.actions.map { $0.listing + [.bool(true)] } + plan.leftOut.map { $0.listing + [.bool(false)] }
            let columns = NextCommand.columns + [ListColumn("fits", title: "FITS")]
            return Output.table(columns, rows, format: format.format, total: rows.count)
        }
        show(plan.actions, total: plan.actions.count)
        let rest = plan.leftOut.count
        print(
            "\(plan.minutes) of \(minutes) minutes; \(rest == 0 ? "nothing is left out" : "\(rest) more did not fit").")
        for next in plan.leftOut.prefix(NextCommand.leftOutShown) {
            Output.plain(
                "Left out: \(next.record.name), \(next.title), \(next.minutes) minutes, \(next.expected.text).")
        }
    }

    /// How many actions that did not fit are named.
    private static let leftOutShown = 3

    /// Why there is nothing to list.
    private func nothing(_ session: Session) throws -> String {
        if everybody { return "Nothing in particular is to be done with any record now." }
        return try session.ownsRecords()
            ? "Nothing in particular is to be done with your records now; --everybody looks at all records."
            : "No lead or customer is \(session.user.name)'s own; --everybody looks at all records."
    }

    /// Everything about one record, or what the user says to one of its plays.
    private func advise(on text: String, _ session: Session) throws {
        let found = try RecordArgument.resolve(text, in: session, kinds: [.lead, .customer])
        if let (play, kind) = reply.chosen {
            let day = try reply.day(today: session.now.date)
            let said = try session.answer(play, of: found.reference, kind, until: day, because: reply.because)
            return Output.plain(said.text)
        }
        let actions = try session.nextActions(for: found.reference)
        try session.noteAdvice(shownFor: [found.reference])
        if actions.isEmpty, format.format == .plain {
            Output.plain("Nothing in particular with \(found.name).")
        } else {
            show(actions, total: actions.count)
        }
        guard format.format == .plain else { return }
        for answer in try session.restingPlays(of: found.reference) {
            let end = answer.until.map { " until \($0)" } ?? ""
            Output.plain(
                "\(answer.play) rests: \(answer.kind.words)\(end), \(answer.by), \(answer.at.date)"
                    + (answer.because.map { ": \($0)" } ?? "") + ". --again \(answer.play) has it advised again.")
        }
    }

    private func show(_ actions: [NextAction], total: Int) {
        Output.table(NextCommand.columns, actions.map(\.listing), format: format.format, total: total)
    }

    private static let columns: [ListColumn] = [
        ListColumn("worth", title: "WORTH", alignment: .trailing),
        ListColumn("minutes", title: "MIN", alignment: .trailing), ListColumn("record", title: "RECORD"),
        ListColumn("action", title: "DO"), ListColumn("reason", title: "WHY", widest: 60),
        ListColumn("phrase", title: "SAY", widest: 60), ListColumn("play", title: "PLAY"),
    ]
}

extension NextAction {
    fileprivate var listing: [JSONValue] {
        [
            .string(expected.text), .integer(Int64(minutes)), .string(record.name), .string(title), .string(reason),
            .string(phrase), .string(play),
        ]
    }
}

/// What somebody says to an advised play.
struct PlayReplyOptions: ParsableArguments {
    @Option(help: "With a record: this play was done; it rests for the time its effect takes.") var done: String?
    @Option(help: "With a record: this play later, with --until.") var later: String?
    @Option(help: "With a record: never this play, with --because if you like.") var notRelevant: String?
    @Option(help: "With a record: forget what was said to this play.") var again: String?
    @Option(help: "The day a later play is advised again, such as friday, 'in 2 weeks' or 2026-09-30.") var until:
        String?
    @Option(help: "Why, so that others know.") var because: String?

    /// The play and what is said to it; `nil` for nothing.
    var chosen: (play: String, PlayAnswer.Kind)? {
        let said: [(String?, PlayAnswer.Kind)] = [
            (done, .done), (later, .later), (notRelevant, .notRelevant), (again, .again),
        ]
        return said.lazy.compactMap { play, kind in play.map { ($0, kind) } }.first
    }

    func validate() throws {
        guard [done, later, notRelevant, again].count(where: { $0 != nil }) <= 1 else {
            throw ValidationError("Say one of --done, --later, --not-relevant and --again.")
        }
        if (later == nil) != (until == nil) { throw ValidationError("--later and --until go together.") }
        if because != nil, chosen == nil {
            throw ValidationError("--because goes with --done, --later or --not-relevant.")
        }
    }

    func day(today: LocalDate) throws -> LocalDate? { try until.map { try Output.comingDay($0, today: today) } }
}

extension Output {
    /// The day to come that a text names.
    static func comingDay(_ text: String, today: LocalDate) throws -> LocalDate {
        guard let day = NamedDay.coming(text, today: today) else {
            throw ValidationError("'\(text)' is no day: say one such as friday, 'in 2 weeks' or 2026-09-30.")
        }
        return day
    }
}
