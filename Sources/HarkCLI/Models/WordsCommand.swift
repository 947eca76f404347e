import ArgumentParser
import HarkCore
import HarkService

struct WordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "List the words that must not count in scores, strike one out, or restore it.",
        subcommands: [List.self, Strike.self, Restore.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the words struck out.")
        @OptionGroup var options: GlobalOptions
        @Flag(help: "Print JSON, one word a line.") var json = false

        func run() throws {
            let words = try options.session().struckWords()
            if !json, words.isEmpty { return Output.plain("No word is struck out.") }
            for word in words {
                guard json else {
                    Output.plain("\(word.phrase)  struck out by \(word.by), \(word.at.date)")
                    continue
                }
                Output.json(
                    ["phrase": .string(word.phrase), "by": .string(word.by), "at": .string(word.at.description)])
            }
        }
    }

    struct Strike: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "strike",
            abstract: "Let a word or phrase count in no score; 'hark say undo --run' takes it back.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The word, or a few in a row.") var words: [String]

        func run() throws {
            let count = try options.session().strike(words.joined(separator: " "))
            Output.plain(
                "Struck out \"\(words.joined(separator: " "))\"; scored \(count.counted("record")) again without it. "
                    + "The next training does not learn from it.")
        }
    }

    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Let a word or phrase count again.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The word, or a few in a row.") var words: [String]

        func run() throws {
            let count = try options.session().restore(words.joined(separator: " "))
            Output.plain(
                "Restored \"\(words.joined(separator: " "))\"; scored \(count.counted("record")) again with it.")
        }
    }
}
