/// A tree that asks every row the same few questions; the answers, as bits, are the number of its leaf.
struct ObliviousTree: Equatable, Sendable {
    /// "Is the rank of this column at least …?"; the n-th question gives the n-th bit.
    struct Question: Equatable, Sendable {
        /// The place of the column's axis among those of the combination.
        var axis: Int
        /// The lowest rank for "yes".
        let rank: UInt8
    }

    /// The most questions.
    static let mostQuestions = 6

    var questions: [Question]
    /// Shape `[2^questions]`: what each leaf adds to the log-odds.
    var leaves: [Double]
    /// Shape `[2^questions]`: the training rows of each leaf.
    var rows: [Int]

    /// The mean leaf over the training rows.
    var mean: Double {
        zip(leaves, rows).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(max(1, rows.reduce(0, +)))
    }

    /// The number of a row's leaf; `rank` gives the row's rank on an axis.
    func leaf(_ rank: (Int) -> UInt8) -> Int {
        var leaf = 0
        for (bit, question) in questions.enumerated() where rank(question.axis) >= question.rank { leaf |= 1 << bit }
        return leaf
    }
}
