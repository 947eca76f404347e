/// Something a template file should not have.
public struct GrammarFinding: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The file cannot be used, or says two things at once.
        case error
        /// It can be used, and may not do what was meant.
        case warning
    }

    /// How bad it is.
    public var severity: Severity
    /// Where it is.
    public var place: GrammarPlace
    /// What it collides with; `nil` for nothing.
    public var other: GrammarPlace?
    /// What is wrong, in one sentence without its end.
    public var text: String

    /// One line, as compilers write it.
    public var description: String {
        "\(place): \(severity.rawValue): \(text)" + (other.map { " (\($0))" } ?? "")
    }
}
