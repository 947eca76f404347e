/// How the records of a tenant spread over the values of one field.
public struct FieldCounts: Hashable, Sendable {
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
