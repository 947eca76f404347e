/// What is to be foretold in a table, from what, and how it is measured.
public struct TableRequest: Hashable, Sendable {
    /// Which rows are held out to test on.
    public enum Split: Hashable, Sendable {
        /// So many folds at random, each with its share of both outcomes; equal rows stay together.
        case folds(Int)
        /// Each value of this column is a fold of its own; the column is not learned from.
        case foldColumn(String)
        /// The newest fifth by this column of dates or numbers; the column is not learned from.
        case timeColumn(String)
    }

    /// The column to foretell.
    public var target: String
    /// Its value that counts as the outcome; `nil` where it is plain, as with `1` of `0` and `1`.
    public var positive: String?
    /// Columns that must not be learned from.
    public var dropped: Set<String> = []
    /// Columns of free text, learned from by their words.
    public var texts: [String] = []
    public var split = Split.folds(5)
    /// Decides the folds, and which rows each training holds out.
    public var seed: UInt64 = 1
    /// How the models are trained; ``TrainingSettings/refused``, ``TrainingSettings/rising`` and
    /// ``TrainingSettings/falling`` name columns.
    public var training = TrainingSettings()

    /// Asks for five folds.
    public init(target: String, positive: String? = nil) {
        self.target = target
        self.positive = positive
    }

    /// The column that says how rows are split, where one does.
    var splitColumn: String? {
        switch split {
        case .folds: nil
        case .foldColumn(let name), .timeColumn(let name): name
        }
    }
}
