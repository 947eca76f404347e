import HarkCore

/// An action while its parts are being found.
struct Draft {
    var commandType: CommandType
    var entities: [JSONValue.Member] = []
    var payload: [JSONValue.Member] = []
    var apiCall = ""
    var links: [Action.Link] = []
    var missing: [String] = []
    var choices: [NamedRecord] = []
    /// What to ask, where something is missing or ambiguous; the first question counts.
    var question: String?
    /// What to have confirmed.
    var warning: String?
    /// What is left out or missing, said before it is asked whether to do it all the same.
    var caveat: String?
    /// Why it is not done.
    var refusal: String?
    var command: Command?
    /// What the doubts found while linking add to the reading's cost.
    var doubt: Float = 0
    /// The record or new name that later clauses may mean by "her" or "it".
    var subject: NamedRecord?
    var newName: String?
    /// The record taken because it is at hand, where the phrase names none.
    var assumed: NamedRecord?
    /// Whether words of the phrase have no place in it.
    var isPartial = false
    /// Whether a "not" turned a requirement round instead of forbidding the command.
    var takesNegation = false
    /// Slots of which more than one piece was used.
    var used: Set<String> = []

    init(_ commandType: CommandType, _ apiCall: String = "") {
        self.commandType = commandType
        self.apiCall = apiCall
    }

    /// Adds an entity that is there.
    mutating func entity(_ name: String, _ value: JSONValue?) {
        if let value { entities.append(.init(name, value)) }
    }

    /// Adds a part of the payload that is there.
    mutating func pay(_ name: String, _ value: JSONValue?) {
        if let value { payload.append(.init(name, value)) }
    }

    /// Adds the same to entities and payload.
    mutating func both(_ name: String, _ value: JSONValue?) {
        entity(name, value)
        pay(name, value)
    }

    /// Takes over what the requirements of a list leave in doubt.
    mutating func take(_ filters: FilterReader) {
        doubt = filters.doubt
        takesNegation = filters.takesNegation
        if question == nil { question = filters.question }
    }

    /// Calls an entity by another name.
    mutating func nameEntity(_ old: String, _ new: String) {
        for index in entities.indices where entities[index].name == old {
            entities[index] = .init(new, entities[index].value)
        }
        for index in links.indices where links[index].entity == old { links[index].entity = new }
    }

    /// Notes that something was not said.
    mutating func miss(_ name: String, asking question: String) {
        missing.append(name)
        if self.question == nil { self.question = question }
    }

    /// A new name that has no letter in it, as numbers heard alone have none.
    var numberAsName: String? {
        ["company", "person", "name"].lazy
            .compactMap { name in entities.first { $0.name == name }?.value.string }
            .first { !$0.contains { $0.isLetter } }
    }

    /// Where the action stands.
    var status: Action.Status {
        if refusal != nil { return .refused }
        if question != nil || !missing.isEmpty { return .clarify }
        guard command != nil else { return .clarify }
        return warning == nil && caveat == nil ? .ready : .confirm
    }

    /// The finished action.
    func action(rawText: String, confidence: Double) -> Action {
        let status = status
        var action = Action(
            commandType, entities: .object(entities), confidence: confidence, rawText: rawText, apiCall: apiCall,
            payload: .object(payload), status: status, command: status == .ready || status == .confirm ? command : nil)
        action.question = refusal ?? (status == .clarify ? question : warning)
        if status == .confirm, let caveat { action.question = "\(caveat) \(warning ?? "\(action.inWords)?")" }
        action.choices = Array(choices.prefix(5))
        action.missing = missing
        action.links = links
        return action
    }
}
