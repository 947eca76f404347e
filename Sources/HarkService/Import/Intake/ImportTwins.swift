internal import HarkCore
internal import HarkStore

/// The records of one kind a tenant had before a file, by what makes them themselves.
///
/// It holds eight bytes for each record, so a million of them take some 20 MB.
struct ImportTwins {
    private var known: Set<UInt64> = []
    private let isDated: Bool

    /// Reads the tenant's records of a kind.
    ///
    /// - Parameter isDated: Whether the file says when records were made.
    init(of kind: ImportKind, isDated: Bool, in reading: Reading) throws {
        self.isDated = isDated
        switch kind {
        case .users: try reading.users().forEach { add(.user($0)) }
        case .companies: try reading.eachCompany { add(.company($0)) }
        case .contacts: try reading.eachContact { add(.contact($0)) }
        case .leads: try reading.eachLead { add(.lead($0)) }
        case .customers: try reading.eachCustomer { add(.customer($0)) }
        case .deals: try reading.eachDeal { add(.deal($0)) }
        case .events:
            for kind in ImportTwins.subjects { try reading.eachEvent(of: kind) { add(.event($0)) } }
        case .messages:
            for kind in ImportTwins.subjects { try reading.eachMessage(of: kind) { add(.message($0)) } }
        case .tickets: try reading.eachTicket { add(.ticket($0)) }
        case .tasks:
            for kind in RecordKind.allCases {
                try reading.eachActivity(about: kind) { if $0.kind == .task { add(.task($0)) } }
            }
        }
    }

    /// Whether the tenant has the record already; from then on it counts as there where it can be only once.
    mutating func take(_ record: LinkedRecord) -> Bool {
        let key = record.key(isDated: isDated)
        if known.contains(key) { return false }
        if record.isUnique { known.insert(key) }
        return true
    }

    /// Whom events and messages are about.
    private static let subjects: [RecordKind] = [.lead, .customer, .contact]

    private mutating func add(_ record: LinkedRecord) { known.insert(record.key(isDated: isDated)) }
}
