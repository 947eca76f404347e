import HarkCore
import HarkPrediction
import Testing

/// An imported column beside what the timeline or the record counts itself.
struct TwinFeatureTests {
    /// Columns, and whether the timeline has the events; the feature learned from, and how it is called.
    static let twins: [(column: String, hasEvents: Bool, learned: String)] = [
        ("pricing_visits", true, "pricing_visits"), ("Visits_Pricing", true, "pricing_visits"),
        ("pricing_visits", false, "pricing_visits (imported)"),
    ]

    @Test(arguments: twins)
    func oneOfTwoIsLearnedFrom(_ column: String, _ hasEvents: Bool, _ learned: String) throws {
        let leads = Histories.leads(200, seed: 3).map { history in
            var history = history
            let visits = history.events.count { $0.kind == .pricingVisit }
            history.lead.attributes[column] = .number(Double(visits))
            if !hasEvents { history.events.removeAll { $0.kind == .pricingVisit } }
            return history
        }
        let predictor = try Predictor.trained(onLeads: leads, now: Histories.now, version: 1, seed: 1)
        let report = predictor.report(on: leads, now: Histories.now, cutoff: 70)
        let found = report.importance.filter { $0.label.lowercased() == "pricing visits" }
        #expect(found.map(\.feature) == [learned])
        #expect(!report.importance.contains { $0.label.hasSuffix("(imported)") || $0.label == "Visits Pricing" })
    }
}
