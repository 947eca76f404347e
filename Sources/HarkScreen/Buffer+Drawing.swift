extension Buffer {
    /// Fills `area` with one sign.
    ///
    /// - Precondition: `character` takes one column.
    public mutating func fill(_ area: Rect, with character: Character = " ", role: Role = .text) {
        precondition(character.columns == 1, "an area is filled with a sign of one column")
        let visible = area.intersection(bounds)
        for row in visible.top..<visible.bottom {
            for column in visible.left..<visible.right {
                put(character, at: Point(column: column, row: row), role: role)
            }
        }
    }

    /// Gives the cells of `area` another role and keeps their text, as for a selected row.
    public mutating func paint(_ area: Rect, role: Role) {
        let visible = area.intersection(bounds)
        for row in visible.top..<visible.bottom {
            for index in row * size.columns + visible.left..<row * size.columns + visible.right {
                cells[index] = Cell(cells[index].character, role: role, width: cells[index].width)
            }
        }
    }

    /// Copies another picture with its top left at `point`; its cursor, if it has one, becomes this one's.
    public mutating func draw(_ picture: Buffer, at point: Point) {
        for row in 0..<picture.size.rows {
            for (column, cell) in picture.row(row).enumerated() where cell.width > 0 {
                put(cell.character, at: point.offset(columns: column, rows: row), role: cell.role)
            }
        }
        if let cursor = picture.cursor { self.cursor = point.offset(columns: cursor.column, rows: cursor.row) }
    }

    /// Draws a horizontal line; it joins lines it meets, as long as those that cross its ends are drawn first.
    public mutating func line(at point: Point, columns: Int, role: Role = .border) {
        for step in 0..<max(0, columns) {
            var arms: Arms = [.left, .right]
            if step == 0 { arms.remove(.left) }
            if step == columns - 1 { arms.remove(.right) }
            join(arms, at: point.offset(columns: step), role: role)
        }
    }

    /// Draws a vertical line; it joins lines it meets, as long as those that cross its ends are drawn first.
    public mutating func line(at point: Point, rows: Int, role: Role = .border) {
        for step in 0..<max(0, rows) {
            var arms: Arms = [.up, .down]
            if step == 0 { arms.remove(.up) }
            if step == rows - 1 { arms.remove(.down) }
            join(arms, at: point.offset(rows: step), role: role)
        }
    }

    /// Draws a horizontal line with a title in it, as in `─ Leads ─────`; it joins lines it meets.
    public mutating func rule(_ title: [Run], at point: Point, columns: Int, role: Role = .border) {
        line(at: point, columns: columns, role: role)
        write(title: title, at: point, columns: columns, role: role)
    }

    /// Draws a frame just inside `area`, with a title in its upper edge; it joins lines it meets.
    public mutating func box(_ area: Rect, title: [Run] = [], role: Role = .border) {
        guard area.columns > 1, area.rows > 1 else { return }
        let (last, lowest) = (area.right - 1, area.bottom - 1)
        for row in area.top...lowest {
            let ends: Arms = row == area.top ? .down : row == lowest ? .up : [.up, .down]
            let isEdge = row == area.top || row == lowest
            join(isEdge ? [ends, .right] : ends, at: Point(column: area.left, row: row), role: role)
            join(isEdge ? [ends, .left] : ends, at: Point(column: last, row: row), role: role)
            guard isEdge else { continue }
            for column in area.left + 1..<last {
                join([.left, .right], at: Point(column: column, row: row), role: role)
            }
        }
        write(title: title, at: area.origin, columns: area.columns, role: role)
    }

    private mutating func write(title: [Run], at point: Point, columns: Int, role: Role) {
        guard !title.isEmpty, columns > 6 else { return }
        write([Run(" ", role)] + title + [Run(" ", role)], at: point.offset(columns: 1), columns: columns - 2)
    }

    /// Adds `arms` to the line at `point`, or starts one there.
    private mutating func join(_ arms: Arms, at point: Point, role: Role) {
        let old = self[point]
        let isLine = old.role == .border || old.role == .focusedBorder
        put(glyphs.line(isLine ? arms.union(glyphs.arms(of: old.character)) : arms), at: point, role: role)
    }
}
