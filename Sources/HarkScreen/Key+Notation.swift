extension Key {
    /// The key as key tables write it: `j`, `G`, `C-l`, `M-x`, `S-Tab`, `PgDn`, `F9`, `Space`.
    ///
    /// Events that are not keys are written the same way with their details: `Click:10,5`, `Paste:text`,
    /// `Resize:80x24`, `FocusIn`, `Hangup`. ``init(notation:)`` reads all of them back.
    public var notation: String {
        switch self {
        case .character(" ", let modifiers): modifiers.notation + "Space"
        case .character(let character, let modifiers): modifiers.notation + String(character)
        case .named(let name, let modifiers): modifiers.notation + name.rawValue
        case .mouse(let mouse): mouse.notation
        case .paste(let text): "Paste:" + text
        case .focus(let isIn): isIn ? "FocusIn" : "FocusOut"
        case .resize(let size): "Resize:\(size.columns)x\(size.rows)"
        case .hangup: "Hangup"
        }
    }

    /// Reads what ``notation`` writes; `nil` for anything else.
    public init?(notation: String) {
        if let event = Key.event(notation) {
            self = event
            return
        }
        var rest = Substring(notation)
        var modifiers: Modifiers = []
        while rest.count > 2, let modifier = Modifiers.letters[rest.prefix(2).lowercased()] {
            modifiers.insert(modifier)
            rest = rest.dropFirst(2)
        }
        if let name = Name(rawValue: String(rest)) {
            self = .named(name, modifiers)
        } else if rest == "Space" {
            self = .character(" ", modifiers)
        } else if let character = rest.first, rest.count == 1, !modifiers.contains(.shift) {
            self = .character(character, modifiers)
        } else {
            return nil
        }
    }

    /// Reads events that are not keys.
    private static func event(_ notation: String) -> Key? {
        switch notation {
        case "FocusIn": return .focus(true)
        case "FocusOut": return .focus(false)
        case "Hangup": return .hangup
        default: break
        }
        guard let colon = notation.firstIndex(of: ":"), colon > notation.startIndex else { return nil }
        let detail = notation[notation.index(after: colon)...]
        switch notation[..<colon] {
        case "Paste": return .paste(String(detail))
        case "Resize": return pair(detail, "x").map { .resize(Size(columns: $0, rows: $1)) }
        case let name: return Mouse(name: name, detail: detail).map { .mouse($0) }
        }
    }

    fileprivate static func pair(_ text: Substring, _ separator: Character) -> (Int, Int)? {
        let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]) else { return nil }
        return (first, second)
    }
}

extension Key.Modifiers {
    fileprivate static let letters: [String: Key.Modifiers] = ["c-": .control, "m-": .alt, "s-": .shift]

    fileprivate var notation: String {
        (contains(.control) ? "C-" : "") + (contains(.alt) ? "M-" : "") + (contains(.shift) ? "S-" : "")
    }
}

extension Key.Mouse {
    private static let buttons: [(String, Button)] = [
        ("Click", .left), ("MiddleClick", .middle), ("RightClick", .right), ("WheelUp", .wheelUp),
        ("WheelDown", .wheelDown),
    ]

    fileprivate var notation: String {
        let name = Self.buttons.first { $0.1 == button }?.0 ?? ""
        let suffix =
            switch kind {
            case .press: ""
            case .release: "Release"
            case .drag: "Drag"
            }
        return modifiers.notation + name + suffix + ":\(point.column),\(point.row)"
    }

    fileprivate init?(name: Substring, detail: Substring) {
        var rest = name
        var modifiers: Key.Modifiers = []
        while let modifier = Key.Modifiers.letters[rest.prefix(2).lowercased()] {
            modifiers.insert(modifier)
            rest = rest.dropFirst(2)
        }
        var kind = Kind.press
        for (suffix, other) in [("Release", Kind.release), ("Drag", .drag)] where rest.hasSuffix(suffix) {
            kind = other
            rest = rest.dropLast(suffix.count)
        }
        guard let button = Self.buttons.first(where: { $0.0 == rest })?.1, let at = Key.pair(detail, ",") else {
            return nil
        }
        self.init(button, kind, at: Point(column: at.0, row: at.1), modifiers: modifiers)
    }
}
