/// Takes from ncurses' frames every change of colours and stress that does not show, and joins the rest.
///
/// ncurses selects both colours at every change and starts from nothing whenever stress ends, which makes up most of
/// a frame. This is also where 24-bit colours come in: each colour of the theme borrows one of the 256 numbers, so any
/// terminal description with 256 colours will do.
struct PenFilter {
    /// What to select, after 38 or 48, in place of some of the 256 numbers.
    var colors: [Int: String] = [:]

    /// Selects the character set there is anyway, as screen and tmux have it at the end of stress.
    private static let shiftIn: UInt8 = 0x0F

    private var wanted = Pen()
    /// What the terminal draws with; unknown at first.
    private var shown: Pen?

    /// Forgets what the terminal draws with.
    mutating func invalidate() { shown = nil }

    /// The frame with the fewest changes.
    mutating func filtered(_ frame: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(frame.count)
        var rest = frame[...]
        while let byte = rest.first {
            var length = 1
            if byte == 0x1B {
                length = Self.sequenceLength(rest)
                let sequence = rest.prefix(length)
                switch Effect(of: sequence) {
                case .selects: wanted.select(sequence.dropFirst(2).dropLast(), colors: colors)
                case .nothing: break
                case .moves: result += sequence
                case .blanks:
                    select(forBlank: true, &result)
                    result += sequence
                }
            } else if byte != Self.shiftIn {
                if byte >= 0x20 { select(forBlank: byte == 0x20, &result) }
                result.append(byte)
            }
            rest = rest.dropFirst(length)
        }
        return result
    }

    private mutating func select(forBlank: Bool, _ result: inout [UInt8]) {
        if let shown, forBlank, wanted.drawsBlank(like: shown) { return }
        result += wanted.sequence(from: shown).utf8
        shown = wanted
    }

    /// What a sequence does to the screen.
    private enum Effect {
        /// Selects colours or stress.
        case selects
        /// Selects the character set there is anyway.
        case nothing
        /// Moves the cursor, or changes a mode.
        case moves
        /// Leaves blanks, in the colour selected.
        case blanks

        init(of sequence: ArraySlice<UInt8>) {
            switch (sequence.dropFirst().first, sequence.last) {
            case (UInt8(ascii: "["), UInt8(ascii: "m")): self = .selects
            case (UInt8(ascii: "["), let final?) where "@JKLMPSTX".utf8.contains(final): self = .blanks
            case (UInt8(ascii: "("), UInt8(ascii: "B")): self = .nothing
            default: self = .moves
            }
        }
    }

    /// The length of the sequence `bytes` start with.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let body = bytes.dropFirst(2)
        switch bytes.dropFirst().first {
        case UInt8(ascii: "["):
            let end = body.firstIndex { 0x40...0x7E ~= $0 } ?? body.endIndex - 1
            return end - bytes.startIndex + 1
        case UInt8(ascii: "("), UInt8(ascii: ")"): return min(3, bytes.count)
        default: return min(2, bytes.count)
        }
    }
}
