import HarkCore
import HarkStore

/// What cannot be done with a mere yes: deleting many records wants their number typed, merging the name that stays,
/// erasing somebody their name.
extension Conversation {
    /// The action with what it would touch in its question, and what has to be typed before it is done.
    func weighed(_ action: Action) throws(ServiceError) -> Action {
        var action = dated(action)
        if let refusal = session.refusal(of: action.command) {
            (action.status, action.question, action.command) = (.refused, refusal.message, nil)
            return action
        }
        guard action.status == .confirm, let command = action.command else { return action }
        if case .importFile(let path) = command {
            do { action.question = try session.preview(ofImport: path) } catch {
                (action.status, action.question, action.command) = (.refused, error.message, nil)
            }
            return action
        }
        if case .erase(let record) = command {
            do { action.question = try session.preview(ofErasing: record) } catch {
                (action.status, action.question, action.command) = (.refused, error.message, nil)
                return action
            }
        }
        action.mustType = try password(of: [action])
        guard let count = try session.reach(of: command) else { return action }
        if count == 0 {
            (action.status, action.question, action.command) = (.refused, "No record fits, so nothing is done.", nil)
            return action
        }
        let rest = action.question?.dropLast() ?? ""
        let names = try session.firstNames(of: command)
        let some = names.isEmpty ? "" : " (\(names.joined(separator: ", "))\(count > names.count ? ", …" : ""))"
        action.question =
            command.type != .bulkUpdate || count > Conversation.mostByYes
            ? "\(rest): \(count)\(some)? Type \(count) to go on." : "\(rest): \(count) of them\(some)?"
        return action
    }

    /// "Two weeks later" with the day it comes to, which the server is told and the user sees.
    private func dated(_ action: Action) -> Action {
        guard case .changeDeal(let id, .closeDateShift(let shift))? = action.command,
            let old = try? session.read({ try $0.deal(id) }).closeDate
        else { return action }
        let date = shift.applied(to: old)
        var action = action
        action.command = .changeDeal(id, .closeDate(date))
        action.entities = .object(action.entities.members + [.init("date", .string(date.description))])
        action.payload = .object([.init("close_date", .string(date.description))])
        return action
    }

    /// As many records are changed with a mere yes; of more the number is typed.
    static let mostByYes = 100

    /// Whether the phrase is what the waiting actions want typed.
    func isPassword(_ phrase: String) -> Bool {
        guard let wanted = try? password(of: pending) else { return false }
        return phrase.lowercased().trimming == wanted.lowercased()
    }

    /// - Throws: ``ServiceError/needsAnswer(_:)`` unless the actions want nothing typed, or it was.
    func challenge(_ actions: [Action], answeredBy text: String) throws(ServiceError) {
        guard let wanted = try password(of: actions), wanted.lowercased() != text.lowercased().trimming else { return }
        throw .needsAnswer("A yes is not enough here: type \(wanted).")
    }

    private func password(of actions: [Action]) throws(ServiceError) -> String? {
        for action in actions {
            switch action.command {
            case .bulkDelete?,
                .export? where action.status == .confirm:
                if let command = action.command { return try session.reach(of: command).map(String.init) }
            case .bulkUpdate?:
                let count = try action.command.flatMap { command throws(ServiceError) in try session.reach(of: command)
                }
                if let count, count > Conversation.mostByYes { return String(count) }
            case .merge(_, let keep)?: return try session.detail(of: keep).title
            case .erase(let record)?: return try session.traces(of: record).name
            default: break
            }
        }
        return nil
    }
}

extension String {
    fileprivate var trimming: String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace || $0 == "." }.reversed())
    }
}
