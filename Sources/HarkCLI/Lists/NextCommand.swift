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
    @OptionGroup var format: FormatOptions

    func validate() throws {
        if let minutes, !(1...1_440).contains(minutes) { throw ValidationError("--minutes needs 1 to 1440.") }
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit needs 1 to 10000.") }
        if minutes != nil, !record.isEmpty { throw ValidationError("--minutes plans for all records, not for one.") }
    }

    func run() throws {
        let session = try options.session()
        if !record.isEmpty {
            let found = try session.resolve(record.joined(separator: " "), kinds: [.lead, .customer])
            let actions = try session.nextActions(for: found.reference)
            if actions.isEmpty, format.format == .plain {
                return Output.plain("Nothing in particular with \(found.name).")
            }
            return show(actions, total: actions.count)
        }
        let owner = everybody ? nil : session.user.id
        guard let minutes else {
            let actions = try session.nextActions(owner: owner)
            if actions.isEmpty, format.format == .plain {
                return print("Nothing in particular\(everybody ? "" : "; --everybody looks at all records").")
            }
            return show(Array(actions.prefix(limit)), total: actions.count)
        }
        let plan = try session.plan(minutes: minutes, owner: owner)
        show(plan.actions, total: plan.actions.count)
        guard format.format == .plain else { return }
        let rest = plan.leftOut.count
        print(
            "\(plan.minutes) of \(minutes) minutes; \(rest == 0 ? "nothing is left out" : "\(rest) more did not fit").")
        if let next = plan.leftOut.first { Output.plain("The first left out: \(next.record.name), \(next.title).") }
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
