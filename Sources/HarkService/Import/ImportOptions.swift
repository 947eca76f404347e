public import HarkCore

/// What the caller of an import wants.
public struct ImportOptions: Hashable, Sendable {
    /// What the rows are; `nil` takes it from the mapping, the file's name or its columns.
    public var kind: ImportKind?
    /// How foreign columns become Hark's; applied to files of its kind, or to all where it names none.
    public var mapping: ImportMapping
    /// Checks everything and writes nothing.
    public var isDryRun: Bool
    /// Keeps nothing where any row is rejected.
    public var isStrict: Bool
    /// Days by which every date is moved.
    public var shiftDays: Int
    /// The most rows the caller may import at once; `nil` for any number.
    public var rowLimit: Int?
    /// The only user whose records may be brought in or added to; rows without an owner become that user's.
    /// `nil` for anybody's.
    public var onlyOwner: Identifier<User>?

    /// Creates options; without any, good rows of files that speak for themselves are kept.
    public init(
        kind: ImportKind? = nil, mapping: ImportMapping = ImportMapping(), isDryRun: Bool = false,
        isStrict: Bool = false, shiftDays: Int = 0, rowLimit: Int? = nil, onlyOwner: Identifier<User>? = nil
    ) {
        self.kind = kind
        self.mapping = mapping
        self.isDryRun = isDryRun
        self.isStrict = isStrict
        self.shiftDays = shiftDays
        self.rowLimit = rowLimit
        self.onlyOwner = onlyOwner
    }
}
