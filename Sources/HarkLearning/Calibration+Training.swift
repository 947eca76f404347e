extension Calibration {
    /// Learns each kind of calibration on some rows, compares them on the others, and keeps the best kind, or a simpler
    /// one that is within the noise of it.
    ///
    /// - Parameters:
    ///   - raw: Shape `[n]`, out-of-fold log-odds.
    ///   - outcomes: Shape `[n]`.
    ///   - folds: Shape `[n]`, each in `0..<foldCount`: the parts for the comparison.
    /// - Returns: The calibration learned on all rows, and for each row the log-odds by one that did not see it.
    static func chosen(
        raw: [Double], outcomes: [Bool], folds: [Int], foldCount: Int
    ) -> (calibration: Calibration, heldOut: [Double]) {
        let kinds: [@Sendable ([Double], [Bool]) -> Calibration] = [
            { _, _ in .none }, Calibration.fittedLogistic, Calibration.fittedBeta, Calibration.fittedIsotonic,
        ]
        let candidates = kinds.map { fit in heldOut(fit, raw: raw, outcomes: outcomes, folds, foldCount) }
        let losses = candidates.map { HarkLearning.losses($0, outcomes) }
        var best = 0
        for kind in kinds.indices.dropFirst() where isLess(losses[kind], than: losses[best], byErrors: 1) {
            best = kind
        }
        return (kinds[best](raw, outcomes), candidates[best])
    }

    /// Each row's log-odds by a calibration fitted on the other folds.
    private static func heldOut(
        _ fit: ([Double], [Bool]) -> Calibration, raw: [Double], outcomes: [Bool], _ folds: [Int], _ foldCount: Int
    ) -> [Double] {
        var result = raw
        for fold in 0..<foldCount {
            let training = raw.indices.filter { folds[$0] != fold }
            let calibration = fit(training.map { raw[$0] }, training.map { outcomes[$0] })
            for row in raw.indices where folds[row] == fold { result[row] = calibration(raw[row]) }
        }
        return result
    }

    static func fittedLogistic(raw: [Double], outcomes: [Bool]) -> Calibration {
        let weights = LogisticFit(features: [raw], outcomes: outcomes).weights
        return weights[0] > 0 ? .logistic(slope: weights[0], offset: weights[1]) : .none
    }

    /// Beta calibration is logistic regression on log p and −log(1 − p); a negative weight is left out, as its
    /// authors do.
    static func fittedBeta(raw: [Double], outcomes: [Bool]) -> Calibration {
        let low = raw.map { -softplus(-$0) }
        let high = raw.map { softplus($0) }
        let both = LogisticFit(features: [low, high], outcomes: outcomes).weights
        if both[0] >= 0 && both[1] >= 0 { return .beta(a: both[0], b: both[1], offset: both[2]) }
        let one = LogisticFit(features: [both[0] < 0 ? high : low], outcomes: outcomes).weights
        guard one[0] > 0 else { return .none }
        return both[0] < 0 ? .beta(a: 0, b: one[0], offset: one[1]) : .beta(a: one[0], b: 0, offset: one[1])
    }

    /// Isotonic regression; each block becomes one knot, its rate pulled to a half by one row so that none is 0 or 1.
    static func fittedIsotonic(raw: [Double], outcomes: [Bool]) -> Calibration {
        let order = raw.indices.sorted { (raw[$0], $0) < (raw[$1], $1) }
        let rates = nonDecreasing(order.map { outcomes[$0] ? 1 : 0 }, weights: raw.map { _ in 1 })
        var knots: [Double] = []
        var values: [Double] = []
        var start = 0
        while start < order.count {
            var end = start
            var sum = 0.0
            while end < order.count && rates[end] == rates[start] {
                sum += raw[order[end]]
                end += 1
            }
            let count = Double(end - start)
            let knot = sum / count
            let value = logit((rates[start] * count + 0.5) / (count + 1))
            if let lastKnot = knots.last, let lastValue = values.last {
                if knot > lastKnot && value > lastValue {
                    knots.append(knot)
                    values.append(value)
                }
            } else {
                knots.append(knot)
                values.append(value)
            }
            start = end
        }
        return .isotonic(raw: knots, calibrated: values)
    }
}
