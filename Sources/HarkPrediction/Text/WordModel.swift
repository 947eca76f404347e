internal import HarkCore
internal import HarkLearning

/// Logistic regression with L2 penalty on tf-idf weights of ``TextGrams``, by dual coordinate descent
/// (Yu, Huang and Lin, Machine Learning 2011), with one dual variable for all rows of one wording: a sentence that was
/// sent a hundred times, with either outcome, would otherwise swing to and fro for as many passes.
struct WordModel: Sendable {
    /// By bucket.
    private let weights: [Float]
    /// The inverse document frequency by bucket; 0 for one that is passed over.
    private let rarity: [Float]
    /// The log-odds of a text of which nothing is known.
    let offset: Double

    /// How much a row's loss weighs against the penalty.
    private static let cost = 100.0
    private static let passes = 15

    /// - Parameters:
    ///   - rows: The rows of `texts` and `outcomes` to learn from.
    ///   - fewest: Runs that occur in fewer texts are passed over; with 1 those never seen weigh in as well.
    init(
        _ texts: [TextGrams], outcomes: [Bool], rows: [Int], fewest: Int = 1,
        using generator: inout some RandomNumberGenerator
    ) {
        let rarity = WordModel.rarity(of: rows.map { texts[$0] }, fewest: fewest)
        let wordings = RepeatedText.different(texts, outcomes: outcomes, rows: rows)
        let vectors = wordings.map { WordModel.vector($0.text, rarity) }
        var weights = [Float](repeating: 0, count: TextGrams.buckets)
        var offset: Float = 0
        let cost = WordModel.cost
        var pushes = [Double](repeating: 0, count: wordings.count)
        for _ in 0..<WordModel.passes {
            for index in wordings.indices.shuffled(using: &generator) {
                var logOdds = Double(offset)
                for part in vectors[index] { logOdds += Double(weights[Int(part.bucket)] * part.count) }
                // Both parts of a text vector have length 1, the constant adds another 1.
                let push = wordings[index].push(from: pushes[index], logOdds: logOdds, curvature: 3, cost: cost)
                let change = Float(push - pushes[index])
                for part in vectors[index] { weights[Int(part.bucket)] += change * part.count }
                offset += change
                pushes[index] = push
            }
        }
        // Rounded, so that a file of decimal numbers gives back the same model.
        self.weights = weights.map { WordModel.rounded(Double($0)) }
        self.rarity = rarity
        self.offset = Double(WordModel.rounded(Double(offset)))
    }

    /// The log-odds of one text.
    func logOdds(of text: TextGrams) -> Double {
        WordModel.vector(text, rarity).reduce(offset) { $0 + Double(weights[Int($1.bucket)] * $1.count) }
    }

    /// What each word adds to the log-odds: shape `[texts][words]`, which with ``offset`` sums to ``logOdds(of:)`` but
    /// for rounding. A pair of words is shared half and half.
    func shares(of texts: [[WordToken]]) -> [[Double]] {
        let grams = TextGrams(texts)
        var worth: [Int32: Double] = [:]
        for (part, count) in zip(
            WordModel.vector(grams, rarity), grams.counts.lazy.filter { rarity[Int($0.bucket)] > 0 })
        {
            worth[part.bucket] = Double(weights[Int(part.bucket)] * part.count) / Double(count.count)
        }
        return texts.map { tokens in
            var shares = [Double](repeating: 0, count: tokens.count)
            TextGrams.each(in: tokens) { bucket, first, last in
                let half = (worth[bucket] ?? 0) / 2
                shares[first] += half
                shares[last] += half
            }
            return shares
        }
    }

    private static func rounded(_ weight: Double) -> Float { Float((weight * 1e5).rounded() / 1e5) }

    /// The inverse document frequency of each bucket, smoothed by one document with everything in it.
    private static func rarity(of texts: [TextGrams], fewest: Int) -> [Float] {
        var documents = [Double](repeating: 1, count: TextGrams.buckets)
        for text in texts { for part in text.counts { documents[Int(part.bucket)] += 1 } }
        let total = Double(texts.count + 1)
        // -logit(p) is log((1 - p) / p); with p = d / (total + d) that is log(total / d).
        return documents.map { count in
            count < Double(fewest + (fewest > 1 ? 1 : 0)) ? 0 : rounded(1 - logit(count / (total + count)))
        }
    }

