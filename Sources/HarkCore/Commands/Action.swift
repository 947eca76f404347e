/// One reading of a phrase, in the shape every surface of Hark shows, prints and sends: the JSON action.
public struct Action: Hashable, Sendable {
    public var commandType: CommandType
    /// What was said, in names as the tenant spells them; always an object.
    public var entities: JSONValue
    /// How sure the reader is, `0...1`, calibrated.
    public var confidence: Double
    /// The phrase as typed or heard.
    public var rawText: String
    /// The method and path of the API call that does the same, such as `POST /api/leads`; empty for none.
    public var apiCall: String
    /// The body of that call; always an object.
    public var payload: JSONValue
    public var status: Status
    /// What is asked, where the status is `confirm` or `clarify`, or why not, where it is `refused`.
    public var question: String?
    /// Possible answers, at most five.
    public var choices: [NamedRecord]
    /// Whole readings to choose from by their number, at most three, where none of them is sure.
    public var offers: [Action]
    /// The names of the entities that are missing.
    public var missing: [String]
    /// The records behind the names, by entity.
    public var links: [Link]
    /// Other readings, the likeliest first.
    public var alternatives: [Alternative]
    /// What was said in answer to its questions or in correction, in order; part of how it is read again.
    public var answers: [Answer]
    /// Whether it stands in place of the action said before it, which may have been performed.
    public var corrects: Bool
    /// What would be performed; `nil` unless the status is `ready` or `confirm`.
    public var command: Command?
    /// What has to be typed before it is done, where a yes is not enough: a number or a name. No part of the JSON.
    public var mustType: String?

    /// Whether the action can run.
    public enum Status: String, Hashable, Sendable, Codable { case ready, confirm, clarify, refused, unknown }

    /// A name in the entities and the records it stands for.
    public struct Link: Hashable, Sendable {
        public var entity: String
        public var record: NamedRecord
        /// How well the words fit the name, `0...1`.
        public var match: Double

        /// Creates a link.
        public init(entity: String, record: NamedRecord, match: Double) {
            self.entity = entity
            self.record = record
            self.match = match
        }
    }

    /// More words about one slot of an action.
    public struct Answer: Hashable, Sendable {
        /// The slot as the phrase templates call it.
        public var slot: String
        public var text: String
        /// The record chosen, where it was chosen from several.
        public var record: NamedRecord?
        /// Whether it replaces what was said of the slot and does not just complete it.
        public var replaces: Bool

        /// Creates an answer.
        public init(slot: String, text: String, record: NamedRecord? = nil, replaces: Bool = false) {
            self.slot = slot
            self.text = text
            self.record = record
            self.replaces = replaces
        }
    }

    /// Another reading.
    public struct Alternative: Hashable, Sendable {
        public var commandType: CommandType
        public var confidence: Double

        /// Creates an alternative.
        public init(_ commandType: CommandType, confidence: Double) {
            self.commandType = commandType
            self.confidence = confidence
        }
    }

    /// Creates an action.
    public init(
        _ commandType: CommandType, entities: JSONValue = .object([]), confidence: Double, rawText: String,
        apiCall: String = "", payload: JSONValue = .object([]), status: Status, command: Command? = nil
    ) {
        self.commandType = commandType
        self.entities = entities
        self.confidence = confidence
        self.rawText = rawText
        self.apiCall = apiCall
        self.payload = payload
        self.status = status
        self.command = command
        choices = []
        offers = []
        missing = []
        links = []
        alternatives = []
        answers = []
        corrects = false
    }

    /// The action as JSON: the six members that are always there, then those that say something.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("command_type", .string(commandType.rawValue)),
            .init("entities", entities),
            .init("confidence", .number((confidence * 100).rounded() / 100)),
            .init("raw_text", .string(rawText)),
            .init("api_call", .string(apiCall)),
            .init("payload", payload),
            .init("status", .string(status.rawValue)),
        ]
        if let question { members.append(.init("question", .string(question))) }
        if !choices.isEmpty { members.append(.init("choices", .array(choices.map(Action.json(of:))))) }
        if !offers.isEmpty { members.append(.init("offers", .array(offers.map(\.essence)))) }
        if !missing.isEmpty { members.append(.init("missing", .array(missing.map(JSONValue.string)))) }
        if !links.isEmpty { members.append(.init("links", linksJSON)) }
        if !alternatives.isEmpty { members.append(.init("alternatives", alternativesJSON)) }
        return .object(members)
    }

    /// What would be done, without what else is known of the phrase.
    private var essence: JSONValue {
        [
            "command_type": .string(commandType.rawValue), "entities": entities, "api_call": .string(apiCall),
            "payload": payload,
        ]
    }

    private static func json(of record: NamedRecord) -> JSONValue {
        [
            "type": .string(record.reference.kind.rawValue), "id": .integer(record.reference.id),
            "name": .string(record.name), "detail": .string(record.detail),
        ]
    }

    private var linksJSON: JSONValue {
        var members: [JSONValue.Member] = []
        for link in links {
            let record: JSONValue = [
                "type": .string(link.record.reference.kind.rawValue), "id": .integer(link.record.reference.id),
                "name": .string(link.record.name), "match": .number((link.match * 100).rounded() / 100),
            ]
            if let index = members.firstIndex(where: { $0.name == link.entity }) {
                members[index].value = .array(members[index].value.elements + [record])
            } else {
                members.append(.init(link.entity, [record]))
            }
        }
        return .object(members)
    }

    private var alternativesJSON: JSONValue {
        .array(
            alternatives.map {
                [
                    "command_type": .string($0.commandType.rawValue),
                    "confidence": .number(($0.confidence * 100).rounded() / 100),
                ]
            })
    }
}
