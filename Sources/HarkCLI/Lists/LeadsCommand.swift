import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

/// What every list command takes.
struct ListOptions: ParsableArguments {
    @Argument(help: "A filter such as 'stage:open score>70 nordic'.")
    var filter: [String] = []

    @Option(help: "The field to sort by; a '-' behind it turns the order round, such as 'score-'.")
    var sort: String?

    @Option(help: "How many rows at the most.")
    var limit = 50

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
    }

    func query(_ kind: RecordKind, sortedBy standard: SortKey) throws -> RecordQuery {
        let expression: FilterExpression
        do { expression = try FilterExpression(filter.joined(separator: " ")) } catch {
            throw ServiceError.badInput("Filter, character \(error.offset + 1): \(error.message).")
        }
        for word in expression.words.split(separator: " ") where !word.contains("//") {
            guard let mark = word.firstIndex(where: { ":<>~".contains($0) }), mark > word.startIndex else { continue }
            let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServiceError.badInput("There is no field '\(word[..<mark])' to filter by. There are: \(known).")
        }
        return RecordQuery(
            kind, conditions: expression.conditions, words: expression.words, sort: [try sortKey() ?? standard],
            page: Page(limit: limit))
    }

    private func sortKey() throws -> SortKey? {
        guard let sort else { return nil }
        let descending = sort.hasSuffix("-")
        guard let field = Field(rawValue: (descending ? String(sort.dropLast()) : sort).lowercased()) else {
            let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Cannot sort by '\(sort)'. There are: \(known).")
        }
        return SortKey(field, descending: descending)
    }
}

struct LeadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leads", abstract: "List leads with scores, the best first.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let found = try options.session().leads(try list.query(.lead, sortedBy: SortKey(.score, descending: true)))
        Output.table(
            LeadsCommand.columns, found.rows.map(\.listing), format: format.format, total: found.total)
    }

    private static let columns: [ListColumn] = [
        ListColumn("id", title: "#", alignment: .trailing), ListColumn("score", title: "SCORE", alignment: .trailing),
        ListColumn("priority", title: "PRIORITY"), ListColumn("pinned", title: "PIN", alignment: .trailing),
        ListColumn("fit", title: "FIT", alignment: .trailing),
        ListColumn("engagement", title: "ENG", alignment: .trailing), ListColumn("name", title: "COMPANY"),
        ListColumn("person", title: "PERSON"), ListColumn("stage", title: "STAGE"),
        ListColumn("source", title: "SOURCE"), ListColumn("last_touch", title: "LAST TOUCH"),
        ListColumn("reason", title: "WHY", widest: 60),
    ]
}

extension LeadSummary {
    fileprivate var listing: [JSONValue] {
        [
            .integer(id.rawValue), score.map { .number(($0 * 10).rounded() / 10) } ?? .null,
            priority.map { .string($0.title) } ?? .null, pinned.map { .number($0.value) } ?? .null,
            fit.map { .number($0.rounded()) } ?? .null, engagement.map { .number($0.rounded()) } ?? .null,
            .string(name), .string(person), .string(stage),
            source.map(JSONValue.string) ?? .null, lastTouch.map { .string($0.description) } ?? .null,
            topReason.map(JSONValue.string) ?? .null,
        ]
    }
}
