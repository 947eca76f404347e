/// How much of a split area one part takes.
public enum Track: Hashable, Sendable {
    /// Exactly this many cells, while there is room.
    case fixed(Int)
    /// A part, by weight, of what the fixed tracks leave.
    case share(Int)
}

extension Rect {
    /// The area without a margin of `columns` at both sides and `rows` above and below.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(
            column: left + columns, row: top + rows,
            columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
    }

    /// The one-row area at `index` rows below the top; empty when that is outside.
    public func row(_ index: Int) -> Rect {
        Rect(column: left, row: top + index, columns: columns, rows: index >= 0 && index < rows ? 1 : 0)
    }

    /// The area cut after `count` columns, or as many as there are.
    public func split(left count: Int) -> (left: Rect, right: Rect) {
        let first = min(max(0, count), columns)
        return (
            Rect(column: left, row: top, columns: first, rows: rows),
            Rect(column: left + first, row: top, columns: columns - first, rows: rows)
        )
    }

    /// The area cut before its last `count` columns.
    public func split(right count: Int) -> (left: Rect, right: Rect) { split(left: columns - max(0, count)) }

    /// The area cut below `count` rows, or as many as there are.
    public func split(top count: Int) -> (top: Rect, bottom: Rect) {
        let first = min(max(0, count), rows)
        return (
            Rect(column: left, row: top, columns: columns, rows: first),
            Rect(column: left, row: top + first, columns: columns, rows: rows - first)
        )
    }

    /// The area cut above its last `count` rows.
    public func split(bottom count: Int) -> (top: Rect, bottom: Rect) { split(top: rows - max(0, count)) }

    /// The area laid out as columns from left to right, one for each track.
    ///
    /// - Parameter gap: Empty cells between neighbours.
    public func columns(_ tracks: [Track], gap: Int = 0) -> [Rect] {
        let extents = Rect.extents(of: tracks, in: columns, gap: gap)
        var column = left
        return extents.map { extent in
            defer { column += extent + gap }
            return Rect(column: min(column, right), row: top, columns: extent, rows: rows)
        }
    }

    /// The area laid out as rows from top to bottom, one for each track.
    ///
    /// - Parameter gap: Empty cells between neighbours.
    public func rows(_ tracks: [Track], gap: Int = 0) -> [Rect] {
        let extents = Rect.extents(of: tracks, in: rows, gap: gap)
        var row = top
        return extents.map { extent in
            defer { row += extent + gap }
            return Rect(column: left, row: min(row, bottom), columns: columns, rows: extent)
        }
    }

    /// Cells for each track: fixed ones first, in order, then the shares, which together use every cell left.
    private static func extents(of tracks: [Track], in total: Int, gap: Int) -> [Int] {
        var room = max(0, total - gap * max(0, tracks.count - 1))
        var extents = tracks.map { track in
            guard case .fixed(let wanted) = track else { return 0 }
            let given = min(max(0, wanted), room)
            room -= given
            return given
        }
        var weightLeft = tracks.reduce(0) { sum, track in
            if case .share(let weight) = track { sum + max(0, weight) } else { sum }
        }
        for (index, track) in tracks.enumerated() {
            guard case .share(let weight) = track, weight > 0, weightLeft > 0 else { continue }
            extents[index] = room * weight / weightLeft
            room -= extents[index]
            weightLeft -= weight
        }
        return extents
    }
}
