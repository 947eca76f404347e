public import HarkCore

/// Why a use case was not done. Each case has one exit code on the command line and one status over HTTP.
public enum ServiceError: Error, Equatable, Sendable {
    /// A record, user, tenant, file or model that does not exist; the sentence names it.
    case notFound(String)
    /// The user's role does not reach that far; never says anything of the record.
    case refused(Permission)
    /// The right is there, but reaches own records only (or the team's), and this one is somebody else's.
    case notOwned(Permission, scope: Permission.Scope)
    /// The command waits for a yes, a name or a choice; the sentence is the question.
    case needsAnswer(String)
    /// Text, a file or a value that cannot be used; the sentence says what, where and what would do.
    case badInput(String)
    /// The database cannot be opened, read or written; the sentence says why and what to do.
    case storage(String)
    /// A program Hark calls is not installed; the sentence names it.
    case toolMissing(String)

    /// One sentence for people: what, why, what to do next.
    public var message: String {
        switch self {
        case .notFound(let text), .needsAnswer(let text), .badInput(let text), .storage(let text),
            .toolMissing(let text):
            text
        case .refused(let permission):
            "Your role does not include the right to \(permission). Ask an admin of the tenant."
        case .notOwned(let permission, let scope):
            "Your role may \(permission) of \(scope == .team ? "your team" : "your own") only, and this record belongs to "
                + "somebody else. Ask its owner, a manager, or an admin of the tenant."
        }
    }
}
