/// The first key in some bytes from a terminal.
struct KeySequence {
    enum Event {
        case key(Key)
        case pasteStart
        /// A sequence Hark has no use for.
        case nothing
    }

    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The first event and the bytes it takes; `nil` if it is not complete.
    func next() -> (Event, length: Int)? {
        guard let first = bytes.first else { return nil }
        switch first {
        case 0x1B: return escape()
        // What was typed before the terminal was ours has its carriage returns turned into line feeds.
        case 0x0A, 0x0D: return (.key(.enter), 1)
        case 0x09: return (.key(.tab), 1)
        case 0x7F: return (.key(.named(.backspace)), 1)
        case 0: return (.key(.control(" ")), 1)
        case 1...0x1A: return (.key(.control(Self.character(first + 0x60))), 1)
        case 0x1C...0x1F: return (.key(.control(Self.character(first + 0x40))), 1)
        case 0x20..<0x7F: return (.key(.character(Self.character(first))), 1)
        default: return scalar()
        }
    }

    private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    /// One scalar in UTF-8; bytes that are none are dropped one at a time.
    private func scalar() -> (Event, length: Int)? {
        let length =
            switch bytes.first ?? 0 {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let sequence = bytes.prefix(length)
        guard sequence.dropFirst().allSatisfy({ 0x80...0xBF ~= $0 }), length > 1 else { return (.nothing, 1) }
        guard sequence.count == length else { return nil }
        guard let text = String(validating: sequence, as: UTF8.self), let character = text.first else {
            return (.nothing, 1)
        }
        return (.key(.character(character)), length)
    }

    private func escape() -> (Event, length: Int)? {
        let rest = bytes.dropFirst()
        switch rest.first {
        case nil: return nil
        case 0x1B: return (.key(.escape), 1)
        case UInt8(ascii: "["): return controlSequence(rest.dropFirst())
        case UInt8(ascii: "O"):
            guard let final = rest.dropFirst().first else { return nil }
            return (ControlSequence(parameters: [], final: final).event, 3)
        default:
            guard let (event, length) = KeySequence(rest).next() else { return nil }
            return (event.withAlt, length + 1)
        }
    }

    /// What follows `ESC [`: parameters, then a final byte.
    private func controlSequence(_ body: ArraySlice<UInt8>) -> (Event, length: Int)? {
        // The Linux console sends `ESC [ [ A` for F1.
        if body.first == UInt8(ascii: "[") {
            guard let letter = body.dropFirst().first else { return nil }
            return (ControlSequence.consoleFunctionKey(letter), 4)
        }
        guard let end = body.firstIndex(where: { !(0x20...0x3F ~= $0) }) else { return nil }
        guard 0x40...0x7E ~= body[end] else { return (.nothing, end - bytes.startIndex) }
        let sequence = ControlSequence(parameters: body[..<end], final: body[end])
        return (sequence.event, end - bytes.startIndex + 1)
    }
}

extension KeySequence.Event {
    fileprivate var withAlt: Self {
        switch self {
        case .key(.character(let character, let modifiers)): .key(.character(character, modifiers.union(.alt)))
        case .key(.named(let name, let modifiers)): .key(.named(name, modifiers.union(.alt)))
        default: self
        }
    }
}
