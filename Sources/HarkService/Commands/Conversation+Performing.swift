public import HarkCore
import HarkLanguage
import HarkStore

/// What was read is done, and what was shown, made and asked is kept in mind.
extension Conversation {
    /// Performs a reading.
    ///
    /// A yes or no is the answer to what waits. What cannot be performed yet is remembered as waiting.
    public mutating func perform(
        _ actions: [Action], confirmed: Bool = false, source: PhraseSource = .typed
    ) throws(ServiceError) -> Reply {
        // "Wrong deal, undo" wants nothing of it back.
        if actions.count == 1, actions[0].command == .undo(count: 1), !replaced.isEmpty,
            !actions[0].undoesMistake
        {
            return try undoCorrection(source: source)
        }
        if actions.count == 1, let command = actions.first?.command, !pending.isEmpty {
            if command == .confirm {
                let waiting = pending
                try challenge(waiting, answeredBy: actions[0].rawText)
                pending = []
                return takesBack
                    ? try correct(with: waiting, confirmed: true, source: source)
                    : try finish(waiting, confirmed: true, source: source)
            }
            if command == .reject {
                (pending, takesBack) = ([], false)
                return Reply("Left as it was.")
            }
        }
        let isWhole = actions.allSatisfy { $0.command != nil && ($0.status == .ready || confirmed) }
        if actions.first?.corrects == true, lastChanged, isWhole {
            // What a mere yes does not do, it does not do in place of something else either.
            if confirmed {
                (pending, takesBack) = (actions, true)
                try challenge(actions, answeredBy: "")
            }
            return try correct(with: actions, confirmed: confirmed, source: source)
        }
        let waits = actions.contains { $0.status == .clarify || ($0.status == .confirm && !confirmed) }
        wait(for: actions, waits)
        // What fails is what was said last all the same: "the same for Ole" is not about what was said before it.
        if let action = actions.last, action.status != .unknown, action.offers.isEmpty, !action.leans, !action.isTalk {
            (last, lastChanged) = (action, false)
            hearColleague(of: action)
            // "Him" is nobody known while somebody new waits to be made.
            if waits, let name = action.newName { (newcomer, selected, touched) = (name, nil, []) }
        }
        if actions.contains(where: { $0.command == nil || $0.isGuess }) { try hear(actions) }
        if confirmed, !waits {
            pending = actions
            try challenge(actions, answeredBy: "")
            pending = []
        }
        return try finish(actions, confirmed: confirmed, source: source)
    }

    /// Takes whom a phrase names as spoken of, though nothing could be done; of several nobody.
    private mutating func hear(_ actions: [Action]) throws(ServiceError) {
        let named = named(in: actions.first?.rawText ?? "")
        guard !named.isEmpty else { return }
        let people = named.filter { $0.reference.kind == .contact || $0.reference.kind == .lead }
        let one = named.count == 1 ? named.first : people.count == 1 ? people.first : nil
        (selected, touched) = (one, [])
        if let one { mention([one] + named.filter { $0 != one }) } else { (last, mentioned) = (nil, []) }
    }

    /// Takes a colleague whose work was spoken of as whom "she" means, until somebody or something else is.
    private mutating func hearColleague(of action: Action) {
        // Whose it is was answered: "who looks after them", and then "ask her to call".
        if action.commandType == .showField, action.entities["field"] == "owner",
            let record = action.links.first?.record, let owner = try? session.owner(of: record.reference)
        {
            colleague = users.first { $0.id == owner && owner != session.user.id }
            return
        }
        let said = [
            action.entities["owner"], action.entities["assignee"], action.entities["filters"]?["owner"],
        ].compactMap { $0?.string }
        let isAboutOthers =
            action.commandType != .assignRecord
            && action.links.contains { $0.record.reference.kind == .contact || $0.record.reference.kind == .lead }
        if !isAboutOthers, let user = users.first(where: { $0.id != session.user.id && said.contains($0.name) }) {
            colleague = user
        } else if !action.links.isEmpty {
            colleague = nil
        }
    }

    /// Performs actions in place of what was done last, which stays where they cannot be performed.
    private mutating func correct(
        with actions: [Action], confirmed: Bool, source: PhraseSource
    ) throws(ServiceError) -> Reply {
        (pending, takesBack) = ([], false)
        let (kept, before) = (together, performed)
        _ = try session.run(.undo(count: 1))
        // What was done in the same breath was taken back with it and is done again.
        do {
            let reply = try finish(kept + actions, confirmed: confirmed || !kept.isEmpty, source: source)
            replaced = before
            return reply
        } catch {
            _ = try session.run(.redo(count: 1))
            throw error
        }
    }

    /// Takes a correction back, so that what it stood in place of holds again.
    private mutating func undoCorrection(source: PhraseSource) throws(ServiceError) -> Reply {
        let before = replaced
        (pending, replaced) = ([], [])
        let undone = try session.run(.undo(count: 1))
        guard var reply = try? finish(before, confirmed: true, source: source) else { return undone }
        reply.text = "As it was before: \(reply.text)"
        return reply
    }

