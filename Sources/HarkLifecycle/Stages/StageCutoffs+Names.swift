public import HarkCore

extension StageCutoffs {
    /// A line a tenant may draw otherwise.
    public struct Line: Sendable {
        /// What it is called in settings, such as `new-days`.
        public let name: String
        /// What it means.
        public let words: String
        /// What it may be.
        public let range: ClosedRange<Double>
        let path: any WritableKeyPath<StageCutoffs, Double> & Sendable
    }

    /// Every line besides the churn probability, which has a setting of its own.
    public static let lines: [Line] = [
        Line(name: "new-days", words: "days a customer is new at most", range: 1...730, path: \.newDays),
        Line(
            name: "first-value-days", words: "days after its first use a customer is new at most", range: 1...730,
            path: \.firstValueDays),
        Line(name: "won-back-days", words: "days a customer counts as won back", range: 1...730, path: \.wonBackDays),
        Line(name: "low-health", words: "health below which a customer is at risk", range: 0...100, path: \.lowHealth),
        Line(
            name: "recovered-health", words: "health from which it is so no longer", range: 0...100,
            path: \.recoveredHealth),
        Line(
            name: "usage-drop-days", words: "days a drop of usage keeps a customer at risk", range: 0...365,
            path: \.usageDropDays),
        Line(
            name: "renewal-days", words: "days before renewal in which an open problem is a risk", range: 0...365,
            path: \.renewalDays),
        Line(
            name: "loyal-renewals", words: "renewals that make a customer loyal", range: 1...20,
            path: \.loyalRenewalCount),
        Line(name: "loyal-health", words: "health a loyal customer needs", range: 0...100, path: \.loyalHealth),
        Line(
            name: "kept-loyal-health", words: "health below which it is loyal no longer", range: 0...100,
            path: \.keptLoyalHealth),
        Line(
            name: "silence-factor", words: "times the usual gap a customer may be silent", range: 1...20,
            path: \.silenceFactor),
        Line(
            name: "shortest-gap-days", words: "days a usual gap is taken to last at least", range: 1...365,
            path: \.shortestGapDays),
        Line(
            name: "hand-days", words: "days a stage set by hand holds against the rules", range: 1...730,
            path: \.handDays),
    ]

    /// Where a line runs.
    public func value(_ line: Line) -> Double { self[keyPath: line.path] }

    /// A tenant's lines; names this version does not know are left out.
    public init(_ settings: Tenant.Settings) {
        self.init()
        churn = settings.churnCutoff
        for line in StageCutoffs.lines {
            if let value = settings.stageCutoffs[line.name] { self[keyPath: line.path] = value }
        }
    }

    private var loyalRenewalCount: Double {
        get { Double(loyalRenewals) }
        set { loyalRenewals = Int(newValue.rounded()) }
    }
}
