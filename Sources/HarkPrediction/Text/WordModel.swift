internal import HarkLearning

/// Logistic regression with L2 penalty on tf-idf weights of ``TextGrams``, by dual coordinate descent
/// (Yu, Huang and Lin, Machine Learning 2011).
struct WordModel: Sendable {
    private let weights: [Float]
    private let rarity: [Float]
    private var offset: Float = 0

    /// How much a row's loss weighs against the penalty.
    private static let cost = 30.0
    private static let passes = 15

    /// - Parameters:
    ///   - rows: The rows of `texts` and `outcomes` to learn from.
    init(
        _ texts: [TextGrams], outcomes: [Bool], rows: [Int], using generator: inout some RandomNumberGenerator
    ) {
        let rarity = WordModel.rarity(of: rows.map { texts[$0] })
        let vectors = rows.map { WordModel.vector(texts[$0], rarity) }
        var weights = [Float](repeating: 0, count: TextGrams.buckets)
        var offset: Float = 0
        var shares = [Double](repeating: WordModel.cost * 0.01, count: rows.count)
        for (index, row) in rows.enumerated() {
            let push = Float(outcomes[row] ? shares[index] : -shares[index])
            for part in vectors[index] { weights[Int(part.bucket)] += push * part.count }
            offset += push
        }
        for _ in 0..<WordModel.passes {
            for index in rows.indices.shuffled(using: &generator) {
                let sign = outcomes[rows[index]] ? 1.0 : -1.0
                var margin = Double(offset)
                for part in vectors[index] { margin += Double(weights[Int(part.bucket)] * part.count) }
                // Text vectors have length 1, the constant adds another 1.
                let share = WordModel.best(from: shares[index], margin: sign * margin, curvature: 2)
                let push = Float(sign * (share - shares[index]))
                for part in vectors[index] { weights[Int(part.bucket)] += push * part.count }
                offset += push
                shares[index] = share
            }
        }
        self.weights = weights
        self.rarity = rarity
        self.offset = offset
    }

    /// The log-odds of one text.
    func logOdds(of text: TextGrams) -> Double {
        WordModel.vector(text, rarity).reduce(Double(offset)) { $0 + Double(weights[Int($1.bucket)] * $1.count) }
    }

    /// Where log(z / (C − z)) + margin + curvature · (z − old) is 0, by halving `0...C`.
    private static func best(from old: Double, margin: Double, curvature: Double) -> Double {
        var low = 0.0
        var high = cost
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if logit(middle / cost) + margin + curvature * (middle - old) < 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The inverse document frequency of each bucket, smoothed by one document with everything in it.
    private static func rarity(of texts: [TextGrams]) -> [Float] {
        var documents = [Double](repeating: 1, count: TextGrams.buckets)
        for text in texts { for part in text.counts { documents[Int(part.bucket)] += 1 } }
        let total = Double(texts.count + 1)
        // -logit(p) is log((1 - p) / p); with p = d / (total + d) that is log(total / d).
        return documents.map { Float(1 - logit($0 / (total + $0))) }
    }

    /// Counts times rarity, to length 1.
    private static func vector(_ text: TextGrams, _ rarity: [Float]) -> [(bucket: Int32, count: Float)] {
        let weighted = text.counts.map { (bucket: $0.bucket, count: $0.count.squareRoot() * rarity[Int($0.bucket)]) }
        let length = weighted.reduce(0) { $0 + $1.count * $1.count }.squareRoot()
        return length > 0 ? weighted.map { ($0.bucket, $0.count / length) } : []
    }
}

extension WordModel {
    /// The log-odds of each text by models that did not learn from it, and a model that learned from all.
    static func outOfFold(
        _ texts: [TextGrams], outcomes: [Bool], rows: [Int], folds: Int,
        using generator: inout some RandomNumberGenerator
    ) -> (heldOut: [Double], whole: WordModel) {
        let order = rows.indices.shuffled(using: &generator)
        var heldOut = [Double](repeating: 0, count: rows.count)
        for fold in 0..<folds {
            let part = Set(order.indices.lazy.filter { $0 % folds == fold }.map { order[$0] })
            let rest = rows.indices.filter { !part.contains($0) }.map { rows[$0] }
            let model = WordModel(texts, outcomes: outcomes, rows: rest, using: &generator)
            for index in part { heldOut[index] = model.logOdds(of: texts[rows[index]]) }
        }
        return (heldOut, WordModel(texts, outcomes: outcomes, rows: rows, using: &generator))
    }
}