    /// Keeps a reading in mind without performing it: what it asks, names and would list is what the next phrase may
    /// lean on. Records are looked up, none is changed.
    public mutating func follow(_ actions: [Action]) throws(ServiceError) {
        if actions.count == 1, let command = actions.first?.command, command == .confirm || command == .reject {
            pending = []
            return
        }
        wait(for: actions, actions.contains { $0.status == .clarify || $0.status == .confirm })
        if actions.allSatisfy({ $0.status == .unknown }) { try hear(actions) }
        guard let action = actions.last(where: { $0.status != .unknown && $0.status != .refused && !$0.leans }) else {
            return
        }
        last = action
        hearColleague(of: action)
        if let name = action.newName {
            (newcomer, selected) = (name, nil)
        } else if let link = action.links.first {
            (newcomer, selected) = (nil, link.record)
        }
        guard action.status == .ready, let command = action.command, !command.writes, command.isQuestion else { return }
        let before = selected?.reference
        let reply = try session.run(command)
        try select(reply)
        keep(reply, of: action, before: before)
    }

    /// Remembers what waits for an answer; what nobody understood, or leans on nothing, leaves a question as it was.
    private mutating func wait(for actions: [Action], _ waits: Bool) {
        if actions.allSatisfy({ $0.status == .unknown || $0.leans }), pending.first?.status == .confirm { return }
        pending = waits ? actions : []
        takesBack = waits && lastChanged && actions.first?.corrects == true
    }

    /// Performs a command that came from a key and not from words.
    public mutating func run(_ command: Command) throws(ServiceError) -> Reply {
        if command == .undo(count: 1), !replaced.isEmpty { return try undoCorrection(source: .typed) }
        let reply = try session.run(command)
        if reply.changed { (namesReadAt, performed, replaced) = (nil, [], []) }
        return reply
    }

    private mutating func finish(_ actions: [Action], confirmed: Bool, source: PhraseSource) throws(ServiceError)
        -> Reply
    {
        // A stray yes or a look at the help is not what "no, Friday" corrects.
        if actions.allSatisfy(\.isTalk) { return try session.run(actions, confirmed: confirmed, source: source) }
        let before = selected?.reference
        mention(actions.flatMap { $0.links.map(\.record) })
        let reply = try session.run(actions, confirmed: confirmed, source: source)
        if reply.changed { namesReadAt = nil }
        if let action = actions.last(where: { $0.command != nil }) { last = action }
        together = reply.changed ? Array(actions.dropLast()) : []
        let takesBack = actions.contains { [.undo, .redo].contains($0.commandType) }
        if reply.changed { (performed, replaced) = (takesBack ? [] : actions, []) }
        if reply.erased != nil { (last, selected, mentioned) = (nil, nil, []) }
        (newcomer, lastChanged) = (nil, reply.changed)
        try select(reply)
        keep(reply, of: last, before: before)
        return reply
    }

    /// Takes what a reply is about as the record that is spoken of; of a list nobody is meant yet by "it".
    private mutating func select(_ reply: Reply) throws(ServiceError) {
        if reply.query != nil, reply.records.count > 1 {
            (selected, touched) = (last?.asksForOne == true ? reply.records[0] : nil, [])
        } else if let focus = reply.focus {
            // A reply may name a record without saying whose it is, which tells who "they" are.
            let known = reply.records.first { $0.reference == focus }
            selected = known?.parent.isEmpty == false ? known : try session.read { try $0.named(focus) }
            if let selected { mention([selected]) }
        }
    }

    /// Keeps what a reply shows or has touched, which the next phrase may point at.
    ///
    /// - Parameter before: The record spoken of until then.
    private mutating func keep(_ reply: Reply, of action: Action?, before: RecordReference?) {
        if reply.records.count > 1 { listed = reply.records }
        if let action { list = action.asList(after: list) ?? list }
        if reply.changed {
            touched = reply.records.isEmpty ? selected.map { [$0] } ?? [] : reply.records
            if touched.count == 1 { mention(touched) }
        } else if let focus = reply.focus, focus != before {
            touched = []
        }
    }
}

extension Action {
    /// Whether it leaned on what was said before and found nothing there.
    fileprivate var leans: Bool {
        commandType.leans && command == nil
    }

    /// Whether it only answers or asks for help, and is nothing to go on with.
    fileprivate var isTalk: Bool { [.confirm, .reject, .cancel, .help].contains(commandType) && links.isEmpty }

    /// The action as a list others may be about; a list put in order or narrowed keeps what it was before.
    fileprivate func asList(after list: Action?) -> Action? {
        switch command {
        case .list(let query)?, .showRisk(let query)?, .pipeline(let query)?, .count(let query, _)?:
            // How many those are is still that list.
            if commandType == .countRecords, list?.command?.query == query { return nil }
            guard [.sortView, .filterView].contains(commandType), var same = list,
                same.command?.query?.kind == query.kind
            else { return self }
            same.command = .list(query)
            return same
        default: return nil
        }
    }

    /// The name of the record it would create.
    fileprivate var newName: String? {
        switch commandType {
        case .createLead: entities["company"]?.string ?? entities["person"]?.string
        case .createContact: entities["person"]?.string
        default: nil
        }
    }
}

extension Command {
    /// Whether it is answered with records, and answering leaves nothing behind.
    fileprivate var isQuestion: Bool {
        switch self {
        case .confirm, .reject, .help, .export, .saveView: false
        default: !writes
        }
    }
}
