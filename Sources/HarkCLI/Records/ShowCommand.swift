import ArgumentParser
import HarkCore
import HarkService

/// Which record a command is about.
struct RecordArgument: ParsableArguments {
    @Argument(help: "A name, or a kind and number such as lead:12.")
    var record: [String]

    /// - Parameter kinds: The kinds a bare name or number may mean, the likeliest first.
    func resolve(in session: Session, kinds: [RecordKind]) throws -> NamedRecord {
        try RecordArgument.resolve(record.joined(separator: " "), in: session, kinds: kinds)
    }

    /// The record a text means.
    static func resolve(_ text: String, in session: Session, kinds: [RecordKind]) throws -> NamedRecord {
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count == 2, let kind = RecordKind(rawValue: parts[0].lowercased()) {
            return try session.resolve(String(parts[1]), kinds: [kind])
        }
        return try session.resolve(text, kinds: kinds)
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one record with its score and latest events.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var argument: RecordArgument
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let session = try options.session()
        let record = try argument.resolve(in: session, kinds: [.lead, .customer, .contact, .company, .deal, .task])
        let detail = try session.detail(of: record.reference)
        if json {
            Output.json(detail.json)
        } else {
            Output.plain(detail.page)
        }
    }
}

extension RecordDetail {
    fileprivate var page: String {
        var lines = ["\(title)  (\(reference.kind.rawValue) #\(reference.id))"]
        let width = fields.map(\.label.count).max() ?? 0
        lines += fields.map { "  " + $0.label.padding(to: width) + "  " + $0.value }
        if let score { lines += ["", "Score"] + ScorePage.lines(score, pinned: pinned) }
        if !events.isEmpty {
            lines +=
                ["", "Latest"] + events.suffix(8).reversed().map { "  \($0.at)  \($0.kind.title)  \($0.note ?? "")" }
        }
        return lines.joined(separator: "\n")
    }

    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("type", .string(reference.kind.rawValue)), .init("id", .integer(reference.id)),
            .init("name", .string(title)),
            .init("fields", .object(fields.map { .init($0.label, .string($0.value)) })),
        ]
        if let score { members.append(.init("score", score.json(pinned: pinned))) }
        members.append(.init("events", .array(events.map(\.json))))
        return .object(members)
    }
}

extension Event {
    /// The event as JSON.
    var json: JSONValue {
        [
            "at": .string(at.description), "kind": .string(kind.rawValue),
            "note": note.map(JSONValue.string) ?? .null,
        ]
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
