import ArgumentParser
import HarkCore
import HarkLanguage
import HarkService

struct SayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "say", abstract: "Read a phrase as a JSON action, and perform it with --run.",
        discussion: """
            Without --run nothing changes. '-' reads one phrase a line from standard input and keeps the \
            conversation in mind. --yes also answers what an action asks to have confirmed.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The phrase, or '-'.")
    var phrase: [String]

    @Flag(help: "Print each action on one line.") var json = false
    @Flag(name: .customLong("run"), help: "Perform the action.") var performs = false
    @Flag(help: "Say yes to what the action asks to have confirmed.") var yes = false
    @Flag(help: "Only print the typed values found, such as dates, amounts and addresses, as an array.") var values =
        false
    @Option(help: "How dates are read: hark, duckling or recognizers.") var convention = "hark"
    @Option(help: "What was selected or said before, as a JSON object.") var context: String?

    func run() throws {
        if values, context == nil, options.isWithoutDatabase { return try sayValues() }
        var conversation = try Conversation(try options.session(), words: Places.current.words)
        try conversation.choose(convention: convention)
        if let context { try conversation.adopt(contextJSON: context) }
        let text = phrase.joined(separator: " ")
        guard text == "-" else { return try say(text, in: &conversation) }
        var failure: (any Error)?
        while let line = readLine() {
            do { try say(line, in: &conversation) } catch let error as ServiceError {
                // One phrase that cannot be done does not end the conversation, but the exit code remembers it.
                Output.error(error.message)
                failure = failure ?? error
            }
            // What was done is said at once: whoever feeds the phrases may wait for it before the next.
            Output.flush()
        }
        if let failure { throw ExitCode(Exit.code(of: failure)) }
    }

    /// Prints the values of phrases with nobody's names and settings.
    private func sayValues() throws {
        let reader = try ValueReader(now: (try options.clock() ?? .system()).now, convention: convention)
        let text = phrase.joined(separator: " ")
        var next: () -> String? = { readLine() }
        if text != "-" {
            var lines = [text]
            next = { lines.popLast() }
        }
        while let line = next() {
            Output.json(.array(reader.values(in: line).map(\.json)))
            Output.flush()
        }
    }

    private func say(_ text: String, in conversation: inout Conversation) throws {
        if values {
            Output.json(.array(try conversation.values(in: text).map(\.json)))
            return
        }
        let actions = try conversation.read(text).first ?? []
        for action in actions { json ? Output.json(action.json) : Output.plain(action.json.pretty) }
        guard performs else {
            // The next line may lean on this one although nothing was done.
            try conversation.follow(actions)
            return
        }
        let reply = try conversation.perform(actions, confirmed: yes)
        Output.plain(reply.text)
        if case .help(let topic)? = actions.first?.command {
            let help = conversation.help.filter { conversation.session.mayTry($0.commandType) }
            let lines = PhrasesCommand.lines(help, about: topic ?? "")
            Output.plain((lines.isEmpty ? PhrasesCommand.lines(help, about: "") : lines).joined(separator: "\n"))
        }
        for record in reply.records where reply.records.count > 1 {
            Output.plain(
                "  \(record.reference.kind.rawValue) #\(record.reference.id)  \(record.name)  \(record.detail)")
        }
    }
}
