import ArgumentParser
import Foundation
import HarkCore
import HarkLifecycle
import HarkService

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Make up a tenant's customers and journeys, seeded.",
        discussion: """
            They go into a folder of CSV files (--out) or straight into a tenant (--into), as one import that can be \
            undone. The same numbers give the same bytes on any machine. Who the companies are, how long things take and \
            what makes customers leave stands in a file of parameters: --print-parameters shows it, --parameters takes \
            one of your own.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: "How many customers.") var customers = 100
    @Option(help: "How many leads (default: three for each customer).") var leads: Int?
    @Option(help: "How many months of history.") var months = 24
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Option(help: "The last day of the history (default: 2026-06-30, in a tenant yesterday).") var until: String?
    @Option(help: "The folder to write into; it is made when needed.") var out: String?
    @Option(help: "The tenant to bring the records into.") var into: String?
    @Flag(help: "Bring them in even where the tenant has records.") var add = false
    @Flag(help: "Only bring the records in: no training, no scores.") var noTrain = false
    @Option(help: "A file of parameters of your own.") var parameters: String?
    @Flag(help: "Print the file of parameters and do nothing else.") var printParameters = false

    func validate() throws {
        guard (1...100_000).contains(customers) else { throw ValidationError("--customers needs 1 to 100000.") }
        guard (1...1_000_000).contains(leads ?? 1) else { throw ValidationError("--leads needs 1 to 1000000.") }
        guard (1...120).contains(months) else { throw ValidationError("--months needs 1 to 120.") }
        if let until, LocalDate(until) == nil { throw ValidationError("--until needs a day such as 2026-06-30.") }
        guard printParameters || (out == nil) != (tenant == nil) else {
            throw ValidationError("Say one of --out FOLDER and --into TENANT.")
        }
        if let into, let other = options.tenant, into != other {
            throw ValidationError("--into and --tenant name different tenants; say one of them.")
        }
    }

    func run() throws {
        if printParameters { return print(SimulationParameters.builtInText, terminator: "") }
        if let out { return try write(to: out) }
        try bringIn()
    }

    /// The tenant named, by whichever option.
    private var tenant: String? { into ?? options.tenant }

    private func write(to folder: String) throws {
        let settings = try settings(until: Simulation.sampleEnd)
        let counts = try withBar { bar in
            try SimulationFolder.write(settings, to: folder) { bar.show($0.share, rows: $0.rows) }
        }
        let rows = counts.values.reduce(0, +)
        Output.plain("Wrote \(counts.count) files with \(rows) rows to \(folder). Next: hark import \(folder)")
    }

    private func bringIn() throws {
        var options = options
        options.tenant = tenant
        let session = try options.session()
        let settings = try settings(until: session.now.date.adding(days: -1))
        let report = try withBar { making in
            var importing: ProgressLine?
            return try session.simulate(settings, adding: add, made: { making.show($0.share, rows: $0.rows) }) { step in
                // The second bar counts its own time.
                let bar = importing ?? ProgressLine()
                importing = bar
                bar.show(step.share, rows: step.rows)
            }
        }
        Output.plain(report.text(isDryRun: false))
        guard !noTrain, report.added > 0 else { return }
        for outcome in try session.train(progress: { Output.progress($0) }) {
            Output.endProgress()
            Output.plain(outcome.text)
        }
    }

    /// Works with a bar that grows, and is gone at the end however it ends.
    private func withBar<Value>(_ body: (ProgressLine) throws -> Value) throws -> Value {
        defer { Output.endProgress() }
        return try body(ProgressLine())
    }

    private func settings(until last: LocalDate) throws -> SimulationSettings {
        SimulationSettings(
            seed: seed, slug: "simulated", customers: customers, leads: leads, months: months,
            end: until.flatMap { LocalDate($0) } ?? last, parameters: try chosenParameters())
    }

    private func chosenParameters() throws -> SimulationParameters {
        do {
            guard let parameters else { return try SimulationParameters.builtIn() }
            guard let text = try? String(contentsOfFile: parameters, encoding: .utf8) else {
                throw ServiceError.notFound("There is no readable file of parameters at \(parameters).")
            }
            return try SimulationParameters(text)
        } catch let error as ParameterFileError {
            throw ServiceError.badInput("\(parameters ?? "built-in parameters"):\(error), correct it.")
        }
    }
}
