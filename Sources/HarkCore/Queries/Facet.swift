/// How the records of a tenant spread over the values of one field.
public struct Facet: Hashable, Sendable {
    public var field: Field
    /// The values, most frequent first; records without one are not counted.
    public var values: [Count]

    /// A value and how many records have it.
    public struct Count: Hashable, Sendable {
        public var value: String
        public var count: Int

        /// Creates a count.
        public init(_ value: String, _ count: Int) {
            self.value = value
            self.count = count
        }
    }

    /// Creates a facet.
    public init(_ field: Field, _ values: [Count]) {
        self.field = field
        self.values = values
    }
}

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
