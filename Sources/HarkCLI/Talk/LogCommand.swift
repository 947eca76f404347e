import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "List what was done, newest first, and what was undone.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOptions
    @Option(help: "How many rows at the most.") var limit = 30

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
    }

    func run() throws {
        let rows = try options.session().log(limit: limit).map { entry -> [JSONValue] in
            [
                .integer(entry.id), .string(entry.at.description), .string(entry.userName),
                entry.commandType == .unknown ? .null : .string(entry.commandType.rawValue),
                .string(entry.undone ? "undone" : "done"), .string(entry.title),
            ]
        }
        Output.table(LogCommand.columns, rows, format: format.format, total: rows.count)
    }

    private static let columns: [ListColumn] = [
        ListColumn("id", title: "#", alignment: .trailing), ListColumn("at", title: "AT"),
        ListColumn("user", title: "WHO"), ListColumn("command_type", title: "COMMAND"),
        ListColumn("state", title: "STATE"), ListColumn("title", title: "WHAT", widest: 60),
    ]
}
