/// One column made ready for reading many rows' bins.
struct BinReader {
    private enum Source {
        /// The cuts are filled up with infinities to one less than a power of two, `halvings` being its exponent.
        case numbers([Double], cuts: [Double], halvings: Int, most: UInt16)
        /// `bins` has one place more than there are levels; the first is for missing.
        case codes([Int32], bins: [UInt16])
    }

    private let source: Source

    /// - Throws: ``LearningError/wrongKind(column:)`` when the binning was learned from the other kind.
    init(_ column: Column, _ binning: Binning) throws(LearningError) {
        switch (binning, column.values) {
        case (.numbers(let cuts), .numbers(let numbers)):
            let halvings = Int.bitWidth - cuts.count.leadingZeroBitCount
            let filled = cuts + Array(repeating: .infinity, count: (1 << halvings) - 1 - cuts.count)
            source = .numbers(numbers, cuts: filled, halvings: halvings, most: UInt16(cuts.count))
        case (.categories(let bins), .categories(let codes, let levels)):
            source = .codes(codes, bins: [0] + levels.map { UInt16(bins.bin(of: $0)) })
        default:
            throw .wrongKind(column: column.name)
        }
    }

    /// Writes the bins of `rows` to the start of `bins`; each equals ``Binning/bin(of:)`` of the cell.
    func read(_ rows: Range<Int>, into bins: UnsafeMutablePointer<UInt16>) {
        switch source {
        case .numbers(let numbers, let cuts, let halvings, let most):
            numbers.withUnsafeBufferPointer { numbers in
                guard let start = numbers.baseAddress?.advanced(by: rows.lowerBound) else { return }
                RowLoops.search(start, rows: rows.count, in: cuts, halvings: halvings, most: most, bins: bins)
            }
        case .codes(let codes, let byCode):
            for row in rows { bins[row - rows.lowerBound] = byCode[Int(codes[row]) + 1] }
        }
    }
}

extension Binning {
    /// The bin of each row of a column, which must be of the same kind.
    func bins(of column: Column) throws(LearningError) -> [UInt16] {
        let reader = try BinReader(column, self)
        var bins = [UInt16](repeating: 0, count: column.count)
        reader.read(0..<column.count, into: &bins)
        return bins
    }
}
