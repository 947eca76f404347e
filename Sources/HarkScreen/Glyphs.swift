/// The signs Hark draws with: lines, bars and marks, each one column wide.
///
/// Two sets say the same thing; ``ascii`` is for terminals, fonts and readers that want nothing else.
public struct Glyphs: Hashable, Sendable {
    /// Ends a text that was cut.
    public let ellipsis: Character
    /// Points at the selected row.
    public let pointer: Character
    /// Stands before a marked row.
    public let mark: Character
    /// Separates words in a line: `Leads · 14`.
    public let bullet: Character
    /// A column sorted upwards, or more above.
    public let up: Character
    /// A column sorted downwards, or more below.
    public let down: Character
    /// More to the left, or the step before.
    public let left: Character
    /// More to the right, or the step after.
    public let right: Character
    /// Done, or yes.
    public let check: Character
    /// Failed, or no.
    public let cross: Character
    /// A stage on the timeline.
    public let lane: Character
    /// The expected future on the timeline.
    public let forecast: Character
    /// The present on the timeline.
    public let now: Character
    /// A silence on the timeline.
    public let gap: Character
    /// Heights of a sparkline's columns, lowest first.
    public let levels: [Character]
    /// Fillings of a bar's last cell, emptiest first; the last one is full.
    public let fillings: [Character]
    /// The empty part of a bar.
    public let track: Character
    /// Shades of a heat map, lightest first.
    public let shades: [Character]
    /// Lines, by the arms they have.
    let lines: [Arms: Character]

    /// Box drawing, blocks and arrows.
    public static let unicode = Glyphs(
        ellipsis: "…", pointer: "▸", mark: "•", bullet: "·", up: "↑", down: "↓", left: "←", right: "→",
        check: "✓", cross: "✗", lane: "═", forecast: "┄", now: "│", gap: "░",
        levels: Array("▁▂▃▄▅▆▇█"), fillings: Array("▏▎▍▌▋▊▉█"), track: "·", shades: Array(" ░▒▓█"),
        lines: Dictionary(uniqueKeysWithValues: zip(Arms.shapes, "─│┌┐└┘├┤┬┴┼")))

    /// Seven-bit signs only.
    public static let ascii = Glyphs(
        ellipsis: "~", pointer: ">", mark: "*", bullet: "-", up: "^", down: "v", left: "<", right: ">",
        check: "+", cross: "x", lane: "=", forecast: "-", now: "|", gap: ".",
        levels: Array("_.-=+*%#"), fillings: Array("-=#"), track: ".", shades: Array(" .:*#"),
        lines: Dictionary(uniqueKeysWithValues: zip(Arms.shapes, "-|+++++++++")))

    /// Whether every sign is ASCII.
    public var isASCII: Bool { ellipsis.isASCII }
}

/// The directions a line leaves a cell in.
struct Arms: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)

    /// The combinations that have a sign, in the order of ``Glyphs``' line strings.
    static let shapes: [Arms] = [
        [.left, .right], [.up, .down], [.down, .right], [.down, .left], [.up, .right], [.up, .left],
        [.up, .down, .right], [.up, .down, .left], [.down, .left, .right], [.up, .left, .right],
        [.up, .down, .left, .right],
    ]
}

extension Glyphs {
    /// The sign for a line with `arms`; a single arm is drawn as the whole stroke.
    func line(_ arms: Arms) -> Character {
        if let line = lines[arms] { return line }
        return lines[arms.isDisjoint(with: [.up, .down]) ? [.left, .right] : [.up, .down]] ?? " "
    }

    /// The arms of a sign drawn before; an ASCII crossing counts as having all four.
    func arms(of character: Character) -> Arms {
        // Lines are mostly drawn over nothing.
        guard character != " " else { return [] }
        return lines.reduce(into: Arms()) { arms, line in
            if line.value == character { arms.formUnion(line.key) }
        }
    }
}
