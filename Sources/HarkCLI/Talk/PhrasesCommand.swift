import ArgumentParser
import HarkCore
import HarkLanguage
import HarkScreen
import HarkService

struct PhrasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phrases", abstract: "List what can be said, all of it or what has some words.",
        discussion: "With a database, only what the user's role may say, and the tenant's own commands too.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Words to look for, such as deals or export.") var words: [String] = []
    @Flag(help: "Print JSON, one object a line.") var json = false

    func run() throws {
        let help = try help()
        let search = words.joined(separator: " ")
        let lines = PhrasesCommand.lines(help, about: search)
        guard !lines.isEmpty else {
            throw ServiceError.notFound("Nothing that can be said has '\(search)'. 'hark phrases' lists everything.")
        }
        guard json else { return Output.plain(lines.joined(separator: "\n")) }
        for entry in help {
            for sample in entry.samples where entry.finds(search, in: sample) {
                Output.json([
                    "phrase": .string(sample), "command_type": .string(entry.commandType.rawValue),
                    "group": .string(entry.group),
                ])
            }
        }
    }

    private func help() throws -> [HelpEntry] {
        guard !options.isWithoutDatabase else {
            do { return try PhraseReader().help } catch { throw ServiceError.storage("\(error)") }
        }
        let session = try options.session()
        return try Conversation(session, words: Places.current.words).help.filter { session.mayTry($0.commandType) }
    }

    /// What can be said under its headings, each phrase with its command.
    static func lines(_ help: [HelpEntry], about search: String) -> [String] {
        var lines: [String] = []
        var group = ""
        for entry in help {
            for sample in entry.samples where entry.finds(search, in: sample) {
                if entry.group != group { lines.append(entry.group) }
                group = entry.group
                lines.append("  \(sample.fitted(to: max(64, sample.columns)))  \(entry.commandType.rawValue)")
            }
        }
        return lines
    }
}
