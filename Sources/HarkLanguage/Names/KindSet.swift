import HarkCore

/// Several kinds of record.
struct KindSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let all = KindSet(rawValue: (1 << UInt16(RecordKind.allCases.count)) - 1)
    static var lead: KindSet { KindSet(.lead) }
    static var contact: KindSet { KindSet(.contact) }
    static var company: KindSet { KindSet(.company) }
    static var customer: KindSet { KindSet(.customer) }
    static var deal: KindSet { KindSet(.deal) }
    static var task: KindSet { KindSet(.task) }
    static var ticket: KindSet { KindSet(.ticket) }
    static var meeting: KindSet { KindSet(.meeting) }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kind: RecordKind) { rawValue = 1 << KindSet.place(of: kind) }

    /// The place of a kind among all, without looking for it: sets are made for every record that is compared.
    private static func place(of kind: RecordKind) -> UInt16 {
        switch kind {
        case .lead: 0
        case .contact: 1
        case .company: 2
        case .customer: 3
        case .deal: 4
        case .task: 5
        case .meeting: 6
        case .call: 7
        case .note: 8
        case .ticket: 9
        }
    }

    /// The only kind of the set; `nil` for none or several.
    var single: RecordKind? {
        rawValue.nonzeroBitCount == 1 ? RecordKind.allCases[rawValue.trailingZeroBitCount] : nil
    }
}
