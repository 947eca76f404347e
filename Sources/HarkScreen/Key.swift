/// Something the user or the terminal did.
public enum Key: Hashable, Sendable {
    /// A typed grapheme. Shift is part of the grapheme itself: `G`, not Shift-g.
    case character(Character, Modifiers = [])
    /// A key without a grapheme.
    case named(Name, Modifiers = [])
    /// A button or the wheel.
    case mouse(Mouse)
    /// A text inserted at once; never read as keys.
    case paste(String)
    /// The terminal's window got (`true`) or lost the focus.
    case focus(Bool)
    /// The terminal has a new size, or was resumed.
    case resize(Size)
    /// The terminal is gone; nothing can be painted any more.
    case hangup

    /// Keys held together with another one.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// The set as bits.
        public let rawValue: UInt8

        /// Makes a set from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Shift, with named keys only.
        public static let shift = Modifiers(rawValue: 1)
        /// Alt, also called Meta.
        public static let alt = Modifiers(rawValue: 2)
        /// Control.
        public static let control = Modifiers(rawValue: 4)
    }

    /// Keys without a grapheme; the raw value is the name in key tables.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        case enter = "Enter", tab = "Tab", escape = "Esc", backspace = "Backspace", delete = "Del", insert = "Ins"
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        case up = "Up", down = "Down", left = "Left", right = "Right"
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        case home = "Home", end = "End", pageUp = "PgUp", pageDown = "PgDn"
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        case f1 = "F1", f2 = "F2", f3 = "F3", f4 = "F4", f5 = "F5", f6 = "F6"
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        case f7 = "F7", f8 = "F8", f9 = "F9", f10 = "F10", f11 = "F11", f12 = "F12"
    }

    /// What the mouse did.
    public struct Mouse: Hashable, Sendable {
        /// What happened to the button.
        public enum Kind: Hashable, Sendable {
            /// Pressed.
            case press
            /// Let go.
            case release
            /// Moved while held.
            case drag
        }

        /// The buttons; the wheel's directions are only ever pressed.
        public enum Button: Hashable, Sendable {
            /// The first button.
            case left
            /// The button under the wheel.
            case middle
            /// The button for menus.
            case right
            /// The wheel, towards the top of the page.
            case wheelUp
            /// The wheel, towards the bottom of the page.
            case wheelDown
        }

        /// Which button.
        public var button: Button
        /// What happened to it.
        public var kind: Kind
        /// The cell under the pointer.
        public var point: Point
        /// Keys held meanwhile.
        public var modifiers: Modifiers

        /// Describes what the mouse did.
        public init(_ button: Button, _ kind: Kind, at point: Point, modifiers: Modifiers = []) {
            self.button = button
            self.kind = kind
            self.point = point
            self.modifiers = modifiers
        }
    }
}

extension Key {
    /// Enter.
    public static let enter = Key.named(.enter)
    /// Escape.
    public static let escape = Key.named(.escape)
    /// Tab.
    public static let tab = Key.named(.tab)
    /// The space bar.
    public static let space = Key.character(" ")

    /// `character` with Control held.
    public static func control(_ character: Character) -> Key { .character(character, .control) }
}
