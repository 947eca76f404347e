import ArgumentParser
import HarkCore
import HarkService

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Learn from the tenant's own history, then score every record.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Print JSON, one model a line.") var json = false

    func run() throws {
        let session = try options.session()
        let outcomes = try session.train { Output.progress($0) }
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
        Output.plain("Scored \(count.leads) leads and \(count.customers) customers.")
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a record has its score; the reasons sum to it.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let session = try options.session()
        let record = try argument.resolve(in: session, kinds: [.lead, .customer])
        let score = try session.explanation(of: record.reference)
        if json { return Output.json(score.json) }
        Output.plain("\(record.name)  (\(record.reference.kind.rawValue) #\(record.reference.id))")
        Output.plain(ScorePage.lines(score).joined(separator: "\n"))
    }
}
