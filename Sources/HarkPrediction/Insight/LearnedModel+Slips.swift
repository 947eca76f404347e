internal import HarkCore
internal import HarkLearning

extension LearnedModel {
    /// Where the forecasts of held-out records went wrong, by the values of features that do not depend on the moment.
    ///
    /// - Parameters:
    ///   - subjects: The records by number; held-out ones that are no longer there are passed over.
    ///   - named: A record as it is called.
    func slips(
        of heldOut: HeldOut, subjects: [Int64: Subject], named: (Subject) -> (RecordReference, String)
    ) -> ModelReport.Slips {
        let rows = heldOut.ids.indices.filter { subjects[heldOut.ids[$0]] != nil }
        let seen = rows.compactMap { subjects[heldOut.ids[$0]] }
        var checked = 0
        var found: [(slip: ModelReport.Slip, distance: Double)] = []
        for term in model.terms where term.axes.count == 1 {
            guard let axis = term.axes.first, let feature = features.first(where: { $0.name == axis.column }),
                !feature.isTimed
            else { continue }
            let bins = seen.map { axis.binning.bin(of: feature.read($0)) }
            for group in LearnedModel.groups(of: axis.binning, bins) {
                let members = zip(rows, bins).filter { group.bins.contains($0.1) }.map(\.0)
                guard members.count >= SlipLimits.fewestInGroup else { continue }
                checked += 1
                let judged = HeldOutGroup(heldOut, members)
                guard judged.distance.magnitude > SlipLimits.surely else { continue }
                let slip = ModelReport.Slip(
                    label: label(ofColumn: feature.name), value: group.words, count: members.count,
                    forecast: judged.forecast, observed: judged.observed)
                found.append((slip, judged.distance.magnitude))
            }
        }
        let wrong = [true, false].flatMap { outcome in
            rows.filter { heldOut.outcomes[$0] == outcome && heldOut.error(of: $0) > 0.5 }
                .sorted { heldOut.error(of: $0) > heldOut.error(of: $1) }.prefix(SlipLimits.mostMisses)
        }
        let misses = wrong.compactMap { row in
            subjects[heldOut.ids[row]].map(named).map { record, name in
                ModelReport.Miss(
                    record, name: name, score: 100 * heldOut.probabilities[row], cameTrue: heldOut.outcomes[row])
            }
        }
        return ModelReport.Slips(
            checked: checked,
            groups: found.sorted { $0.distance > $1.distance }.prefix(SlipLimits.mostGroups).map(\.slip),
            misses: misses)
    }

    /// The groups records are told apart into: each category, and numbers in about five parts of equal size.
    private static func groups(of binning: Binning, _ bins: [Int]) -> [(bins: Range<Int>, words: String)] {
        guard case .numbers(let cuts) = binning else {
            return (0..<binning.count).map { ($0..<$0 + 1, words(binning.meaning(of: $0), areWhole: false)) }
        }
        var counts = [Int](repeating: 0, count: binning.count)
        for bin in bins { counts[bin] += 1 }
        let enough = max(1, counts.dropFirst().reduce(0, +) / SlipLimits.parts)
        var groups = [(0..<1, words(.missing, areWhole: false))]
        var (start, count) = (1, 0)
        for bin in 1..<binning.count {
            count += counts[bin]
            guard count >= enough || bin == binning.count - 1 else { continue }
            let label = ModelReport.Step.label(
                from: start > 1 ? cuts[start - 2] : nil, below: bin <= cuts.count ? cuts[bin - 1] : nil,
                areWhole: cuts.areCutsOfWholeNumbers)
            groups.append((start..<bin + 1, label))
            (start, count) = (bin + 1, 0)
        }
        return groups
    }
}

/// When a group of records is told of.
private enum SlipLimits {
    static let fewestInGroup = 30
    static let parts = 5
    /// Standard errors that chance alone passes in 1 of 100 groups.
    static let surely = 2.576
    static let mostGroups = 8
    /// Of either outcome.
    static let mostMisses = 5
}

/// Some held-out records together.
private struct HeldOutGroup {
    /// The mean probability foretold.
    let forecast: Double
    /// The share that came true.
    let observed: Double
    /// How far the share lies above the forecast, in standard errors of a forecast that is right.
    let distance: Double

    init(_ heldOut: HeldOut, _ rows: [Int]) {
        let probabilities = rows.map { heldOut.probabilities[$0] }
        let count = Double(rows.count)
        forecast = probabilities.reduce(0, +) / count
        observed = Double(rows.count { heldOut.outcomes[$0] }) / count
        let variance = probabilities.reduce(0) { $0 + $1 * (1 - $1) }
        distance = variance > 0 ? (observed - forecast) * count / variance.squareRoot() : 0
    }
}

extension HeldOut {
    /// How far a forecast lay from what came true, `0...1`.
    fileprivate func error(of row: Int) -> Double { abs(probabilities[row] - (outcomes[row] ? 1 : 0)) }
}
