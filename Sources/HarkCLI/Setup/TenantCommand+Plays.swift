import ArgumentParser
import HarkCore
import HarkLifecycle
import HarkService

extension TenantCommand {
    struct Trial: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "trial", abstract: "Show the trial of the plays, start one, or end it.",
            discussion: """
                While a trial runs, advice is held back at random from some records, always the same ones; 'hark plays' \
                compares what becomes of them with the rest. --hold-back 0 ends it.
                """)
        @OptionGroup var options: GlobalOptions
        @Option(help: "The share held back, in percent, at most 50; 0 ends the trial.") var holdBack: Double?
        @Option(help: "What the chance starts from (default: drawn once and kept).") var seed: Int64?
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            var session = try options.session()
            if let holdBack {
                try session.setTrial(holdBack: holdBack / 100, seed: seed ?? Int64.random(in: 0..<1_000_000_000))
            }
            let trial = session.tenant.settings.trial
            if json {
                guard let trial else { return Output.json(["hold_back": .integer(0)]) }
                return Output.json([
                    "hold_back": .number(trial.holdBack * 100), "seed": .integer(trial.seed),
                    "since": .string(trial.since.description),
                ])
            }
            Output.plain(
                trial.map {
                    "Advice is held back from \(JSONValue.number($0.holdBack * 100).compact)% since \($0.since.date), seed \($0.seed)."
                } ?? "No trial runs; every advice is shown.")
        }
    }

    struct Lines: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lines",
            abstract: "Show where the lines between stages run and the rules they make, or draw them anew.",
            discussion: "Such as --set new-days=60 low-health=35; an empty value, new-days=, takes Hark's own again.")
        @OptionGroup var options: GlobalOptions
        @Option(name: .customLong("set"), parsing: .upToNextOption, help: "Lines to draw anew, as name=value.")
        var changes: [String] = []
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            var session = try options.session()
            if !changes.isEmpty { try session.setStageLines(try values()) }
            let cutoffs = StageCutoffs(session.tenant.settings)
            if json {
                return Output.json(
                    .object(
                        StageCutoffs.lines.map { .init($0.name, .number(cutoffs.value($0))) }
                            + [.init("churn", .number(cutoffs.churn * 100))]))
            }
            for line in StageCutoffs.lines {
                Output.plain("\(line.name)  \(JSONValue.number(cutoffs.value(line)).compact)  \(line.words)")
            }
            Output.plain("")
            for rule in StageRule.allCases { Output.plain("\(rule.rawValue): \(rule.sentence(cutoffs))") }
        }

        private func values() throws -> [String: Double?] {
            var values: [String: Double?] = [:]
            for change in changes {
                let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                guard parts.count == 2, parts[1].isEmpty || Double(parts[1]) != nil else {
                    throw ValidationError("'\(change)' is no line: say it as new-days=60.")
                }
                values[parts[0]] = .some(Double(parts[1]))
            }
            return values
        }
    }
}
