import ArgumentParser
import HarkCore
import HarkLifecycle
import HarkScreen
import HarkService

struct PlaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plays", abstract: "List the plays: how often each was advised and done, and what it changed.",
        discussion: """
            Advice is counted when it is shown - by 'hark next', 'hark risk', a phrase, or the desk, as the first thing \
            to do with a record -, once a record within the time the play's effect takes. \
            While a trial runs ('hark tenant trial'), UPLIFT is the rate of the play's aim among those it was advised \
            for less that among those held back, with its 95% interval (Newcombe's hybrid score interval), of those \
            whose time is over; it is stated from \(Uplift.fewest) on each side.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let session = try options.session()
        let records = try session.playRecords()
        let rows = records.map { format.format == .plain ? $0.listing : $0.figures }
        let columns = format.format == .plain ? PlaysCommand.columns : PlaysCommand.figures
        Output.table(columns, rows, format: format.format, total: rows.count)
        guard format.format == .plain else { return }
        guard let trial = session.tenant.settings.trial else {
            return Output.plain(
                "No trial runs, so nothing is known of what plays change: 'hark tenant trial --hold-back 10' starts one."
            )
        }
        let shown = records.filter { $0.uplift?.isShown == true }.map(\.play.name)
        Output.plain(
            "The trial holds back \(JSONValue.number(trial.holdBack * 100).compact)% since \(trial.since.date). "
                + (shown.isEmpty
                    ? "No play is shown to change anything yet."
                    : "Shown to change something: \(shown.joined(separator: ", ")).")
        )
    }

    private static let columns: [ListColumn] = [
        ListColumn("play", title: "PLAY"), ListColumn("title", title: "WHAT IT IS"), ListColumn("aim", title: "AIM"),
        ListColumn("advised", title: "ADVISED", alignment: .trailing),
        ListColumn("done", title: "DONE", alignment: .trailing),
        ListColumn("not_relevant", title: "NOT RELEVANT", alignment: .trailing),
        ListColumn("treated", title: "REACHED", alignment: .trailing),
        ListColumn("held_back", title: "WITHOUT", alignment: .trailing),
        ListColumn("uplift", title: "UPLIFT, 95% INTERVAL", widest: 60),
    ]

    private static let figures: [ListColumn] = [
        "play", "title", "aim", "advised", "done", "not_relevant", "held_back", "treated_reached", "treated_of",
        "control_reached", "control_of", "uplift", "low", "high", "enough",
    ].map { ListColumn($0, title: $0) }
}

extension PlayRecordOfUse {
    private var aim: String { "\(play.aim.rawValue) within \(play.horizonDays) days" }

    fileprivate var listing: [JSONValue] {
        [
            .string(play.name), .string(play.title), .string(aim), .integer(Int64(advised)), .integer(Int64(done)),
            .integer(Int64(notRelevant)), .string(treated.words), .string(control.words), .string(verdict),
        ]
    }

    fileprivate var figures: [JSONValue] {
        let uplift = uplift
        var cells: [JSONValue] = [.string(play.name), .string(play.title), .string(aim)]
        for count in [
            advised, done, notRelevant, heldBack, treated.reached, treated.count, control.reached, control.count,
        ] { cells.append(.integer(Int64(count))) }
        for share in [uplift?.difference, uplift?.low, uplift?.high] {
            cells.append(share.map(JSONValue.number) ?? .null)
        }
        return cells + [.bool(uplift != nil)]
    }

    private var verdict: String {
        guard let uplift else {
            guard treated.count + control.count > 0 else { return "" }
            return "not enough data: \(treated.count) and \(control.count), and each needs \(Uplift.fewest)"
        }
        func points(_ share: Double) -> String { (share < 0 ? "" : "+") + String(Int((share * 100).rounded())) }
        return "\(points(uplift.difference)) points (\(points(uplift.low)) to \(points(uplift.high)))"
            + (uplift.isShown ? "" : ", may be chance")
    }
}

extension Proportion {
    fileprivate var words: String { count == 0 ? "" : "\(reached) of \(count)" }
}
