/// A right: an action on a kind of thing.
public struct Permission: Hashable, Sendable, Codable, CustomStringConvertible {
    /// What is done.
    public var action: Action
    /// What it is done to.
    public var subject: Subject

    /// Creates a right.
    public init(_ action: Action, _ subject: Subject) {
        self.action = action
        self.subject = subject
    }

    /// What may be done.
    public enum Action: String, CaseIterable, Hashable, Sendable, Codable { case read, write, run }

    /// What it may be done to.
    public enum Subject: String, CaseIterable, Hashable, Sendable, Codable {
        case leads, deals, contacts, customers, activities, notes, tickets, voiceLogs
        case transfer, training, administration
    }

    /// Whose records a right reaches.
    public enum Scope: Int, Comparable, Hashable, Sendable, Codable {
        case none, own, team, tenant

        /// Orders by reach.
        public static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
    }

    /// The right as a refusal names it, such as `write leads`.
    public var description: String { "\(action.rawValue) \(subject.rawValue)" }
}

extension Role {
    /// How far a right reaches for this role; the table of roles is this function and nothing else.
    public func scope(of permission: Permission) -> Permission.Scope {
        switch self {
        case .admin: .tenant
        case .manager: managerScope(permission)
        case .rep: repScope(permission)
        case .support: supportScope(permission)
        case .viewer: permission.action == .read && !Role.guarded.contains(permission.subject) ? .tenant : .none
        }
    }

    private static let guarded: Set<Permission.Subject> = [.voiceLogs, .transfer, .training, .administration]

    private func managerScope(_ permission: Permission) -> Permission.Scope {
        switch permission.subject {
        case .administration: .none
        case .transfer, .training: .tenant
        default: .team
        }
    }

    private func repScope(_ permission: Permission) -> Permission.Scope {
        switch (permission.subject, permission.action) {
        case (.administration, _), (.training, _): .none
        case (.voiceLogs, _), (.transfer, _): .own
        case (.contacts, _), (.customers, _), (.activities, _), (.notes, _), (_, .read): .team
        default: .own
        }
    }

    private func supportScope(_ permission: Permission) -> Permission.Scope {
        switch (permission.subject, permission.action) {
        case (.voiceLogs, _), (.transfer, _), (.training, _), (.administration, _): .none
        case (_, .read), (.notes, .write), (.tickets, .write): .tenant
        default: .none
        }
    }
}
