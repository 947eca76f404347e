/// Where somebody stands on the way from stranger to loyal customer, or away again.
public enum LifecycleStage: String, CaseIterable, Hashable, Sendable, Codable {
    case lead, qualified, opportunity, new, active, loyal, atRisk = "at-risk", churned, wonBack = "won-back"
}
