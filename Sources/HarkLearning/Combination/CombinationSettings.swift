/// How the combination term is trained: deeper trees on what the single columns and pairs leave unexplained.
public struct CombinationSettings: Codable, Equatable, Sendable {
    /// The most trees of a bag; 0 trains none.
    public var trees = 200
    /// The share of the other terms' scores that the trees start from, in `0...1`; the rest is learned anew, together
    /// with what the other terms cannot say.
    public var startShare = 0.4
    /// The most questions a tree asks of a row, 1 to 6.
    public var depth = 6
    /// The share of each tree's step that is taken, in `0...1`.
    public var learningRate = 0.2
    /// Trees without a better held-out log-loss before a bag stops.
    public var patience = 8
    /// Added to the rows' weight in each leaf, which pulls small leaves to 0.
    public var shrinkage = 5.0
    /// The share of rows that each tree's questions are chosen by in every other bag, in `0...1`.
    ///
    /// Half of the bags see all rows and columns at once, which finds what takes several columns together; the other half
    /// choose from samples, which chance misleads less where there is little to find. Their mean loses little to the
    /// better half on either kind of data.
    public var rowShare = 0.7
    /// The share of columns that each question of a tree is chosen from in every other bag, in `0...1`.
    public var columnShare = 0.6
    /// The most bins of a column that questions tell apart, 4 to 256.
    public var bins = 64

    /// The defaults.
    public init() {}

    /// With fewer rows than this, what trees gain cannot be told from chance, and none are trained.
    public static let fewestRows = 1000

    /// The settings of one bag: ones with an even number see all rows and columns.
    func ofBag(_ bag: Int) -> CombinationSettings {
        guard bag.isMultiple(of: 2) else { return self }
        var whole = self
        whole.rowShare = 1
        whole.columnShare = 1
        return whole
    }

    var ranges: [(name: String, holds: Bool, reason: String)] {
        [
            ("combination.trees", (0...10_000).contains(trees), "must be 0 to 10000"),
            ("combination.startShare", (0...1).contains(startShare), "must be 0 to 1"),
            ("combination.depth", (1...6).contains(depth), "must be 1 to 6"),
            ("combination.learningRate", learningRate > 0 && learningRate <= 1, "must be above 0, at most 1"),
            ("combination.patience", patience >= 1, "must be at least 1"),
            ("combination.shrinkage", shrinkage > 0 && shrinkage.isFinite, "must be above 0"),
            ("combination.rowShare", rowShare > 0 && rowShare <= 1, "must be above 0, at most 1"),
            ("combination.columnShare", columnShare > 0 && columnShare <= 1, "must be above 0, at most 1"),
            ("combination.bins", (4...Binning.mostBins).contains(bins), "must be 4 to 256"),
        ]
    }
}
