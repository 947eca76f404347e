/// Grows oblivious trees: level by level the one question that, asked in all leaves, removes most loss.
struct TreeGrower {
    /// Gradient and weight of a row, or the sums of several.
    typealias Sums = SIMD2<Float>

    private let settings: CombinationSettings
    private var histogram: [Sums]
    private var gains: [Float]
    private var totals: [Sums]
    private var leafOfRow: [UInt8]

    /// - Parameter rows: The most rows a tree is grown on.
    init(_ settings: CombinationSettings, rows: Int) {
        self.settings = settings
        histogram = Array(repeating: .zero, count: settings.bins << settings.depth)
        gains = Array(repeating: 0, count: settings.bins)
        totals = Array(repeating: .zero, count: 1 << settings.depth)
        leafOfRow = Array(repeating: 0, count: rows)
    }

    /// A question in terms of codes.
    struct Question: Sendable {
        let column: Int
        let code: UInt8
    }

    /// The questions of one tree, none where nothing gains.
    ///
    /// - Parameters:
    ///   - columns: Shape `[depth]`: the places of the columns that each question is chosen from.
    ///   - codes: Shape `[all columns][rows]`.
    ///   - counts: Shape `[all columns]`: the number of codes.
    ///   - sums: Shape `[rows]`.
    ///   - window: The rows to grow on.
    mutating func questions(
        from columns: [[Int]], codes: [[UInt8]], counts: [Int], sums: [Sums], window: Range<Int>
    ) -> [Question] {
        var questions: [Question] = []
        var score: Float = 0
        for row in 0..<window.count { leafOfRow[row] = 0 }
        for level in 0..<settings.depth {
            var best: (question: Question, score: Float)?
            for column in columns[level] {
                let count = counts[column]
                fill(codes[column], count: count, leaves: 1 << level, sums, window)
                if level == 0, best == nil { score = wholeScore(count: count) }
                if let (code, gain) = bestCode(count: count, leaves: 1 << level), gain > best?.score ?? score {
                    best = (Question(column: column, code: code), gain)
                }
            }
            guard let best, best.score > score * 1.000_01 + 1e-6 else { break }
            score = best.score
            let chosen = codes[best.question.column]
            let bit = UInt8(1 << level)
            for row in window where chosen[row] >= best.question.code { leafOfRow[row - window.lowerBound] |= bit }
            questions.append(best.question)
        }
        return questions
    }

    private mutating func fill(_ codes: [UInt8], count: Int, leaves: Int, _ sums: [Sums], _ window: Range<Int>) {
        for slot in 0..<(leaves * count) { histogram[slot] = .zero }
        histogram.withUnsafeMutableBufferPointer { histogram in
            codes.withUnsafeBufferPointer { codes in
                sums.withUnsafeBufferPointer { sums in
                    leafOfRow.withUnsafeBufferPointer { leaves in
                        guard let histogram = histogram.baseAddress, let codes = codes.baseAddress,
                            let sums = sums.baseAddress, let leaves = leaves.baseAddress
                        else { return }
                        RowLoops.sum(
                            codes + window.lowerBound, leaves, sums + window.lowerBound, rows: window.count,
                            width: count, into: histogram)
                    }
                }
            }
        }
    }

    private func wholeScore(count: Int) -> Float {
        var sum = Sums.zero
        for code in 0..<count { sum += histogram[code] }
        return sum.x * sum.x / (sum.y + Float(settings.shrinkage))
    }

    /// The best threshold, and the sum of G² / (H + shrinkage) over all leaves it leads to.
    private mutating func bestCode(count: Int, leaves: Int) -> (code: UInt8, score: Float)? {
        guard count > 1 else { return nil }
        let shrinkage = Float(settings.shrinkage)
        for code in 0..<count { gains[code] = 0 }
        for leaf in 0..<leaves {
            let start = leaf * count
            var whole = Sums.zero
            for code in 0..<count { whole += histogram[start + code] }
            var low = Sums.zero
            for code in 1..<count {
                low += histogram[start + code - 1]
                let high = whole - low
                gains[code] += low.x * low.x / (low.y + shrinkage) + high.x * high.x / (max(0, high.y) + shrinkage)
            }
        }
        var best = 1
        for code in 2..<max(2, count) where gains[code] > gains[best] { best = code }
        return (UInt8(best), gains[best])
    }
}
