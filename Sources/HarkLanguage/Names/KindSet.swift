import HarkCore

/// Several kinds of record.
struct KindSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let all = KindSet(rawValue: (1 << UInt16(RecordKind.allCases.count)) - 1)
    static let lead = KindSet(.lead)
    static let contact = KindSet(.contact)
    static let company = KindSet(.company)
    static let customer = KindSet(.customer)
    static let deal = KindSet(.deal)
    static let task = KindSet(.task)
    static let ticket = KindSet(.ticket)
    static let meeting = KindSet(.meeting)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kind: RecordKind) { rawValue = 1 << UInt16(RecordKind.allCases.firstIndex(of: kind) ?? 0) }

    /// The only kind of the set; `nil` for none or several.
    var single: RecordKind? {
        rawValue.nonzeroBitCount == 1 ? RecordKind.allCases[rawValue.trailingZeroBitCount] : nil
    }
}
