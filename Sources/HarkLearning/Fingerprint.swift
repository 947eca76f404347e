extension Dataset {
    /// A digest of all names, values and outcomes, in 16 hexadecimal digits (FNV-1a, 64 bits). Tells data apart; not
    /// for security.
    ///
    /// - Complexity: O(rows × columns).
    public var fingerprint: String {
        var digest = Digest()
        for column in table.columns {
            digest.add(column.name)
            switch column.values {
            case .numbers(let numbers): for number in numbers { digest.add(number.bitPattern) }
            case .categories(let codes, let levels):
                for level in levels { digest.add(level) }
                for code in codes { digest.add(UInt64(bitPattern: Int64(code))) }
            }
        }
        for outcome in outcomes { digest.add(outcome ? 1 : 0) }
        let text = String(digest.state, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}

/// The running state of FNV-1a.
private struct Digest {
    private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { mix(UInt64(byte)) }
        mix(0xFF)
    }

    /// Eight bytes in one step: as good for telling data apart, and eight times as fast.
    mutating func add(_ word: UInt64) { mix(word ^ (word >> 32)) }

    private mutating func mix(_ word: UInt64) { state = (state ^ word) &* 0x0000_0100_0000_01B3 }
}
