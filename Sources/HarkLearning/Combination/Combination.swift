/// What columns say only in combination: a sum of small trees, each of which asks every row the same few questions.
///
/// It is shared out to the columns exactly (``LeafShares``), so that it is explained as the other terms are.
public struct Combination: Equatable, Sendable {
    /// A column that the trees ask about, its bins in one order; categories may come in several orders.
    struct Axis: Equatable, Sendable {
        let axis: Term.Axis
        /// The rank of each bin.
        let ranks: [UInt8]
    }

    let axes: [Axis]
    /// Their leaves are centred and multiples of ``Grain``.
    let trees: [ObliviousTree]
    private let shares: ShareTable
    /// The place of each axis's column among ``columns``.
    private let columnOfAxis: [Int]
    /// The mean absolute share of each column over the training rows, in log-odds.
    let importances: [Double]

    /// The columns that the trees ask about, in the order of their shares.
    public let columns: [String]

    /// What the shares are called, by column.
    private let names: [String]

    /// What a column's share is called.
    static func name(of column: String) -> String { "\(column) in combination" }

    /// The number of trees.
    public var treeCount: Int { trees.count }

    init(axes: [Axis], trees: [ObliviousTree], importances: [Double]) {
        self.axes = axes
        self.trees = trees
        self.importances = importances
        let (columns, columnOfAxis) = Combination.columns(of: axes)
        self.columns = columns
        self.columnOfAxis = columnOfAxis
        names = columns.map(Combination.name)
        shares = ShareTable(trees, columnOfAxis: columnOfAxis, columnCount: columns.count)
    }

    /// The columns of some axes, each once, and the place of each axis's column among them.
    static func columns(of axes: [Axis]) -> (columns: [String], columnOfAxis: [Int]) {
        var columns: [String] = []
        for axis in axes where !columns.contains(axis.axis.column) { columns.append(axis.axis.column) }
        return (columns, axes.map { axis in columns.firstIndex(of: axis.axis.column) ?? 0 })
    }

    /// What a row's values say in combination, by column in the order of ``columns``.
    func shares(of row: [String: Value]) -> [Double] {
        // Each column is read once, however many orders it comes in.
        var bins = [Int](repeating: -1, count: columns.count)
        return shares(
            ranks: zip(axes, columnOfAxis).map { axis, column in
                if bins[column] < 0 { bins[column] = axis.axis.binning.bin(of: row[axis.axis.column] ?? .missing) }
                return axis.ranks[bins[column]]
            })
    }

    /// The shares of a row whose ranks are known.
    func shares(ranks: [UInt8]) -> [Double] { shares.sums(ranks) }
}

extension Combination {
    /// A row's shares as parts of its explanation; `cells` are those of the columns' own terms.
    func contributions(of row: [String: Value], cells: [String: Term.Cell]) -> [Explanation.Contribution] {
        zip(zip(columns, names), shares(of: row)).map { labels, share in
            let (column, name) = labels
            let own = cells[column]
            return Explanation.Contribution(
                term: name, columns: [column], values: [row[column] ?? .missing],
                cell: Term.Cell(
                    meanings: own?.meanings ?? [], score: share, rows: own?.rows ?? 0, positives: own?.positives ?? 0),
                isInCombination: true)
        }
    }
}
