extension Buffer {
    /// Writes one line of text from `point` to the right.
    ///
    /// A text longer than its room ends in the ellipsis. What lies left of the grid is cut off without one.
    ///
    /// - Parameter columns: The room; the grid's right edge always ends it.
    /// - Returns: The columns used.
    @discardableResult
    public mutating func write(_ text: String, at point: Point, role: Role = .text, columns: Int = .max) -> Int {
        write([Run(text, role)], at: point, columns: columns)
    }

    /// Writes runs one after another on one line; together they end in the ellipsis if they are too long.
    ///
    /// - Parameter columns: The room for all of them; the grid's right edge always ends it.
    /// - Returns: The columns used.
    @discardableResult
    public mutating func write(_ runs: [Run], at point: Point, columns: Int = .max) -> Int {
        let room = min(columns, size.columns - point.column)
        guard point.row >= 0, point.row < size.rows, room > 0 else { return 0 }
        let texts = runs.map { SafeText($0.text, .list, asciiMarks: glyphs.isASCII).string }
        let isCut = texts.reduce(0) { $0 + $1.columns } > room
        let end = isCut ? room - 1 : room
        var used = 0
        for (text, role) in zip(texts, runs.map(\.role)) {
            for character in text {
                let width = character.columns
                if used + width > end {
                    if isCut { put(glyphs.ellipsis, at: point.offset(columns: used), role: role) }
                    return used + (isCut ? 1 : 0)
                }
                put(character, at: point.offset(columns: used), role: role)
                used += width
            }
        }
        return used
    }

    /// Writes text broken into lines between words, from the top of `area`; what does not fit below is left out.
    ///
    /// - Returns: The rows used.
    @discardableResult
    public mutating func write(paragraph text: String, in area: Rect, role: Role = .text) -> Int {
        let safe = SafeText(text, .paragraph, asciiMarks: glyphs.isASCII).string
        let lines = safe.wrapped(to: area.columns).prefix(area.rows)
        for (index, line) in lines.enumerated() {
            write(line, at: area.origin.offset(rows: index), role: role, columns: area.columns)
        }
        return lines.count
    }

    /// Writes a text that ends at `area`'s right edge, in its first row.
    ///
    /// - Returns: The columns used.
    @discardableResult
    public mutating func write(trailing text: String, in area: Rect, role: Role = .text) -> Int {
        let safe = SafeText(text, .list, asciiMarks: glyphs.isASCII).string
        let start = max(area.left, area.right - safe.columns)
        return write(safe, at: Point(column: start, row: area.top), role: role, columns: area.columns)
    }
}
