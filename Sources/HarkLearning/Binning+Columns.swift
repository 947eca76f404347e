extension Binning {
    /// The bin of each row of a column, which must be of the same kind; equal to ``bin(of:)`` of each cell.
    func bins(of column: Column) throws(LearningError) -> [UInt16] {
        switch (self, column.values) {
        case (.numbers(let cuts), .numbers(let numbers)):
            return Binning.bins(of: numbers, cuts: cuts)
        case (.categories(let bins), .categories(let codes, let levels)):
            let byCode = levels.map { UInt16(bins.bin(of: $0)) }
            return codes.map { $0 < 0 ? 0 : byCode[Int($0)] }
        default:
            throw .wrongKind(column: column.name)
        }
    }

    /// Finds the bins of many numbers, several times as fast as a search for each.
    ///
    /// The cuts are filled up with infinities to one less than a power of two; infinity itself may or may not reach
    /// these, so no more than all cuts are counted.
    private static func bins(of numbers: [Double], cuts: [Double]) -> [UInt16] {
        let halvings = Int.bitWidth - cuts.count.leadingZeroBitCount
        let filled = cuts + Array(repeating: .infinity, count: (1 << halvings) - 1 - cuts.count)
        let most = UInt16(cuts.count)
        var bins = [UInt16](repeating: 0, count: numbers.count)
        RowLoops.search(numbers, rows: numbers.count, in: filled, halvings: halvings, reached: &bins)
        for row in bins.indices { bins[row] = numbers[row].isNaN ? 0 : 1 &+ min(bins[row], most) }
        return bins
    }
}
