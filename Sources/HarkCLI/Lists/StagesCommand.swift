import ArgumentParser
import HarkCore
import HarkLifecycle
import HarkScreen
import HarkService

struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages", abstract: "Show how leads and customers pass through their stages, or set one by hand.",
        subcommands: [Show.self, Set.self], defaultSubcommand: Show.self)

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "The funnel with the time in each stage; what moved; one record's history.",
            discussion: """
                Days in a stage are those after which a quarter, half and three quarters of the records have left it; \
                records still in it count as longer than they are now (Kaplan and Meier). --from shows what moved \
                between two days instead, --record the entries of one record with rule and evidence.
                """)

        @OptionGroup var options: GlobalOptions
        @Option(help: "The day to compare with, such as 'monday', '30 days ago' or 2026-06-01.") var from: String?
        @Option(help: "The day compared, the whole of it (default: today).") var until: String?
        @Option(help: "A name, or a kind and number such as customer:12.") var record: String?
        @OptionGroup var format: FormatOptions

        func validate() throws {
            if until != nil, from == nil { throw ValidationError("--until needs --from.") }
            if from != nil, record != nil { throw ValidationError("Say --from or --record, not both.") }
        }

        func run() throws {
            let session = try options.session()
            if let record { return try history(of: record, session) }
            if let from { return try movement(since: from, session) }
            var rows: [[JSONValue]] = []
            for kind in [RecordKind.lead, .customer] {
                rows += try session.stageSurvey(of: kind).lines.map { $0.listing(kind) }
            }
            if rows.isEmpty, format.format == .plain {
                return Output.plain("Nobody has a stage yet: 'hark score' looks at every record.")
            }
            Output.table(Show.funnel, rows, format: format.format, total: rows.count)
        }

        private func movement(since from: String, _ session: Session) throws {
            let today = session.now.date
            guard let first = NamedDay.past(from, today: today),
                let last = NamedDay.past(until ?? "today", today: today)
            else { throw ValidationError("Days are such as 'monday', '30 days ago' or 2026-06-01.") }
            guard first <= last else { throw ValidationError("--from lies before --until.") }
            let end = last.adding(days: 1).midnight.adding(seconds: -1)
            var rows: [[JSONValue]] = []
            for kind in [RecordKind.lead, .customer] {
                for move in try session.stageSurvey(of: kind).movements(from: first.midnight, until: end) {
                    rows.append([
                        .string(kind.rawValue), move.from.map { .string($0.rawValue) } ?? .null,
                        .string(move.to.rawValue), .integer(Int64(move.count)),
                    ])
                }
            }
            guard format.format == .plain else {
                return Output.table(Show.moves, rows, format: format.format, total: rows.count)
            }
            for kind in [RecordKind.lead, .customer] {
                let moves = try session.stageSurvey(of: kind).movements(from: first.midnight, until: end)
                guard !moves.isEmpty else { continue }
                Output.plain("\(kind == .lead ? "Leads" : "Customers"), from \(first) (rows) to \(last) (columns)")
                Show.matrix(moves)
            }
        }

        private static func matrix(_ moves: [StageSurvey.Movement]) {
            let ends = LifecycleStage.allCases.filter { stage in moves.contains { $0.to == stage } }
            let starts = [nil] + LifecycleStage.allCases.map(Optional.some)
            let rows = starts.filter { start in moves.contains { $0.from == start } }.map { start -> [JSONValue] in
                var cells: [JSONValue] = [.string(start?.rawValue ?? "not there yet")]
                for end in ends {
                    let move = moves.first { $0.from == start && $0.to == end }
                    cells.append(move.map { .integer(Int64($0.count)) } ?? .string("."))
                }
                return cells
            }
            let columns =
                [ListColumn("from", title: "")]
                + ends.map { ListColumn($0.rawValue, title: $0.rawValue.uppercased(), alignment: .trailing) }
            Output.table(columns, rows, format: .plain, total: rows.count)
        }

        private func history(of text: String, _ session: Session) throws {
            let record = try RecordArgument.resolve(text, in: session, kinds: [.customer, .lead])
            let rows = try session.stageEntries(of: record.reference).map(\.listing)
            if format.format == .plain { Output.plain(rows.isEmpty ? "\(record.name) has no stage yet." : record.name) }
            guard !rows.isEmpty || format.format != .plain else { return }
            Output.table(Show.entries, rows, format: format.format, total: rows.count)
        }

        private static let funnel: [ListColumn] = [
            ListColumn("kind", title: "KIND"), ListColumn("stage", title: "STAGE"),
            ListColumn("here", title: "HERE", alignment: .trailing),
            ListColumn("reached", title: "REACHED", alignment: .trailing),
            ListColumn("conversion", title: "CONVERSION %", alignment: .trailing),
            ListColumn("median_days", title: "DAYS, HALF", alignment: .trailing),
            ListColumn("quarter_days", title: "QUARTER", alignment: .trailing),
            ListColumn("three_quarter_days", title: "3/4", alignment: .trailing),
            ListColumn("left", title: "LEFT", alignment: .trailing),
        ]
        private static let moves = ["kind", "from", "to", "count"].map { ListColumn($0, title: $0) }
        private static let entries: [ListColumn] = [
            ListColumn("at", title: "WHEN"), ListColumn("from", title: "FROM"), ListColumn("to", title: "TO"),
            ListColumn("rule", title: "RULE"), ListColumn("evidence", title: "EVIDENCE", widest: 60),
            ListColumn("by", title: "WHO"), ListColumn("reason", title: "REASON", widest: 60),
        ]
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Set a lead's or customer's stage by hand.",
            discussion: """
                Going back needs a reason. A customer's stage set so holds for a while against the rule it overruled \
                (hand-days of 'hark tenant lines'), and gives way as soon as the rules say something else.
                """)

        @OptionGroup var options: GlobalOptions
        @Argument(help: "A name, or a kind and number such as lead:12; then the stage.") var recordAndStage: [String]
        @Option(help: "Why, so that others know.") var because: String?

        func validate() throws {
            guard recordAndStage.count >= 2, recordAndStage.last.flatMap(LifecycleStage.init(rawValue:)) != nil else {
                let stages = LifecycleStage.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("Say a record and a stage. There are: \(stages).")
            }
        }

        func run() throws {
            let session = try options.session()
            let name = recordAndStage.dropLast().joined(separator: " ")
            let record = try RecordArgument.resolve(name, in: session, kinds: [.lead, .customer])
            guard let stage = recordAndStage.last.flatMap(LifecycleStage.init(rawValue:)) else { return }
            Output.plain(try session.setStage(of: record.reference, to: stage, because: because).text)
        }
    }
}

extension StageSurvey.Line {
    fileprivate func listing(_ kind: RecordKind) -> [JSONValue] {
        func days(_ value: Double?) -> JSONValue { value.map { .number(($0 * 10).rounded() / 10) } ?? .null }
        return [
            .string(kind.rawValue), .string(kind == .lead && stage == .new ? "won" : stage.rawValue),
            .integer(Int64(here)), .integer(Int64(reached)),
            conversion.map { .number(($0 * 1_000).rounded() / 10) } ?? .null, days(stay.median), days(stay.quarter),
            days(stay.threeQuarters), .integer(Int64(stay.finished)),
        ]
    }
}

extension StageEntry {
    fileprivate var listing: [JSONValue] {
        [
            .string(at.description), from.map { .string($0.rawValue) } ?? .null, .string(to.rawValue), .string(rule),
            .string(evidence), .string(by ?? "hark"), reason.map(JSONValue.string) ?? .null,
        ]
    }
}
