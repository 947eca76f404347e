/// How many colours a terminal shows, poorest first.
public enum ColorDepth: String, CaseIterable, Comparable, Hashable, Sendable {
    /// None: emphasis by attributes alone.
    case mono
    /// The eight basic colours.
    case ansi8 = "8"
    /// The basic colours, each in two strengths.
    case ansi16 = "16"
    /// The standard palette.
    case ansi256 = "256"
    /// Any colour, with 24 bits.
    case direct

    /// Whether `one` shows less than `two`.
    public static func < (one: ColorDepth, two: ColorDepth) -> Bool { one.rank < two.rank }

    private var rank: Int {
        switch self {
        case .mono: 0
        case .ansi8: 1
        case .ansi16: 2
        case .ansi256: 3
        case .direct: 4
        }
    }
}

/// One colour of a theme on every rung of the ``ColorDepth`` ladder.
public struct Ink: Hashable, Sendable {
    /// The colour itself.
    public let color: Color
    /// Its number among the 256 standard colours.
    public let ansi256: UInt8
    /// Its number among the 16 basic ones, `0...15`.
    public let ansi16: UInt8

    /// Makes an ink; numbers left out are those nearest to `color`.
    public init(_ color: Color, ansi256: UInt8? = nil, ansi16: UInt8? = nil) {
        self.color = color
        self.ansi256 = ansi256 ?? color.nearest256
        self.ansi16 = min(15, ansi16 ?? color.nearest16)
    }
}

/// Ways to stress text without colour.
public struct Emphasis: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// Makes a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier strokes.
    public static let bold = Emphasis(rawValue: 1)
    /// Fainter strokes.
    public static let dim = Emphasis(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Emphasis(rawValue: 4)
    /// A line below.
    public static let underline = Emphasis(rawValue: 8)

    /// Reads a name as theme files write it.
    public init?(name: String) {
        switch name {
        case "bold": self = .bold
        case "dim": self = .dim
        case "reverse": self = .reverse
        case "underline": self = .underline
        default: return nil
        }
    }
}

/// How a role looks.
public struct Style: Hashable, Sendable {
    /// The colour of the strokes; the terminal's own if `nil`.
    public var foreground: Ink?
    /// The colour behind them; the terminal's own if `nil`.
    public var background: Ink?
    /// Stress where there are colours.
    public var emphasis: Emphasis
    /// Stress where there are none.
    public var mono: Emphasis

    /// Makes a style.
    public init(
        foreground: Ink? = nil, background: Ink? = nil, emphasis: Emphasis = [], mono: Emphasis = []
    ) {
        self.foreground = foreground
        self.background = background
        self.emphasis = emphasis
        self.mono = mono
    }
}
