import ArgumentParser
import Foundation
import HarkCore
import HarkService

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure how well the outcome of any CSV file can be foretold.",
        discussion: "Trains on some rows and tests on others; nothing is stored, and no database is needed.")

    @Argument(help: "The CSV file.") var file: String
    @Option(help: "The column to foretell.") var target: String
    @Option(help: "The value of that column that counts as the outcome.") var positive: String?
    @Option(help: "Columns not to learn from, separated by commas.") var drop: String?
    @Option(help: "Columns of free text to learn the words of, separated by commas.") var text: String?
    @Option(help: "Columns of numbers of which more never lowers the chance, separated by commas.") var rising: String?
    @Option(help: "Columns of numbers of which more never raises the chance, separated by commas.") var falling: String?
    @Option(help: "A column whose values are the folds.") var fold: String?
    @Option(help: "How many folds at random.") var folds = 5
    @Option(help: "A column of dates or numbers: the newest fifth by it is held out.") var time: String?
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (2...100).contains(folds) else { throw ValidationError("--folds needs a number from 2 to 100.") }
        guard fold == nil || time == nil else { throw ValidationError("Say either --fold or --time, not both.") }
    }

    func run() throws {
        var request = Evaluation.Request(path: file, target: target)
        request.positive = positive
        request.drop = EvaluateCommand.names(drop)
        request.texts = EvaluateCommand.names(text)
        request.rising = EvaluateCommand.names(rising)
        request.falling = EvaluateCommand.names(falling)
        request.foldColumn = fold
        request.timeColumn = time
        request.folds = folds
        let evaluation = try Evaluation(request)
        json ? Output.json(evaluation.json) : Output.plain(evaluation.text)
    }

    /// The names in a list with commas.
    static func names(_ list: String?) -> [String] {
        list?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    }
}
