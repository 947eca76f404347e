import HarkCore
import HarkLanguage
import HarkService
import LanguageCorpora

/// A conversation that takes place the way `hark say - --run` holds it.
struct DialogueRun {
    /// What became of one line.
    struct Outcome {
        var dialogue: Dialogue
        var turn: Dialogue.Turn
        var grade: Claim.Grade
        /// Whether something was written that was not meant.
        var isWrongWrite = false
        /// What the program made of it, for people.
        var found: String
        /// How sure the reading was, and whether it was what was meant; `nil` where nothing was understood.
        var claim: Calibration.Sample?
    }

    private let dialogue: Dialogue
    private var conversation: Conversation

    /// Runs a conversation.
    static func outcomes(of dialogue: Dialogue, in session: Session) throws -> [Outcome] {
        var run = DialogueRun(dialogue: dialogue, conversation: try Conversation(session))
        return try dialogue.turns.map { try run.say($0) }
    }

    private mutating func say(_ turn: Dialogue.Turn) throws -> Outcome {
        let actions = try conversation.read(turn.phrase)[0]
        let types = Set(actions.map(\.commandType))
        var outcome = Outcome(
            dialogue: dialogue, turn: turn, grade: turn.claim.grade(actions),
            found: actions.map(\.summary).joined(separator: " + "))
        if let first = actions.first, first.commandType != .unknown, first.offers.isEmpty {
            outcome.claim = (first.confidence, outcome.grade != .wrong)
        }
        var changed = false
        do throws(ServiceError) {
            let isMeant = outcome.grade == .right && !turn.claim.commandTypes.isDisjoint(with: types)
            changed = try perform(actions, saysYes: dialogue.saysYes && isMeant)
            if turn.claim.mustBeRefused { outcome.fail("it was not refused") }
        } catch {
            outcome.note(error, asked: actions)
        }
        if outcome.grade == .askedWell, let number = turn.claim.answer(to: actions) {
            outcome.found += " → \(number)"
            do throws(ServiceError) {
                changed = try perform(conversation.read("\(number)")[0], saysYes: dialogue.saysYes)
            } catch {
                outcome.fail(error.message)
            }
        }
        for fact in turn.facts {
            if let contradiction = try contradiction(of: fact) { outcome.fail(contradiction) }
        }
        outcome.isWrongWrite = changed && outcome.grade == .wrong
        // A person sees at once that another thing was done than was meant, and takes it back.
        if outcome.isWrongWrite, types.isDisjoint(with: turn.claim.commandTypes) {
            _ = try? perform(conversation.read("undo")[0], saysYes: false)
        }
        return outcome
    }

    /// Performs what was read and answers what it asks.
    ///
    /// - Returns: Whether records were changed.
    private mutating func perform(_ actions: [Action], saysYes: Bool) throws(ServiceError) -> Bool {
        // It would leave a file in the folder the tests run in.
        if actions.contains(where: { $0.commandType == .exportRecords }) { return false }
        do { return try conversation.perform(actions).changed } catch {
            let asks = actions.contains { $0.status == .confirm } && actions.allSatisfy { $0.status != .clarify }
            guard saysYes, asks, case .needsAnswer = error else { throw error }
        }
        let answer = actions.compactMap(\.mustType).first ?? "yes"
        return try conversation.perform(conversation.read(answer)[0]).changed
    }

    /// The record of that name, the latest of several, or of that number.
    private func record(_ fact: Dialogue.Fact) throws -> RecordReference? {
        if fact.name.hasPrefix("#") { return RecordReference(fact.kind, Int64(fact.name.dropFirst()) ?? 0) }
        return try conversation.session.search(fact.name, kind: fact.kind, limit: 50)
            .filter { $0.name.lowercased() == fact.name.lowercased() }
            .map(\.reference).max { $0.id < $1.id }
    }

    /// What is kept of a record; `nil` where there is none.
    private func fields(of record: RecordReference) throws -> [RecordDetail.LabelledValue]? {
        do { return try conversation.session.detail(of: record).fields } catch .notFound { return nil }
    }

    /// How the database differs from a fact; `nil` where it does not.
    private func contradiction(of fact: Dialogue.Fact) throws -> String? {
        guard let fields = try record(fact).flatMap(fields) else {
            return fact.state == .missing ? nil : "there is no \(fact.kind.rawValue) '\(fact.name)'"
        }
        func value(_ label: String) -> String {
            fields.first { $0.label.lowercased() == label.lowercased() }?.value ?? ""
        }
        switch fact.state {
        case .exists: return nil
        case .missing: return "there is a \(fact.kind.rawValue) '\(fact.name)'"
        case .lacks(let label):
            return value(label).isEmpty ? nil : "\(label) of '\(fact.name)' is \(value(label))"
        case .holds(let label, let wanted):
            let held = value(label)
            return held.lowercased().hasPrefix(wanted.lowercased()) ? nil : "\(label) of '\(fact.name)' is '\(held)'"
        }
    }
}

extension DialogueRun.Outcome {
    /// Takes an error in: a question or refusal that belongs to the reading is no mistake.
    fileprivate mutating func note(_ error: ServiceError, asked actions: [Action]) {
        let isAsked = actions.contains { $0.status == .confirm || $0.status == .clarify }
        let isRead = actions.contains { $0.status == .refused || $0.status == .unknown }
        switch error {
        case .needsAnswer where isAsked, .badInput where isRead: break
        case .storage, .toolMissing: fail(error.message)
        case .refused, .notOwned, .notFound, .badInput, .needsAnswer:
            if turn.claim.isRefused { found += " (\(error.message))" } else { fail(error.message) }
        }
    }

    fileprivate mutating func fail(_ reason: String) {
        grade = .wrong
        found += "; \(reason)"
    }
}

extension Action {
    /// The action in one line: status, command, entities and what it asks.
    var summary: String {
        let asked = question.map { " ? \($0)" } ?? ""
        return "\(status.rawValue) \(commandType.rawValue) \(entities.compact)\(asked)"
    }
}
