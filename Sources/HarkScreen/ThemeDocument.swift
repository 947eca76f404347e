/// A theme file as decoded, to be made a ``Theme``; any `Decoder` will do, Hark's files are TOML.
///
/// ```toml
/// name = "dark"
///
/// [roles.title]             # the raw value of a Role
/// fg = "#8fd6ff"            # strokes, optional: the terminal's own colour
/// fg256 = 117               # the same among 256 colours, optional: the nearest
/// fg16 = 14                 # and among 16, optional: the nearest
/// bg = "#12161c"            # background, optional: that of the role `text`; bg256 and bg16 likewise
/// emphasis = ["bold"]       # with colours, optional: bold, dim, reverse, underline
/// mono = ["bold"]           # without colours, optional: none
/// ```
public struct ThemeDocument: Codable, Hashable, Sendable {
    /// One role's table.
    public struct Entry: Codable, Hashable, Sendable {
        /// The colour of the strokes, `#rrggbb`.
        public var fg: String?
        /// Its number among the 256 standard colours.
        public var fg256: UInt8?
        /// Its number among the 16 basic colours.
        public var fg16: UInt8?
        /// The colour behind them, `#rrggbb`.
        public var bg: String?
        /// Its number among the 256 standard colours.
        public var bg256: UInt8?
        /// Its number among the 16 basic colours.
        public var bg16: UInt8?
        /// Names of ``Emphasis`` where there are colours.
        public var emphasis: [String]?
        /// Names of ``Emphasis`` where there are none.
        public var mono: [String]?

        /// Makes an empty table.
        public init() {}
    }

    /// The theme's name.
    public var name: String
    /// The tables by role.
    public var roles: [String: Entry]

    /// Makes a document.
    public init(name: String, roles: [String: Entry]) {
        self.name = name
        self.roles = roles
    }
}

extension Theme {
    /// Makes a theme from a file's content.
    ///
    /// - Parameter base: Looks for the roles the document leaves out.
    /// - Throws: ``ThemeError`` for the first entry, by role name, that cannot be used.
    public init(_ document: ThemeDocument, base: Theme? = nil) throws(ThemeError) {
        var styles: [Role: Style] = [:]
        for (name, entry) in document.roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: name) else { throw .unknownRole(name) }
            styles[role] = try entry.style(of: role)
        }
        try self.init(name: document.name, styles: styles, base: base)
    }
}

extension ThemeDocument.Entry {
    fileprivate func style(of role: Role) throws(ThemeError) -> Style {
        Style(
            foreground: try Self.ink(fg, fg256, fg16, role), background: try Self.ink(bg, bg256, bg16, role),
            emphasis: try Self.emphasis(emphasis, role), mono: try Self.emphasis(mono, role))
    }

    private static func ink(
        _ hex: String?, _ ansi256: UInt8?, _ ansi16: UInt8?, _ role: Role
    ) throws(ThemeError) -> Ink? {
        guard let hex else { return nil }
        guard let color = Color(hex: hex) else { throw .badColor(hex, role: role) }
        if let ansi16, ansi16 > 15 { throw .badColor(String(ansi16), role: role) }
        return Ink(color, ansi256: ansi256, ansi16: ansi16)
    }

    private static func emphasis(_ names: [String]?, _ role: Role) throws(ThemeError) -> Emphasis {
        var emphasis: Emphasis = []
        for name in names ?? [] {
            guard let one = Emphasis(name: name) else { throw .badEmphasis(name, role: role) }
            emphasis.insert(one)
        }
        return emphasis
    }
}
