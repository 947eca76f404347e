/// A look for every role.
public struct Theme: Hashable, Sendable {
    /// The name users choose it by.
    public let name: String
    private let styles: [Role: Style]

    /// Makes a theme.
    ///
    /// - Parameters:
    ///   - styles: The look of each role. A role without a background gets that of ``Role/text``.
    ///   - base: Looks for the roles `styles` leaves out.
    /// - Throws: ``ThemeError/missing(_:)`` when a role has no look at all.
    public init(name: String, styles: [Role: Style], base: Theme? = nil) throws(ThemeError) {
        let all = styles.merging(base?.styles ?? [:]) { own, _ in own }
        let missing = Role.allCases.filter { all[$0] == nil }
        guard missing.isEmpty else { throw .missing(missing) }
        self.init(name: name, whole: all)
    }

    /// Makes a theme from a look for every role.
    init(name: String, whole styles: [Role: Style]) {
        let background = styles[.text]?.background
        self.name = name
        self.styles = styles.mapValues { style in
            var style = style
            style.background = style.background ?? background
            return style
        }
    }

    /// The look of `role`.
    public subscript(role: Role) -> Style { styles[role] ?? Style() }

    /// Roles that are hard to read: their contrast, where both colours are known, is below `ratio`.
    ///
    /// - Returns: The roles in order of declaration, with their ratio.
    public func weakRoles(below ratio: Double = 4.5) -> [(role: Role, ratio: Double)] {
        Role.allCases.compactMap { role in
            guard let front = self[role].foreground?.color, let back = self[role].background?.color else { return nil }
            let contrast = front.contrast(with: back)
            return contrast < ratio ? (role, contrast) : nil
        }
    }
}

/// Why a theme cannot be used.
public enum ThemeError: Error, Equatable, Sendable {
    /// These roles have no look and there is no base theme to take it from.
    case missing([Role])
    /// The file names a role there is not.
    case unknownRole(String)
    /// The role's colour is not `#rrggbb`, or its number is above 15 (`fg16`, `bg16`).
    case badColor(String, role: Role)
    /// The role's emphasis is none of `bold`, `dim`, `reverse`, `underline`.
    case badEmphasis(String, role: Role)
}
