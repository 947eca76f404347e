import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

struct RiskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risk", abstract: "List the customers most likely to leave, by what would be lost with them.",
        discussion: """
            Sorted by probability times monthly value; --sort risk- sorts by probability alone. CHANGE is what the \
            risk rose by in 30 days, in points, as the ledger has it. Snoozed customers are counted and left out; \
            --json and --csv have all of them.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var format: FormatOptions

    @Option(help: "The lowest churn probability, in percent.") var above: Double?
    @Flag(help: "Only those that are snoozed.") var snoozed = false
    @Option(help: "Leave this customer out of the list, with --until.") var snooze: String?
    @Option(help: "The day it comes back, such as friday, 'in 2 weeks' or 2026-09-30.") var until: String?
    @Option(help: "Why it is snoozed.") var because: String?
    @Option(help: "Bring this customer back now.") var wake: String?

    func validate() throws {
        if (snooze == nil) != (until == nil) { throw ValidationError("--snooze and --until go together.") }
    }

    func run() throws {
        let session = try options.session()
        if let snooze, let until {
            let customer = try RecordArgument.resolve(snooze, in: session, kinds: [.customer])
            let day = try Output.comingDay(until, today: session.now.date)
            return Output.plain(try session.snooze(customer.reference, until: day, because: because).text)
        }
        if let wake {
            let customer = try RecordArgument.resolve(wake, in: session, kinds: [.customer])
            return Output.plain(try session.wake(customer.reference).text)
        }
        var query = try list.query(.customer, sortedBy: SortKey(.stake, descending: true))
        query.conditions.append(Condition(.stage, .notEquals, .text(LifecycleStage.churned.rawValue)))
        if let above { query.conditions.append(Condition(.risk, .atLeast, .number(above))) }
        if snoozed || format.format == .plain {
            query.conditions.append(Condition(.snoozed, .equals, .text(snoozed ? "yes" : "no")))
        }
        let found = try session.customersAtRisk(query)
        try session.noteAdvice(shownFor: found.rows.map(\.customer.reference))
        Output.table(
            RiskCommand.columns, found.rows.map(\.listing), format: format.format, total: found.total)
        guard format.format == .plain, found.snoozed > 0 else { return }
        print("\(found.snoozed) snoozed; --snoozed lists \(found.snoozed == 1 ? "it" : "them").")
    }

    private static let columns: [ListColumn] =
        Array(CustomerTable.columns.prefix(7)) + [
            ListColumn("risk_change", title: "CHANGE", alignment: .trailing),
            ListColumn("owner", title: "OWNER", widest: 18),
            ListColumn("reason", title: "WHY", widest: 48), ListColumn("action", title: "DO", widest: 32),
            ListColumn("play", title: "PLAY"), ListColumn("snoozed_until", title: "SNOOZED"),
        ] + CustomerTable.columns.suffix(4)
}

extension CustomerAtRisk {
    fileprivate var listing: [JSONValue] {
        let row = customer.listing
        let more: [JSONValue] = [
            change.map { .string(($0 < 0 ? "" : "+") + String(Int(($0 * 100).rounded()))) } ?? .null,
            customer.ownerName.map(JSONValue.string) ?? .null, customer.topReason.map(JSONValue.string) ?? .null,
            action.map { .string($0.title) } ?? .null, action.map { .string($0.play) } ?? .null,
            customer.snoozedUntil.map { .string($0.description) } ?? .null,
        ]
        return Array(row.prefix(7)) + more + Array(row.suffix(4))
    }
}
