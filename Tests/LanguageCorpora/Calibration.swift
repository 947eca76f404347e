import HarkCore
package import HarkLanguage

/// How far what readings claim of themselves is from what became of them.
package enum Calibration {
    /// What a reading claimed, `0...1`, and whether it was what was meant.
    package typealias Sample = (confidence: Double, isRight: Bool)

    /// A run of readings that claimed about the same.
    package struct Bin: Sendable {
        package var claimed: Double
        package var right: Double
        package var count: Int

        fileprivate init?(_ samples: some Collection<Sample>) {
            guard !samples.isEmpty else { return nil }
            count = samples.count
            claimed = samples.reduce(0) { $0 + $1.confidence } / Double(count)
            right = Double(samples.count(where: \.isRight)) / Double(count)
        }
    }

    /// The readings in ten bins of equal width, empty ones left out.
    package static func bins(of claims: [Sample]) -> [Bin] {
        (0..<10).compactMap { index in Bin(claims.filter { min(9, Int($0.confidence * 10)) == index }) }
    }

    /// The readings in ten bins of equal count.
    package static func equalBins(of claims: [Sample]) -> [Bin] {
        let sorted = claims.sorted { ($0.confidence, $0.isRight ? 1 : 0) < ($1.confidence, $1.isRight ? 1 : 0) }
        return (0..<10).compactMap { Bin(sorted[($0 * sorted.count / 10)..<(($0 + 1) * sorted.count / 10)]) }
    }

    /// The expected calibration error: the mean distance between claimed and right, weighted by how many claimed it.
    package static func error(of claims: [Sample]) -> Double { error(bins(of: claims)) }

    /// The same over any bins.
    package static func error(_ bins: [Bin]) -> Double {
        let total = Double(max(1, bins.reduce(0) { $0 + $1.count }))
        return bins.reduce(0) { $0 + abs($1.claimed - $1.right) * Double($1.count) / total }
    }

    /// What the readings of other people's sentences claim; where nothing is understood, nothing is claimed, and a
    /// sentence that is not about the CRM is never understood rightly. Some of these sets have been mended from since,
    /// and the leaning is trained on one; ``PhraseRow/latest`` and ``PhraseRow/newestForeign`` have not.
    package static func unseen(by reader: PhraseReader) -> [Sample] {
        let foreign = Corpus.elsewhere + PhraseRow.foreign + PhraseRow.latestForeign + PhraseRow.newestForeign
        let meant = (PhraseRow.unseen + PhraseRow.strange + PhraseRow.latest).filter { $0.command != nil }
        let claims = meant.map { row -> Sample in
            let actions = reader.read(row.phrase, in: Larkspur.context())
            let verdict = Verdict(row, actions)
            let isClaim = actions[0].commandType != .unknown
            return (isClaim ? actions[0].confidence : -1, verdict.isCommand && verdict.hasEntities)
        }
        let alarms = foreign.map { phrase -> Sample in
            let action = reader.read(phrase, in: Larkspur.context())[0]
            return (action.commandType == .unknown ? -1 : action.confidence, false)
        }
        return (claims + alarms).filter { $0.confidence >= 0 }
    }
}