    /// Counts times rarity; words and characters are each brought to length 1, for the many runs of characters would
    /// drown the words.
    private static func vector(_ text: TextGrams, _ rarity: [Float]) -> [(bucket: Int32, count: Float)] {
        let known = text.counts.lazy.filter { rarity[Int($0.bucket)] > 0 }
        let weighted = known.map { (bucket: $0.bucket, count: $0.count.squareRoot() * rarity[Int($0.bucket)]) }
        var squares: (words: Float, characters: Float) = (0, 0)
        for part in weighted {
            if TextGrams.holdsCharacters(part.bucket) {
                squares.characters += part.count * part.count
            } else {
                squares.words += part.count * part.count
            }
        }
        let lengths = (words: squares.words.squareRoot(), characters: squares.characters.squareRoot())
        return weighted.map { part in
            (part.bucket, part.count / (TextGrams.holdsCharacters(part.bucket) ? lengths.characters : lengths.words))
        }
    }
}

/// A text and how often it came with either outcome.
private struct RepeatedText {
    let text: TextGrams
    var positives = 0.0
    var negatives = 0.0

    /// The different texts of `rows`, in the order they first appear.
    static func different(_ texts: [TextGrams], outcomes: [Bool], rows: [Int]) -> [RepeatedText] {
        var wordings: [RepeatedText] = []
        var numbers: [TextGrams: Int] = [:]
        for row in rows {
            let number = numbers[texts[row]] ?? wordings.count
            if number == wordings.count {
                numbers[texts[row]] = number
                wordings.append(RepeatedText(text: texts[row]))
            }
            if outcomes[row] { wordings[number].positives += 1 } else { wordings[number].negatives += 1 }
        }
        return wordings
    }

    /// How far the wording pushes the weights at the optimum, all others staying as they are.
    ///
    /// With log-odds t the push is cost × (positives × σ(−t) − negatives × σ(t)), and the log-odds follow the push; both
    /// meet at one t, found by halving.
    func push(from old: Double, logOdds: Double, curvature: Double, cost: Double) -> Double {
        func push(_ t: Double) -> Double { cost * (positives * sigmoid(-t) - negatives * sigmoid(t)) }
        var low = -40.0
        var high = 40.0
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if logOdds + curvature * (push(middle) - old) > middle { low = middle } else { high = middle }
        }
        return push((low + high) / 2)
    }
}

extension WordModel {
    /// The log-odds of each text by models that did not learn from it, and a model that learned from all.
    static func outOfFold(
        _ texts: [TextGrams], outcomes: [Bool], rows: [Int], folds: Int, fewest: Int = 1,
        using generator: inout some RandomNumberGenerator
    ) -> (heldOut: [Double], whole: WordModel) {
        let order = rows.indices.shuffled(using: &generator)
        var heldOut = [Double](repeating: 0, count: rows.count)
        for fold in 0..<folds {
            let part = Set(order.indices.lazy.filter { $0 % folds == fold }.map { order[$0] })
            let rest = rows.indices.filter { !part.contains($0) }.map { rows[$0] }
            let model = WordModel(texts, outcomes: outcomes, rows: rest, fewest: fewest, using: &generator)
            for index in part { heldOut[index] = model.logOdds(of: texts[rows[index]]) }
        }
        return (heldOut, WordModel(texts, outcomes: outcomes, rows: rows, fewest: fewest, using: &generator))
    }
}

extension WordModel {
    /// The model as a model file keeps it: for each run that counts its bucket, rarity and weight in hundred-thousandths.
    var json: JSONValue {
        let runs = rarity.indices.lazy.filter { rarity[$0] > 0 }.map { bucket in
            "\(bucket) \(WordModel.hundredThousandths(rarity[bucket])) \(WordModel.hundredThousandths(weights[bucket]))"
        }
        return ["offset": .number(offset), "runs": .string(runs.joined(separator: ","))]
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        var weights = [Float](repeating: 0, count: TextGrams.buckets)
        var rarity = weights
        for run in try json.text("runs").utf8.split(separator: UInt8(ascii: ",")) {
            let numbers = run.split(separator: UInt8(ascii: " ")).compactMap { Int(Substring($0)) }
            guard numbers.count == 3, weights.indices.contains(numbers[0]), numbers[1] > 0 else {
                throw .damagedModel(reason: "a run of the word model is out of range")
            }
            rarity[numbers[0]] = WordModel.rounded(Double(numbers[1]) / 1e5)
            weights[numbers[0]] = WordModel.rounded(Double(numbers[2]) / 1e5)
        }
        self.weights = weights
        self.rarity = rarity
        offset = try json.number("offset")
    }

    private static func hundredThousandths(_ number: Float) -> Int { Int((Double(number) * 1e5).rounded()) }
}
