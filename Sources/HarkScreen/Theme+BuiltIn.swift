extension Theme {
    /// The theme named `name` among those built in: `dark`, `light`, `mono`.
    public static func builtIn(_ name: String) -> Theme? { [dark, light, mono].first { $0.name == name } }

    /// Light text on a dark ground; the same as `themes/dark.toml`.
    public static let dark = Theme(name: "dark", inks: darkInks)

    /// Dark text on a light ground; the same as `themes/light.toml`.
    public static let light = Theme(name: "light", inks: lightInks)

    /// No colours; the same as `themes/mono.toml`.
    public static let mono = Theme(name: "mono", inks: [:])

    private typealias Inks = (front: Ink, back: Ink?)

    private init(name: String, inks: [Role: Inks]) {
        let styles = Role.allCases.map { role in
            let own = inks[role]
            let emphasis = own == nil ? [] : Theme.emphasis[role] ?? []
            let style = Style(
                foreground: own?.front, background: own?.back, emphasis: emphasis, mono: Theme.monoEmphasis[role] ?? [])
            return (role, style)
        }
        self.init(name: name, whole: Dictionary(uniqueKeysWithValues: styles))
    }

    private static func look(_ front: Ink, on back: Ink? = nil) -> Inks { (front, back) }

    private static let emphasis: [Role: Emphasis] = [
        .title: [.bold],
        .header: [.bold],
        .focusedBorder: [.bold],
        .marked: [.bold],
        .matched: [.bold, .underline],
        .key: [.bold],
        .prompt: [.bold],
        .error: [.bold],
        .high: [.bold],
        .danger: [.bold],
        .laneNow: [.bold],
        .saidName: [.underline],
        .saidTime: [.underline],
        .saidValue: [.underline],
        .notUnderstood: [.reverse],
    ]

    private static let monoEmphasis: [Role: Emphasis] = [
        .muted: [.dim],
        .title: [.bold],
        .header: [.reverse],
        .focusedBorder: [.bold],
        .selection: [.reverse],
        .restingSelection: [.underline],
        .marked: [.bold],
        .matched: [.bold, .underline],
        .key: [.bold],
        .error: [.bold, .reverse],
        .high: [.bold],
        .low: [.dim],
        .danger: [.bold],
        .warning: [.bold],
        .jsonNumber: [.bold],
        .laneStage: [.bold],
        .laneGap: [.dim],
        .laneForecast: [.dim],
        .laneNow: [.bold],
        .saidName: [.bold],
        .saidTime: [.underline],
        .saidValue: [.bold, .underline],
        .saidChoice: [.dim],
        .notUnderstood: [.reverse],
    ]

    private static let darkInks: [Role: Inks] = [
        .text: look(Ink(0xD7D7D7, 188, 7), on: Ink(0x12161C, 233, 0)),
        .muted: look(Ink(0x949494, 246, 7)),
        .title: look(Ink(0x87D7FF, 117, 14)),
        .header: look(Ink(0xEEEEEE, 255, 15), on: Ink(0x24303F, 236, 4)),
        .border: look(Ink(0x878787, 102, 7)),
        .focusedBorder: look(Ink(0x5FD7FF, 81, 14)),
        .selection: look(Ink(0xFFFFFF, 231, 15), on: Ink(0x1F4F7D, 24, 4)),
        .restingSelection: look(Ink(0xE4E4E4, 254, 15), on: Ink(0x2C3744, 237, 0)),
        .marked: look(Ink(0xFFD787, 222, 11)),
        .matched: look(Ink(0xFFD787, 222, 11)),
        .key: look(Ink(0x87D7FF, 117, 14)),
        .prompt: look(Ink(0xFFFFFF, 231, 15)),
        .status: look(Ink(0xC6C6C6, 251, 7)),
        .error: look(Ink(0xFFAFAF, 217, 9)),
        .high: look(Ink(0x87D7AF, 115, 10)),
        .medium: look(Ink(0xFFD75F, 221, 11)),
        .low: look(Ink(0xA8A8A8, 248, 7)),
        .danger: look(Ink(0xFF8787, 210, 9)),
        .warning: look(Ink(0xFFAF5F, 215, 11)),
        .good: look(Ink(0x87D7AF, 115, 10)),
        .jsonKey: look(Ink(0x87D7FF, 117, 14)),
        .jsonString: look(Ink(0xAFD787, 150, 10)),
        .jsonNumber: look(Ink(0xD7AFFF, 183, 13)),
        .laneStage: look(Ink(0x5FD7FF, 81, 14)),
        .laneTouch: look(Ink(0x87D7AF, 115, 10)),
        .laneGap: look(Ink(0x9E9E9E, 247, 7)),
        .laneForecast: look(Ink(0xAFAFFF, 147, 13)),
        .laneNow: look(Ink(0xFFD787, 222, 11)),
        .saidName: look(Ink(0x87D7FF, 117, 14)),
        .saidTime: look(Ink(0xAFAFFF, 147, 13)),
        .saidValue: look(Ink(0xD7AFFF, 183, 13)),
        .saidChoice: look(Ink(0xAFD787, 150, 10)),
        .notUnderstood: look(Ink(0xFFAFAF, 217, 9)),
    ]

    private static let lightInks: [Role: Inks] = [
        .text: look(Ink(0x262626, 235, 0), on: Ink(0xFBFBF8, 231, 15)),
        .muted: look(Ink(0x5F5F87, 60, 0)),
        .title: look(Ink(0x005F87, 24, 4)),
        .header: look(Ink(0x1C1C1C, 234, 0), on: Ink(0xDBE5EF, 254, 7)),
        .border: look(Ink(0x5F5F87, 60, 0)),
        .focusedBorder: look(Ink(0x005FAF, 25, 4)),
        .selection: look(Ink(0xFFFFFF, 231, 15), on: Ink(0x1D5FA3, 25, 4)),
        .restingSelection: look(Ink(0x262626, 235, 0), on: Ink(0xD3DDE8, 253, 7)),
        .marked: look(Ink(0x875F00, 94, 5)),
        .matched: look(Ink(0x875F00, 94, 5)),
        .key: look(Ink(0x005F87, 24, 4)),
        .prompt: look(Ink(0x000000, 16, 0)),
        .status: look(Ink(0x444444, 238, 0)),
        .error: look(Ink(0xAF0000, 124, 1)),
        .high: look(Ink(0x005F5F, 23, 4)),
        .medium: look(Ink(0x875F00, 94, 5)),
        .low: look(Ink(0x626262, 241, 0)),
        .danger: look(Ink(0xAF0000, 124, 1)),
        .warning: look(Ink(0x875F00, 94, 5)),
        .good: look(Ink(0x005F5F, 23, 4)),
        .jsonKey: look(Ink(0x005F87, 24, 4)),
        .jsonString: look(Ink(0x005F00, 22, 4)),
        .jsonNumber: look(Ink(0x870087, 90, 5)),
        .laneStage: look(Ink(0x005FAF, 25, 4)),
        .laneTouch: look(Ink(0x005F5F, 23, 4)),
        .laneGap: look(Ink(0x6C6C6C, 242, 0)),
        .laneForecast: look(Ink(0x5F5FAF, 61, 5)),
        .laneNow: look(Ink(0x875F00, 94, 1)),
        .saidName: look(Ink(0x005F87, 24, 4)),
        .saidTime: look(Ink(0x5F5FAF, 61, 5)),
        .saidValue: look(Ink(0x870087, 90, 5)),
        .saidChoice: look(Ink(0x005F00, 22, 4)),
        .notUnderstood: look(Ink(0xAF0000, 124, 1)),
    ]
}

extension Ink {
    /// Makes an ink from `0xRRGGBB` and its numbers among 256 and 16 colours.
    fileprivate init(_ value: UInt32, _ ansi256: UInt8, _ ansi16: UInt8) {
        self.init(Color(value), ansi256: ansi256, ansi16: ansi16)
    }
}
