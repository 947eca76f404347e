import ArgumentParser
import HarkCore
import HarkService

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn from the tenant's own history, then score every record.",
        discussion: """
            A new model is published unless it does worse than the live one on records that neither learned from; \
            both figures are said.
            """)

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Publish a new model even if it does worse than the live one.") var force = false
    @Flag(help: "Only refit the calibration of the live models to the newest outcomes.") var recalibrate = false
    @Flag(help: "Print JSON, one model a line.") var json = false

    func run() throws {
        let session = try options.session()
        let order = TrainingOrder(force: force, recalibrate: recalibrate)
        let outcomes = try session.train(order) { Output.progress($0) }
        Output.endProgress()
        for outcome in outcomes { json ? Output.json(outcome.json) : Output.plain(outcome.text) }
    }
}

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score every record again with the models there are.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let count = try options.session().scoreAll { Output.progress($0) }
        Output.endProgress()
        Output.plain("Scored \(count.leads.counted("lead")) and \(count.customers.counted("customer")).")
    }
}
