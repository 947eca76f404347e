import HarkScreen

/// The colours and stress a terminal draws with at some moment, as parameters of the sequence that selects them
/// (SGR, `ESC [ … m`).
struct Pen: Equatable {
    /// The colour of strokes, such as `32` or `38;5;117`.
    private(set) var front = "39"
    /// The colour behind them.
    private(set) var back = "49"
    private(set) var emphasis: Emphasis = []

    /// Obeys a selecting sequence.
    ///
    /// - Parameters:
    ///   - parameters: What stands between `ESC [` and `m`.
    ///   - colors: What to select, after 38 or 48, in place of some of the 256 numbers.
    mutating func select(_ parameters: ArraySlice<UInt8>, colors: [Int: String]) {
        var numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }[...]
        while let number = numbers.popFirst() {
            switch number {
            case 0: self = Pen()
            case 1: emphasis.insert(.bold)
            case 2: emphasis.insert(.dim)
            case 4: emphasis.insert(.underline)
            case 7: emphasis.insert(.reverse)
            case 22: emphasis.subtract([.bold, .dim])
            case 24: emphasis.remove(.underline)
            case 27: emphasis.remove(.reverse)
            case 30...37, 39, 90...97: front = String(number)
            case 40...47, 49, 100...107: back = String(number)
            case 38, 48:
                guard numbers.popFirst() == 5, let index = numbers.popFirst() else { return }
                let color = colors[index] ?? "5;\(index)"
                if number == 38 { front = "38;" + color } else { back = "48;" + color }
            default: break
            }
        }
    }

    /// Whether a blank looks the same drawn with either pen.
    func drawsBlank(like other: Pen) -> Bool {
        let lines: Emphasis = [.underline, .reverse]
        return self == other
            || back == other.back && emphasis.isDisjoint(with: lines) && other.emphasis.isDisjoint(with: lines)
    }

    /// The shortest sequence that selects this pen where `old` is selected, or where anything may be.
    func sequence(from old: Pen?) -> String {
        guard self != old else { return "" }
        guard self != Pen() else { return "\u{1B}[m" }
        var parts: [String] = []
        var shown = Pen()
        if let old { shown = old } else { parts.append("0") }
        let ended = shown.emphasis.subtracting(emphasis)
        if !ended.isDisjoint(with: [.bold, .dim]) {
            parts.append("22")
            shown.emphasis.subtract([.bold, .dim])
        }
        if ended.contains(.underline) { parts.append("24") }
        if ended.contains(.reverse) { parts.append("27") }
        let codes: [(Emphasis, String)] = [(.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7")]
        for (one, code) in codes where emphasis.contains(one) && !shown.emphasis.contains(one) { parts.append(code) }
        if front != shown.front { parts.append(front) }
        if back != shown.back { parts.append(back) }
        return "\u{1B}[" + parts.joined(separator: ";") + "m"
    }
}
