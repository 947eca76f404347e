public import HarkCore
import HarkStore

/// A customer on the list of those at risk.
public struct CustomerAtRisk: Hashable, Sendable {
    public let customer: CustomerSummary
    /// By how much the risk rose in the last 30 days, `-1...1`; `nil` where the ledger does not go back so far.
    public let change: Double?
    /// What is best done next.
    public let action: NextAction?
}

extension Session {
    /// The customers a query asks for, with what has changed and what to do.
    public func customersAtRisk(_ query: RecordQuery) throws(ServiceError) -> Listing<CustomerAtRisk> {
        let found = try customers(query)
        let references = found.rows.map(\.reference)
        let actions = try firstActions(for: references)
        let rows = try read { reading in
            try found.rows.map { row in
                let before = try reading.score(of: row.reference, at: now.adding(days: -30))
                let change = row.risk.flatMap { risk in before.map { risk - $0.probability } }
                return CustomerAtRisk(customer: row, change: change, action: actions[row.reference])
            }
        }
        return Listing(rows: rows, total: found.total, snoozed: found.snoozed)
    }
}
