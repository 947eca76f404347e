/// A sequence introduced by `ESC [` or `ESC O`, as terminals send for keys without a character.
struct ControlSequence {
    private let prefix: UInt8?
    private let numbers: [Int]
    private let final: UInt8

    /// Takes a sequence apart.
    ///
    /// - Parameters:
    ///   - parameters: Numbers between semicolons, perhaps after a `<`; a part that is no number counts as 0.
    ///   - final: The byte that ends the sequence and says what it is.
    init(parameters: ArraySlice<UInt8>, final: UInt8) {
        let isMouse = parameters.first == UInt8(ascii: "<")
        prefix = isMouse ? parameters.first : nil
        numbers = (isMouse ? parameters.dropFirst() : parameters)
            .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        self.final = final
    }

    /// What the sequence says.
    var event: KeySequence.Event {
        if prefix != nil { return mouse }
        switch final {
        case UInt8(ascii: "~"): return tilde
        case UInt8(ascii: "u"): return coded(number(0))
        case UInt8(ascii: "Z"): return .key(.named(.tab, modifiers.union(.shift)))
        case UInt8(ascii: "M"): return .key(.named(.enter, modifiers))
        case UInt8(ascii: "I"): return .key(.focus(true))
        case UInt8(ascii: "O"): return .key(.focus(false))
        default: return Self.letters[final].map { .key(.named($0, modifiers)) } ?? .nothing
        }
    }

    /// The Linux console's `ESC [ [` and a letter.
    static func consoleFunctionKey(_ letter: UInt8) -> KeySequence.Event {
        let names: [Key.Name] = [.f1, .f2, .f3, .f4, .f5]
        let index = Int(letter) - 0x41
        return names.indices.contains(index) ? .key(.named(names[index])) : .nothing
    }

    private static let letters: [UInt8: Key.Name] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .f1, UInt8(ascii: "Q"): .f2,
        UInt8(ascii: "R"): .f3, UInt8(ascii: "S"): .f4,
    ]

    private static let tildes: [Int: Key.Name] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .f1, 12: .f2, 13: .f3, 14: .f4, 15: .f5, 17: .f6, 18: .f7, 19: .f8, 20: .f9, 21: .f10, 23: .f11, 24: .f12,
    ]

    private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

    /// The second number, less one, is a set of bits.
    private var modifiers: Key.Modifiers { Self.modifiers(number(1)) }

    private static func modifiers(_ number: Int) -> Key.Modifiers {
        Key.Modifiers(rawValue: UInt8(clamping: max(0, number - 1) & 7))
    }

    private var tilde: KeySequence.Event {
        switch number(0) {
        case 200: .pasteStart
        case 27 where numbers.count == 3: coded(number(2))
        case let code: Self.tildes[code].map { .key(.named($0, modifiers)) } ?? .nothing
        }
    }

    /// A key given by its scalar value, with modifiers, as some terminals send what has no other form.
    private func coded(_ value: Int) -> KeySequence.Event {
        let named: [Int: Key.Name] = [9: .tab, 13: .enter, 27: .escape, 8: .backspace, 127: .backspace]
        if let name = named[value] { return .key(.named(name, modifiers)) }
        guard value >= 0x20, let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else { return .nothing }
        return .key(.character(Character(scalar), modifiers.subtracting(.shift)))
    }

    /// An SGR report: button bits, column and row from 1; `M` for pressed, `m` for let go.
    private var mouse: KeySequence.Event {
        let bits = number(0)
        let isWheel = bits & 64 != 0
        let button: Key.Mouse.Button
        switch (bits & 3, isWheel) {
        case (0, false): button = .left
        case (1, false): button = .middle
        case (2, false): button = .right
        case (0, true): button = .wheelUp
        case (1, true): button = .wheelDown
        default: return .nothing
        }
        guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return .nothing }
        let kind: Key.Mouse.Kind = final == UInt8(ascii: "m") ? .release : bits & 32 != 0 ? .drag : .press
        var modifiers: Key.Modifiers = []
        for (bit, modifier) in [(4, Key.Modifiers.shift), (8, .alt), (16, .control)] where bits & bit != 0 {
            modifiers.insert(modifier)
        }
        let point = Point(column: max(0, number(1) - 1), row: max(0, number(2) - 1))
        return .key(.mouse(Key.Mouse(button, kind, at: point, modifiers: modifiers)))
    }
}
