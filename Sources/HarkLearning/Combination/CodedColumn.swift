/// A column as the combination trees of a bag learn it: its bins lined up by rank, and where each row stands.
struct CodedColumn: Sendable {
    let ranked: RankedColumn
    /// Shape `[rows]`: the code of each row, which is that of its bin but for ``init(outOfFold:scores:bagOfRow:most:)``.
    let codes: [UInt8]

    /// The fewest bins in use of a category whose order is learned out of fold.
    static let manyLevels = 12

    /// Each row has the code of its bin.
    init(_ tally: Tally, scores: [Double], most: Int) {
        let ranked = RankedColumn(tally, scores: scores, most: most)
        self.ranked = ranked
        codes = tally.bins.map { ranked.codeOfBin[Int($0)] }
    }

    /// Lines up a category by the bags' mean scores; each row stands where the bag that held it out puts its level.
    ///
    /// An order of many small levels that was learned from a row tells that row's outcome: trees would trust the column
    /// on the rows they learn from, and be wrong on new ones. So a row's own outcome has no part in where it stands
    /// (the aim of ordered target statistics; Prokhorenkova and others, NeurIPS 2018). In a category of few levels there
    /// is little to be told that way, and rows of one level are better left together, for it may act with another column
    /// in a way of its own.
    ///
    /// - Parameters:
    ///   - scores: Shape `[bags][bins]`: what each bin says alone.
    ///   - bagOfRow: Shape `[rows]`: the bag that holds the row out.
    ///   - most: The most codes.
    init(outOfFold tally: Tally, scores: [[Double]], bagOfRow: [Int], most: Int) {
        let means = tally.rows.indices.map { bin in scores.reduce(0) { $0 + $1[bin] } / Double(scores.count) }
        let ranked = RankedColumn(tally, scores: means, most: most)
        let order = means.indices.sorted { ranked.ranks[$0] < ranked.ranks[$1] }
        let cuts = zip(order, order.dropFirst()).map { (means[$0] + means[$1]) / 2 }
        let codeOfBin = scores.map { scores in
            // The level whose mean score is nearest; the first bin of numbers is for missing ones.
            scores.map { ranked.codeOfBin[order[Binning.bin(of: $0, cuts: cuts) - 1]] }
        }
        self.ranked = ranked
        codes = zip(tally.bins, bagOfRow).map { codeOfBin[$1][Int($0)] }
    }

    /// The row's rank on the coarse scale of codes.
    func rank(ofRow row: Int) -> UInt8 { ranked.firstRanks[Int(codes[row])] }
}

extension CodedColumn {
    /// Some columns as the trees of each bag learn them.
    ///
    /// - Parameters:
    ///   - places: The columns among `tallies`.
    ///   - learned: The bags' shapes of single columns, which give categories their order.
    /// - Returns: Shape `[bags][places]`.
    static func columns(
        _ places: [Int], of tallies: [Tally], orderedBy learned: Bagging.Ensemble, bagOfRow: [Int], most: Int
    ) -> [[CodedColumn]] {
        let shared = places.map { place -> CodedColumn? in
            let tally = tallies[place]
            switch tally.axis.binning.kind {
            case .number: return CodedColumn(tally, scores: [], most: most)
            case .category:
                guard tally.rows.count(where: { $0 > 0 }) >= manyLevels else { return nil }
                return CodedColumn(
                    outOfFold: tally, scores: learned.bags.map { $0.shapes[place] }, bagOfRow: bagOfRow, most: most)
            }
        }
        return learned.bags.map { bag in
            zip(places, shared).map { $1 ?? CodedColumn(tallies[$0], scores: bag.shapes[$0], most: most) }
        }
    }
}
