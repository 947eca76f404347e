public import HarkCore
import HarkStore

extension Session {
    /// Performs one command.
    ///
    /// Permission is checked first; a change, its inverse and its audit row are one transaction.
    public func run(_ command: Command) throws(ServiceError) -> Reply { try perform([command], phrase: nil) }

    /// Performs the actions of one sentence, all or none of them, undone as one.
    ///
    /// - Parameter confirmed: Whether the user has said yes to what actions in `confirm` ask.
    /// - Throws: ``ServiceError/needsAnswer(_:)`` for an action that still asks something,
    ///   ``ServiceError/badInput(_:)`` for one nobody understood.
    public func run(_ actions: [Action], confirmed: Bool, source: PhraseSource = .typed) throws(ServiceError) -> Reply {
        var commands: [Command] = []
        for action in actions {
            switch action.status {
            case .ready: break
            case .confirm where confirmed: break
            case .confirm, .clarify: throw .needsAnswer(action.question ?? "Say yes to go on.")
            case .refused: throw .badInput(action.question ?? "That was understood as something not to do.")
            case .unknown:
                throw .badInput(
                    action.question ?? "'\(action.rawText)' was not understood. 'help' lists what can be said.")
            }
            guard let command = action.command else {
                throw .badInput("'\(action.rawText)' names nothing that can be done.")
            }
            commands.append(command)
        }
        let phrase = actions.first.map { Phrase(text: $0.rawText, source: source) }
        return try perform(commands, phrase: phrase)
    }

    /// The words a command came from, for the voice log.
    struct Phrase {
        var text: String
        var source: PhraseSource
    }

    private func perform(_ commands: [Command], phrase: Phrase?) throws(ServiceError) -> Reply {
        guard let first = commands.first else { throw .badInput("There is nothing to do.") }
        guard commands.contains(where: \.writes) else {
            var replies: [Reply] = []
            for command in commands { replies.append(try answer(command)) }
            return Session.joined(replies)
        }
        if case .undo(let count) = first { return try undo(count: count) }
        if case .redo(let count) = first { return try redo(count: count) }
        if case .importFile(let path) = first, commands.count == 1 { return try importing(path) }
        // The words it was said in name the person, so they are not kept either.
        if case .erase(let record) = first, commands.count == 1 { return try erasing(record) }
        var steps: [Step] = []
        for command in commands { steps.append(try step(for: command)) }
        let title = steps.map(\.title).joined(separator: "; ")
        return try write(request(first.type, title: title)) { writing in
            let replies = try steps.map { try $0.change(writing) }
            if let phrase { try record(phrase, type: first.type, in: writing) }
            return Session.joined(replies)
        }
    }

    /// A checked change: what to call it, and how to make it.
    struct Step {
        var title: String
        var change: (Writing) throws -> Reply
    }

    /// Why the user may not do what a command would change; `nil` where they may. Nothing is changed.
    func refusal(of command: Command?) -> ServiceError? {
        guard let command, command.writes else { return nil }
        do { _ = try step(for: command) } catch {
            switch error {
            case .refused, .notOwned: return error
            case .notFound, .badInput, .needsAnswer, .storage, .toolMissing: return nil
            }
        }
        return nil
    }

    private func step(for command: Command) throws(ServiceError) -> Step {
        switch command {
        case .createLead(let new): try creatingLead(new)
        case .update(let record, let change): try updating(record, change)
        case .disqualifyLead(let id, let reason): try disqualifyingLead(id, reason: reason)
        case .createContact(let new): try creatingContact(new)
        case .createCompany(let new): try creatingCompany(new)
        case .createDeal(let new): try creatingDeal(new)
        case .updateDeal(let id, let stage): try movingDeal(id, to: stage)
        case .changeDeal(let id, let change): try changingDeal(id, change)
        case .scheduleMeeting(let new): try schedulingMeeting(new)
        case .reschedule(let record, let time): try rescheduling(record, to: time)
        case .cancelActivity(let record): try cancelling(record)
        case .createTask(let new): try creatingTask(new)
        case .completeTask(let id): try completingTask(id)
        case .snoozeTask(let id, let time): try snoozing(id, until: time)
        case .log(let log): try logging(log)
        case .addNote(let note): try addingNote(note)
        case .draftEmail(let email): try draftingEmail(email)
        case .createTicket(let new): try creatingTicket(new)
        case .closeTicket(let id, let resolution): try closingTicket(id, resolution: resolution)
        case .delete(let reference): try deleting(reference)
        case .convertLead(let id, let amount): try convertingLead(id, amount: amount)
        case .assign(let records, let owner, let name): try assigning(records, to: owner, name)
        case .tag(let records, let tag, let isAdded): try tagging(records, tag, isAdded: isAdded)
        case .merge(let records, let keep): try merging(records, keep: keep)
        case .bulkUpdate(let query, let change): try updatingAll(query, change)
        case .bulkDelete(let query): try deletingAll(query)
        case .restore(let kind, let name): try restoring(kind, named: name)
        case .importFile:
            throw .badInput("An import stands alone: say it in a sentence of its own.")
        case .erase:
            throw .badInput("Erasing somebody stands alone: say it in a sentence of its own.")
        case .undo, .redo:
            throw .badInput("Undo and redo stand alone: say them in a sentence of their own.")
        default: try answering(command)
        }
    }

    private func answering(_ command: Command) throws(ServiceError) -> Step {
        let reply = try answer(command)
        return Step(title: reply.text) { _ in reply }
    }

    private func record(_ phrase: Phrase, type: CommandType, in writing: Writing) throws {
        _ = try writing.insert(
            VoiceLog(
                user: user.id, at: now, source: phrase.source, transcript: phrase.text, commandType: type.rawValue,
                performed: true))
    }

    private static func joined(_ replies: [Reply]) -> Reply {
        guard let last = replies.last, replies.count > 1 else { return replies.first ?? Reply("") }
        return Reply(
            replies.map(\.text).joined(separator: " "), focus: replies.compactMap(\.focus).last,
            records: replies.flatMap(\.records), query: last.query, changed: replies.contains(where: \.changed))
    }
}
