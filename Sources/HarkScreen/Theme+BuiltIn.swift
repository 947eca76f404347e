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
    ]

    private static let darkInks: [Role: Inks] = [
        .text: look(Ink(0xCFD6DF, 188, 7), on: Ink(0x12161C, 233, 0)),
        .muted: look(Ink(0x8A96A6, 246, 7)),
        .title: look(Ink(0x8FD6FF, 117, 14)),
        .header: look(Ink(0xE6EBF2, 255, 15), on: Ink(0x24303F, 236, 4)),
        .border: look(Ink(0x75859A, 102, 7)),
        .focusedBorder: look(Ink(0x6CC4FF, 81, 14)),
        .selection: look(Ink(0xFFFFFF, 231, 15), on: Ink(0x1F4F7D, 24, 4)),
        .restingSelection: look(Ink(0xE3E9F0, 254, 15), on: Ink(0x2C3744, 237, 0)),
        .marked: look(Ink(0xFFD479, 222, 11)),
        .matched: look(Ink(0xFFD479, 222, 11)),
        .key: look(Ink(0x8FD6FF, 117, 14)),
        .prompt: look(Ink(0xFFFFFF, 231, 15)),
        .status: look(Ink(0xB9C7D6, 251, 7)),
        .error: look(Ink(0xFFB3AD, 217, 9)),
        .high: look(Ink(0x7FE0A3, 115, 10)),
        .medium: look(Ink(0xF2C55C, 221, 11)),
        .low: look(Ink(0x9AA7B8, 248, 7)),
        .danger: look(Ink(0xFF8A80, 210, 9)),
        .warning: look(Ink(0xF5B55E, 215, 11)),
        .good: look(Ink(0x7FE0A3, 115, 10)),
        .jsonKey: look(Ink(0x8FD6FF, 117, 14)),
        .jsonString: look(Ink(0xA8D98A, 150, 10)),
        .jsonNumber: look(Ink(0xE3B0FF, 183, 13)),
        .laneStage: look(Ink(0x6CC4FF, 81, 14)),
        .laneTouch: look(Ink(0x7FE0A3, 115, 10)),
        .laneGap: look(Ink(0x8F9BAB, 247, 7)),
        .laneForecast: look(Ink(0xC3A6FF, 147, 13)),
        .laneNow: look(Ink(0xFFD479, 222, 11)),
    ]

    private static let lightInks: [Role: Inks] = [
        .text: look(Ink(0x1D2530, 235, 0), on: Ink(0xFBFBF8, 231, 15)),
        .muted: look(Ink(0x5A6675, 60, 0)),
        .title: look(Ink(0x0B4F86, 24, 4)),
        .header: look(Ink(0x10202F, 234, 0), on: Ink(0xDBE5EF, 254, 7)),
        .border: look(Ink(0x637083, 60, 0)),
        .focusedBorder: look(Ink(0x0A5FA8, 25, 4)),
        .selection: look(Ink(0xFFFFFF, 231, 15), on: Ink(0x1D5FA3, 25, 4)),
        .restingSelection: look(Ink(0x182430, 235, 0), on: Ink(0xD3DDE8, 253, 7)),
        .marked: look(Ink(0x7A4A00, 94, 5)),
        .matched: look(Ink(0x8A3D00, 94, 5)),
        .key: look(Ink(0x0B4F86, 24, 4)),
        .prompt: look(Ink(0x000000, 16, 0)),
        .status: look(Ink(0x37455A, 238, 0)),
        .error: look(Ink(0xA31414, 124, 1)),
        .high: look(Ink(0x0A6236, 23, 4)),
        .medium: look(Ink(0x7D5200, 94, 5)),
        .low: look(Ink(0x566273, 241, 0)),
        .danger: look(Ink(0xB01717, 124, 1)),
        .warning: look(Ink(0x8A4B00, 94, 5)),
        .good: look(Ink(0x0A6236, 23, 4)),
        .jsonKey: look(Ink(0x0B4F86, 24, 4)),
        .jsonString: look(Ink(0x256325, 22, 4)),
        .jsonNumber: look(Ink(0x7A2596, 90, 5)),
        .laneStage: look(Ink(0x0A5FA8, 25, 4)),
        .laneTouch: look(Ink(0x0A6236, 23, 4)),
        .laneGap: look(Ink(0x5F6B7A, 242, 0)),
        .laneForecast: look(Ink(0x6A3FB0, 61, 5)),
        .laneNow: look(Ink(0x9A3B00, 94, 1)),
    ]
}

extension Ink {
    /// Makes an ink from `0xRRGGBB` and its numbers among 256 and 16 colours.
    fileprivate init(_ value: UInt32, _ ansi256: UInt8, _ ansi16: UInt8) {
        self.init(Color(value), ansi256: ansi256, ansi16: ansi16)
    }
}
