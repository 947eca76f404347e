extension Buffer {
    /// The picture as plain text, one line per row, without the spaces at line ends.
    public func text() -> String {
        (0..<size.rows).map { index in
            var line = characters(inRow: index)
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// The picture as reviewers read it: the size, the characters, then one letter per cell for its role.
    public func dump() -> String {
        var lines = ["\(size.columns)x\(size.rows)"]
        lines += (0..<size.rows).map { "|" + characters(inRow: $0) + "|" }
        lines.append("roles")
        lines += (0..<size.rows).map { index in "|" + String(row(index).map(\.role.letter)) + "|" }
        if let cursor { lines.append("cursor \(cursor.column),\(cursor.row)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func characters(inRow index: Int) -> String {
        String(row(index).filter { $0.width > 0 }.map(\.character))
    }
}
