extension Unicode.Scalar {
    /// Terminal columns of the scalar alone: 0, 1 or 2.
    ///
    /// Scalars of ambiguous width count as 1, control characters as 1 because they are drawn as a mark.
    public var columns: Int {
        if value < 0x300 { return 1 }
        if WidthTable.contains(WidthTable.wide, value) { return 2 }
        return WidthTable.contains(WidthTable.zero, value) ? 0 : 1
    }
}

extension Character {
    /// Terminal columns of the grapheme: those of its base scalar, 2 for flags and emoji presentation, never more.
    public var columns: Int {
        if isASCII { return 1 }
        let scalars = unicodeScalars
        guard let base = scalars.first else { return 0 }
        let next = scalars.index(after: scalars.startIndex)
        guard next < scalars.endIndex else { return base.columns }
        let isFlag = (0x1F1E6...0x1F1FF).contains(base.value) && (0x1F1E6...0x1F1FF).contains(scalars[next].value)
        return isFlag || scalars.contains { $0.value == 0xFE0F } ? 2 : base.columns
    }
}

extension StringProtocol {
    /// Terminal columns of the text on one line.
    ///
    /// - Complexity: O(n).
    public var columns: Int {
        utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.columns }
    }
}
