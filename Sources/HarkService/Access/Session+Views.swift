public import HarkCore
import HarkStore

extension Session {
    /// How the tenant's leads spread over priority, status, source and owner.
    public func leadFacets() throws(ServiceError) -> [FieldCounts] {
        try require(.read, .leads)
        return try read { try $0.leadFacets() }
    }

    /// The views this user keeps in this tenant, by name.
    public func savedViews() throws(ServiceError) -> [SavedView] {
        try read { try $0.savedViews(of: user.id) }
    }

    /// Keeps a view for this user, in place of one of the same name.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for a name that is empty or longer than 60 characters, a filter that
    ///   cannot be read, or a kind that has no list.
    public func keep(_ view: SavedView) throws(ServiceError) {
        try require(.read, view.kind.subject)
        guard [.lead, .customer].contains(view.kind) else {
            throw .badInput("Views are kept of leads and customers only.")
        }
        guard !view.name.allSatisfy(\.isWhitespace), view.name.count <= 60 else {
            throw .badInput("A view needs a name of at most 60 characters.")
        }
        do { _ = try FilterExpression(view.filter) } catch { throw .badInput(error.message) }
        try write(request(nil, title: "Kept view \(view.name)", journalled: false)) { try $0.keep(view) }
    }

    /// Forgets a view of this user; one that is not there is no error.
    public func forget(_ view: SavedView) throws(ServiceError) {
        try write(request(nil, title: "Forgot view \(view.name)", journalled: false)) { try $0.forget(view) }
    }
}
