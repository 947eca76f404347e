import HarkCore

/// Where the calendar's boundaries fall and what stands at them.
enum TimelineAxis {
    /// The word at the now line.
    static let nowWord = "now"

    /// The boundaries in the window, left to right; labels keep a column between each other and the word `now`.
    static func ticks(window: TimelineWindow, columns: Int, nowLabelColumn: Int?) -> [TimelineLayout.Tick] {
        let nowWords = nowLabelColumn.map { $0 - 1..<$0 + nowWord.count + 1 }
        var free = 0
        var ticks: [TimelineLayout.Tick] = []
        var boundary = firstBoundary(window)
        while boundary.midnight < window.until {
            let column = window.column(of: boundary.midnight, columns: columns)
            if column >= 0, column < columns, ticks.last?.column != column {
                let label = label(of: boundary, zoom: window.zoom, isFirst: ticks.isEmpty)
                let cells = column..<column + label.count
                let fits =
                    cells.lowerBound >= free && cells.upperBound <= columns
                    && nowWords?.overlaps(cells) != true
                ticks.append(TimelineLayout.Tick(column: column, label: fits ? label : ""))
                if fits { free = cells.upperBound + 1 }
            }
            boundary = next(boundary, zoom: window.zoom)
        }
        return ticks
    }

    /// Right of the line where there is room, else left of it.
    static func nowLabelColumn(nowColumn: Int?, columns: Int) -> Int? {
        guard let nowColumn, columns >= nowWord.count else { return nil }
        if nowColumn + 1 + nowWord.count <= columns { return nowColumn + 1 }
        return max(nowColumn - nowWord.count, 0)
    }

    private static func firstBoundary(_ window: TimelineWindow) -> LocalDate {
        let start = window.from.date
        switch window.zoom {
        case .day: return start
        case .week: return start.startOfWeek
        case .month: return start.startOfMonth
        case .quarter: return start.startOfMonth.adding(months: -((start.month - 1) % 3))
        }
    }

    private static func next(_ boundary: LocalDate, zoom: TimelineZoom) -> LocalDate {
        switch zoom {
        case .day: boundary.adding(days: 1)
        case .week: boundary.adding(days: 7)
        case .month: boundary.adding(months: 1)
        case .quarter: boundary.adding(months: 3)
        }
    }

    private static func label(of day: LocalDate, zoom: TimelineZoom, isFirst: Bool) -> String {
        let (year, month, number) = day.civil
        let name = TimelineText.monthNames[month - 1]
        switch zoom {
        case .day: return "\(TimelineText.weekdayNames[day.weekday.daysSinceMonday]) \(number)"
        case .week: return isFirst || number <= 7 ? "\(number) \(name)" : "\(number)"
        case .month: return month == 1 ? String(year) : name
        case .quarter: return month == 1 || isFirst ? "Q\((month + 2) / 3) \(year)" : "Q\((month + 2) / 3)"
        }
    }
}
