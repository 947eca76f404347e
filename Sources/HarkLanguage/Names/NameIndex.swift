public import HarkCore

/// The names of one tenant's records, ready to be found in a phrase by spelling or by sound.
public struct NameIndex: Sendable {
    /// Builds the index.
    ///
    /// - Complexity: O(n) in the total length of the names.
    public init(_ records: [NamedRecord] = []) {}

    /// Adds a record, or renames the one of that reference.
    public mutating func insert(_ record: NamedRecord) {}

    /// Forgets a record.
    public mutating func remove(_ reference: RecordReference) {}
}
