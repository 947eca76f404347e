import HarkLearning
import Testing

struct SeededGeneratorTests {
    /// The first numbers that the reference implementation gives for state filled by SplitMix64 from 0.
    @Test func matchesTheReference() {
        var generator = SeededGenerator(seed: 0)
        let first: [UInt64] = [11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768]
        #expect(first.map { _ in generator.next() } == first)
    }
}
