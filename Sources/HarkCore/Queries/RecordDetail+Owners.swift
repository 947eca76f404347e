extension RecordDetail {
    /// The moment a record changed hands.
    public struct OwnerChange: Hashable, Sendable {
        public var at: LocalDateTime
        /// The owner's name before; `nil` for nobody.
        public var from: String?
        /// The owner's name from then on; `nil` for nobody.
        public var to: String?

        /// Creates a change.
        public init(at: LocalDateTime, from: String?, to: String?) {
            self.at = at
            self.from = from
            self.to = to
        }
    }

    /// Who owned the record at a moment: as the journal of performed commands has it, else whoever does today.
    public func owner(at moment: LocalDateTime) -> String? {
        if let next = ownerChanges.first(where: { $0.at > moment }) { return next.from }
        return owner
    }

    /// Who owns the record today; `nil` for nobody.
    public var owner: String? { fields.first { $0.label == RecordDetail.ownerLabel }?.value }

    /// The label of the field that names the owner.
    public static let ownerLabel = "Owner"
}
