import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find records by parts of their names.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOptions

    @Argument(help: "Words that names must contain, each may be cut short.")
    var words: [String]

    @Option(help: "Only this kind: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: String?

    @Option(help: "How many rows at the most.")
    var limit = 20

    func run() throws {
        let chosen = try kind.map { name in
            guard let kind = RecordKind(rawValue: name) else { throw ValidationError("There is no kind '\(name)'.") }
            return kind
        }
        let found = try options.session().search(words.joined(separator: " "), kind: chosen, limit: limit)
        guard !found.isEmpty else {
            throw ServiceError.notFound("Nothing found for '\(words.joined(separator: " "))'.")
        }
        let rows = found.map { record -> [JSONValue] in
            [
                .string(record.reference.kind.rawValue), .integer(record.reference.id), .string(record.name),
                .string(record.detail),
            ]
        }
        Output.table(SearchCommand.columns, rows, format: format.format, total: found.count)
    }

    private static let columns: [ListColumn] = [
        ListColumn("type", title: "KIND"), ListColumn("id", title: "#", alignment: .trailing),
        ListColumn("name", title: "NAME"), ListColumn("detail", title: "DETAIL"),
    ]
}
