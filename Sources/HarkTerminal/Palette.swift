import CNcurses
import HarkScreen

/// What ncurses calls the looks of a theme: attributes and colour pairs.
@MainActor
struct Palette {
    /// One role's look.
    struct Look: Equatable {
        let attributes: attr_t
        let pair: Int32
    }

    /// The first number that is no basic colour and so is written `38;5;n`.
    private static let firstNumber = 16

    private let looks: [Role: Look]
    /// Roles whose blanks look like those of ordinary text.
    private let plainBlanks: Set<Role>
    /// What to select in place of ncurses' numbers when any colour can be shown; see ``PenFilter``.
    let directColors: [Int: String]

    /// Allocates the pairs for `theme` on the current screen, in place of all pairs before.
    init(theme: Theme, depth: ColorDepth) {
        var numbers: [Ink: Int] = [:]
        if depth != .mono { reset_color_pairs() }
        var looks: [Role: Look] = [:]
        // Ordinary text is pair 0: ncurses knows cleared cells by that pair alone, and draws blanks over all others.
        let ground = Self.colors(of: theme[.text], depth: depth, numbers: &numbers)
        if depth != .mono { assume_default_colors(Int32(ground.0), Int32(ground.1)) }
        for role in Role.allCases {
            let style = theme[role]
            let isColored = depth != .mono && (style.foreground ?? style.background) != nil
            var emphasis = isColored ? style.emphasis : style.mono
            guard isColored else {
                looks[role] = Look(attributes: emphasis.attributes, pair: 0)
                continue
            }
            if depth == .ansi8, let ink = style.foreground, ink.ansi16 > 7 { emphasis.insert(.bold) }
            let (front, back) = Self.colors(of: style, depth: depth, numbers: &numbers)
            let pair = (front, back) == ground ? 0 : max(0, alloc_pair(Int32(front), Int32(back)))
            looks[role] = Look(attributes: emphasis.attributes, pair: pair)
        }
        self.looks = looks
        let plain = Self.blank(of: theme[.text], depth: depth)
        plainBlanks = Set(Role.allCases.filter { plain != nil && Self.blank(of: theme[$0], depth: depth) == plain })
        directColors = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0.selection) })
    }

    subscript(role: Role) -> Look { looks[role] ?? Look(attributes: 0, pair: 0) }

    /// The look of a cell. A blank that looks like those of ordinary text is one of them, so that ncurses need not draw
    /// it where the screen is cleared.
    subscript(cell: Cell) -> Look {
        self[cell.character == " " && plainBlanks.contains(cell.role) ? .text : cell.role]
    }

    /// The colour behind a style's blanks, with none as an empty list; `nil` where stress shows in them.
    private static func blank(of style: Style, depth: ColorDepth) -> [Ink]? {
        let isColored = depth != .mono && (style.foreground ?? style.background) != nil
        let emphasis = isColored ? style.emphasis : style.mono
        guard emphasis.isDisjoint(with: [.reverse, .underline]) else { return nil }
        return isColored ? style.background.map { [$0] } ?? [] : []
    }

    /// ncurses' numbers for a style's colours, -1 for the terminal's own.
    private static func colors(of style: Style, depth: ColorDepth, numbers: inout [Ink: Int]) -> (Int, Int) {
        let front = style.foreground.map { number(of: $0, depth: depth, numbers: &numbers) } ?? -1
        let back = style.background.map { number(of: $0, depth: depth, numbers: &numbers) } ?? -1
        return (front, back)
    }

    /// ncurses' number for a colour; for 24-bit colours one is taken per colour and exchanged in the frame.
    private static func number(of ink: Ink, depth: ColorDepth, numbers: inout [Ink: Int]) -> Int {
        switch depth {
        case .mono: return -1
        case .ansi8: return Int(ink.ansi16) & 7
        case .ansi16: return Int(ink.ansi16)
        case .ansi256: return Int(ink.ansi256)
        case .direct:
            // Two colours for each role cannot use up the numbers.
            let number = numbers[ink] ?? firstNumber + numbers.count
            numbers[ink] = number
            return number
        }
    }
}

extension Ink {
    /// The parameters, after 38 or 48, that select the colour itself: in the short form if it is a standard one.
    fileprivate var selection: String {
        color == Color(standard: ansi256) ? "5;\(ansi256)" : "2;\(color.red);\(color.green);\(color.blue)"
    }
}

extension Emphasis {
    fileprivate var attributes: attr_t {
        hark_attributes(contains(.bold), contains(.dim), contains(.reverse), contains(.underline))
    }
}
