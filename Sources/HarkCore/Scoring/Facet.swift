/// The two sides of a score that are shown apart.
public enum Facet: String, CaseIterable, Hashable, Sendable, Codable {
    /// Who they are.
    case fit
    /// What they do, and how lately.
    case engagement
}
