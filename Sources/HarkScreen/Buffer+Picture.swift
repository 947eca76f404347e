extension Buffer {
    /// The picture as an SVG document, with one text element for each run of a row, so it can be read and copied.
    ///
    /// Cells are 9 × 19 units; every run states its length, so columns stay in line in any monospaced font.
    public func svg(theme: Theme) -> String {
        let paper = theme[.text].background?.color ?? Color(0x000000)
        let (width, height) = (size.columns * Self.cellWidth, size.rows * Self.cellHeight)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
                + " font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" font-size=\"15\">",
            "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(paper.hex)\"/>",
        ]
        for row in 0..<size.rows {
            var start = 0
            while start < size.columns {
                let end = runEnd(from: start, row: row)
                lines += elements(row: row, from: start, to: end, theme: theme)
                start = end
            }
        }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }

    private static let cellWidth = 9
    private static let cellHeight = 19
    private static let baseline = 14

    /// The column after the last one of the same role; a wide grapheme stands alone, so that a font that draws it
    /// too wide moves nothing else.
    private func runEnd(from start: Int, row: Int) -> Int {
        let cells = Array(self.row(row))
        let first = cells[start]
        if first.width == 2 { return start + 2 }
        var end = start + 1
        while end < cells.count, cells[end].role == first.role, cells[end].width == 1 { end += 1 }
        return end
    }

    private func elements(row: Int, from start: Int, to end: Int, theme: Theme) -> [String] {
        let cells = Array(self.row(row))[start..<end]
        let style = theme[cells[start].role]
        var (front, back) = (style.foreground?.color ?? Color(0xE0E0E0), style.background?.color)
        let isColored = style.foreground != nil
        let emphasis = isColored ? style.emphasis : style.mono
        if emphasis.contains(.reverse) { (front, back) = (back ?? Color(0x000000), front) }
        let (x, y) = (start * Self.cellWidth, row * Self.cellHeight)
        let width = (end - start) * Self.cellWidth
        var elements: [String] = []
        if let back, back != theme[.text].background?.color {
            elements.append(
                "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(Self.cellHeight)\" fill=\"\(back.hex)\"/>")
        }
        let text = String(cells.filter { $0.width > 0 }.map(\.character))
        guard text.contains(where: { $0 != " " }) else { return elements }
        let weight = emphasis.contains(.bold) ? " font-weight=\"bold\"" : ""
        let line = emphasis.contains(.underline) ? " text-decoration=\"underline\"" : ""
        let faint = emphasis.contains(.dim) ? " opacity=\"0.7\"" : ""
        elements.append(
            "<text x=\"\(x)\" y=\"\(y + Self.baseline)\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
                + " xml:space=\"preserve\" fill=\"\(front.hex)\"\(weight)\(line)\(faint)>\(Self.escaped(text))</text>")
        return elements
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
    }
}
