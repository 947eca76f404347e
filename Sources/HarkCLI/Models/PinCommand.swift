import ArgumentParser
import HarkCore
import HarkService

struct PinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "Set a record's score by hand; the model's goes on beside it.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "A name, or a kind and number such as lead:12; then the score, 0 to 100.")
    var recordAndScore: [String]
    @Option(help: "Why, so that others know.") var reason: String
    @Option(help: "The last day it holds, such as friday or 2026-09-30.") var until: String?

    func validate() throws {
        guard recordAndScore.count >= 2, recordAndScore.last.flatMap({ Double($0) }) != nil else {
            throw ValidationError("Say a record and a score, such as 'hark pin lead:12 80 --reason \"met the CFO\"'.")
        }
    }

    func run() throws {
        let session = try options.session()
        let record = try RecordArgument.resolve(
            recordAndScore.dropLast().joined(separator: " "), in: session, kinds: [.lead, .customer])
        let day = try until.map { text in
            guard let day = NamedDay.coming(text, today: session.now.date) else {
                throw ValidationError("'\(text)' is no day: say one such as friday or 2026-09-30.")
            }
            return day
        }
        let score = recordAndScore.last.flatMap { Double($0) } ?? 0
        Output.plain(try session.pin(record.reference, at: score, reason: reason, until: day).text)
    }
}

struct UnpinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpin", abstract: "Take a score set by hand away; the model's stands alone again.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument

    func run() throws {
        let session = try options.session()
        let record = try argument.resolve(in: session, kinds: [.lead, .customer])
        Output.plain(try session.unpin(record.reference).text)
    }
}
