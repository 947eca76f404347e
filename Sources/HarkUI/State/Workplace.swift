public import HarkCore
public import HarkLifecycle

extension Dashboard {
    /// Whom the dashboard works for, and as whom.
    public struct Workplace: Equatable, Sendable {
        /// The short name of the tenant.
        public var tenant: String
        /// The name of the user.
        public var user: String
        /// The user's role in a word.
        public var role: String
        /// The tenant's wall clock.
        public var now: LocalDateTime
        /// The tenant's lines between stages.
        public var cutoffs: StageCutoffs
        /// The filter of the leads to begin with.
        public var leadFilter: String
        /// The filter of the customers to begin with.
        public var customerFilter: String

        /// Creates a workplace.
        public init(
            tenant: String, user: String, role: String, now: LocalDateTime, cutoffs: StageCutoffs, leadFilter: String,
            customerFilter: String
        ) {
            self.tenant = tenant
            self.user = user
            self.role = role
            self.now = now
            self.cutoffs = cutoffs
            self.leadFilter = leadFilter
            self.customerFilter = customerFilter
        }
    }
}

extension Dashboard.Options {
    /// The options for somebody who works elsewhere: what was typed and said before stays behind.
    public mutating func move(to place: Dashboard.Workplace) {
        (tenant, user, role) = (place.tenant, place.user, place.role)
        now = place.now
        cutoffs = place.cutoffs
        (leadFilter, customerFilter) = (place.leadFilter, place.customerFilter)
        (history, draft, notice) = ([], "", nil)
    }
}
