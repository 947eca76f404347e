/// Turns the bytes a terminal sends into keys, whatever way they are cut up.
///
/// It knows UTF-8, both forms of the arrows, modified and function keys, SGR mouse reports, focus reports and
/// bracketed paste. A lone Escape is only told from the start of a longer sequence by time, so the owner calls
/// ``flush()`` when ``isWaiting`` has been true for ``patience``.
public struct KeyDecoder: Sendable {
    /// How long the rest of a sequence may take.
    public static let patience = Duration.milliseconds(25)

    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    /// Starts with nothing.
    public init() {}

    /// Whether bytes wait for the rest of their sequence. A paste may take as long as it likes.
    public var isWaiting: Bool { pasted == nil && !pending.isEmpty }

    /// The keys that `bytes`, after those given before, complete.
    public mutating func keys(from bytes: some Sequence<UInt8>) -> [Key] {
        pending += bytes
        var keys: [Key] = []
        var start = 0
        while start < pending.count {
            if pasted != nil {
                let (next, isEnd) = collectPaste(from: start)
                start = next
                guard isEnd else { break }
                keys.append(finishedPaste())
                continue
            }
            guard let (event, length) = KeySequence(pending[start...]).next() else { break }
            start += length
            switch event {
            case .key(let key): Self.append(key, to: &keys)
            case .pasteStart: pasted = []
            case .nothing: break
            }
        }
        pending.removeFirst(start)
        return keys
    }

    /// Gives up waiting: what has come is taken as keys pressed one by one, and an unfinished character is dropped.
    public mutating func flush() -> [Key] {
        guard isWaiting else { return [] }
        let bytes = pending
        pending = []
        guard bytes[0] == 0x1B else { return [] }
        guard bytes.count > 1 else { return [.escape] }
        // Alt and a bracket look like the start of a sequence.
        let modified = KeySequence(bytes[1...]).next().flatMap { event, length -> Key? in
            guard case .key(.character(let character, let modifiers)) = event, length == bytes.count - 1 else {
                return nil
            }
            return .character(character, modifiers.union(.alt))
        }
        return modified.map { [$0] } ?? []
    }

    /// Collects pasted bytes up to the end marker, or to what may be its start.
    ///
    /// - Returns: The place after what was used, and whether the marker was.
    private mutating func collectPaste(from start: Int) -> (next: Int, isEnd: Bool) {
        let marker = Array("\u{1B}[201~".utf8)
        for place in start..<pending.count {
            let tail = pending[place...].prefix(marker.count)
            if marker.starts(with: tail) {
                return tail.count == marker.count ? (place + marker.count, true) : (place, false)
            }
            pasted?.append(pending[place])
        }
        return (pending.count, false)
    }

    private mutating func finishedPaste() -> Key {
        let text = String(decoding: pasted ?? [], as: UTF8.self)
        pasted = nil
        return .paste(text.replacingLineEnds())
    }

    /// Adds a key; scalars that belong to the grapheme before join it, as an emoji picker sends them.
    private static func append(_ key: Key, to keys: inout [Key]) {
        if case .character(let new, []) = key, !new.isASCII, case .character(let last, []) = keys.last {
            let joined = String(last) + String(new)
            if joined.count == 1, let grapheme = joined.first {
                keys[keys.count - 1] = .character(grapheme)
                return
            }
        }
        keys.append(key)
    }
}

extension String {
    /// The text with every line end as `\n`; terminals paste `\r`.
    fileprivate func replacingLineEnds() -> String {
        String(map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 })
    }
}
