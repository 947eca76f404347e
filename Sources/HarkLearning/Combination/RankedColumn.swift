/// A column as combination trees see it: its bins lined up by rank, so that a question is "is the rank at least …?".
struct RankedColumn: Sendable {
    let tally: Tally
    /// The rank of each bin. Numbers keep their order, missing lowest; categories go by what they say alone.
    let ranks: [UInt8]
    /// The lowest rank of each code; rows with one code are never told apart.
    let firstRanks: [UInt8]
    /// The code of each bin: the coarse rank that trees are grown on.
    let codeOfBin: [UInt8]

    /// Lines up the bins of a column.
    ///
    /// - Parameters:
    ///   - scores: Shape `[bins]`: what each bin says alone, which gives categories their order.
    ///   - most: The most codes.
    init(_ tally: Tally, scores: [Double], most: Int) {
        self.tally = tally
        let axis = tally.axis
        let bins = tally.rows.indices
        let order = axis.binning.kind == .number ? Array(bins) : bins.sorted { (scores[$0], $0) < (scores[$1], $1) }
        var ranks = [UInt8](repeating: 0, count: bins.count)
        var codeOfBin = ranks
        var firstRanks: [UInt8] = [0]
        // Codes hold about equal numbers of rows; a bin that fills a share alone is alone.
        let share = tally.rows.count { $0 > 0 } <= most ? 0 : Double(tally.rows.reduce(0, +)) / Double(most)
        var filled = 0.0
        for (rank, bin) in order.enumerated() {
            let rows = Double(tally.rows[bin])
            let isMissing = axis.binning.kind == .number && rank == 1
            if rank > 0, filled > 0, isMissing || filled + rows / 2 > share, firstRanks.count < most {
                firstRanks.append(UInt8(rank))
                filled = 0
            }
            filled += rows
            ranks[bin] = UInt8(rank)
            codeOfBin[bin] = UInt8(firstRanks.count - 1)
        }
        self.ranks = ranks
        self.firstRanks = firstRanks
        self.codeOfBin = codeOfBin
    }
}
