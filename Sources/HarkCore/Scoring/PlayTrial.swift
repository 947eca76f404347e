/// A tenant's trial of its plays: from some of the records a play would be advised for it is held back, at random, so
/// that what becomes of both tells what the play is worth.
public struct PlayTrial: Hashable, Sendable, Codable {
    /// The share held back, above 0 and below 1.
    public var holdBack: Double
    /// What the chance starts from.
    public var seed: Int64
    /// When the trial began; advice given before is no part of it.
    public var since: LocalDateTime

    /// Creates a trial.
    public init(holdBack: Double, seed: Int64, since: LocalDateTime) {
        self.holdBack = holdBack
        self.seed = seed
        self.since = since
    }

    /// Whether a play is held back from a record: the same answer every time, on every machine.
    public func holdsBack(_ play: String, from record: RecordReference) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(seed)/\(record.kind.rawValue)/\(record.id)/\(play)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        // FNV leaves the high bits of short texts uneven; the end of SplitMix64 spreads them.
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        hash ^= hash >> 31
        return Double(hash >> 11) / 9_007_199_254_740_992 < holdBack
    }
}
