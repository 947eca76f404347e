/// A filter and an order somebody keeps under a name.
public struct SavedView: Hashable, Sendable {
    /// Unique for its user and kind, without regard to case.
    public var name: String
    /// What is listed: leads or customers.
    public var kind: RecordKind
    /// The filter line, such as `stage:open owner:me`.
    public var filter: String
    /// The order, main key first.
    public var sort: [SortKey]

    /// Creates a view.
    public init(name: String, kind: RecordKind, filter: String, sort: [SortKey]) {
        self.name = name
        self.kind = kind
        self.filter = filter
        self.sort = sort
    }
}
