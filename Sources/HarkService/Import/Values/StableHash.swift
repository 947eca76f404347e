internal import HarkCore

/// FNV-1a with 64 bits: the same on every machine and in every run.
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Mixes in bytes and an end mark, which no UTF-8 text holds.
    mutating func mix(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0xFF) &* 0x100_0000_01b3
    }

    mutating func mix(_ text: String?) {
        if let text { mix(text.utf8) } else { mix(CollectionOfOne(0xFE)) }
    }

    mutating func mix(_ number: Int64?) { mix(number.map(String.init)) }

    mutating func mix(_ reference: RecordReference?) {
        mix(reference?.kind.rawValue)
        mix(reference?.id)
    }
}
