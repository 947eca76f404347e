import ArgumentParser
import Foundation
import HarkCore
import HarkLifecycle
import HarkService

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Make up a tenant's customers and journeys as CSV files, seeded.",
        discussion: "The same numbers give the same bytes. Bring the folder in with 'hark import'.")

    @Option(help: "How many customers.") var customers = 100
    @Option(help: "How many leads.") var leads = 300
    @Option(help: "How many months of history.") var months = 24
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Option(help: "The last day of the history (default: 2026-06-30).") var until: String?
    @Option(help: "The folder to write into; it is made when needed.") var out: String

    func validate() throws {
        guard (1...100_000).contains(customers) else { throw ValidationError("--customers needs 1 to 100000.") }
        guard (1...1_000_000).contains(leads) else { throw ValidationError("--leads needs 1 to 1000000.") }
        guard (1...120).contains(months) else { throw ValidationError("--months needs 1 to 120.") }
        if let until, LocalDate(until) == nil { throw ValidationError("--until needs a day such as 2026-06-30.") }
    }

    func run() throws {
        let settings = SimulationSettings(
            seed: seed, slug: "simulated", customers: customers, leads: leads, months: months,
            end: until.flatMap { LocalDate($0) } ?? Simulation.sampleEnd)
        let files = Simulation.tenant(settings).csvFiles
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            for file in files {
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(out)/\(file.name)"), options: .atomic)
            }
        } catch {
            throw ServiceError.storage(
                "\(out) cannot be written: check the folder, the room left, and who may write there.")
        }
        Output.plain("Wrote \(files.count) files to \(out). Next: hark import \(out)")
    }
}
