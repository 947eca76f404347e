import HarkCore

/// Where the calendar's boundaries fall and what stands at them.
enum TimelineAxis {
    /// The word at the now line.
    static let nowWord = "now"

    /// The boundaries in the window, left to right; labels keep a column between each other and the word `now`, and
    /// stay within the columns given.
    static func ticks(
        window: TimelineWindow, columns: Int, within room: Range<Int>, nowLabelColumn: Int?
    ) -> [TimelineLayout.Tick] {
        let nowWords = nowLabelColumn.map { $0 - 1..<$0 + nowWord.count + 1 }
        var free = room.lowerBound
        var ticks: [TimelineLayout.Tick] = []
        var boundary = firstBoundary(window)
        while boundary.midnight < window.until {
            let column = window.column(of: boundary.midnight, columns: columns)
            let following = next(boundary, zoom: window.zoom)
            if column >= 0, column < columns, ticks.last?.column != column {
                var label = label(of: boundary, zoom: window.zoom)
                let whole = wholeLabel(of: boundary, zoom: window.zoom)
                if ticks.isEmpty, column + whole.count < window.column(of: following.midnight, columns: columns) {
                    label = whole
                }
                let cells = column..<column + label.count
                let fits =
                    cells.lowerBound >= free && cells.upperBound <= room.upperBound
                    && nowWords?.overlaps(cells) != true
                ticks.append(TimelineLayout.Tick(column: column, label: fits ? label : ""))
                if fits { free = cells.upperBound + 1 }
            }
            boundary = following
        }
        return ticks
    }

    /// Right of the line where there is room, else left of it.
    static func nowLabelColumn(nowColumn: Int?, within room: Range<Int>) -> Int? {
        guard let nowColumn, room.count >= nowWord.count else { return nil }
        if nowColumn + 1 >= room.lowerBound, nowColumn + 1 + nowWord.count <= room.upperBound { return nowColumn + 1 }
        let left = min(nowColumn, room.upperBound) - nowWord.count
        return left >= room.lowerBound ? left : room.lowerBound
    }

    private static func firstBoundary(_ window: TimelineWindow) -> LocalDate {
        let start = window.from.date
        switch window.zoom {
        case .day: return start
        case .week: return start.startOfWeek
        case .month: return start.startOfMonth
        case .quarter: return start.startOfMonth.adding(months: -((start.month - 1) % 3))
        case .year: return start.startOfMonth.adding(months: 1 - start.month)
        }
    }

    private static func next(_ boundary: LocalDate, zoom: TimelineZoom) -> LocalDate {
        switch zoom {
        case .day: boundary.adding(days: 1)
        case .week: boundary.adding(days: 7)
        case .month: boundary.adding(months: 1)
        case .quarter: boundary.adding(months: 3)
        case .year: boundary.adding(months: 12)
        }
    }

    private static func label(of day: LocalDate, zoom: TimelineZoom) -> String {
        let (year, month, number) = day.civil
        switch zoom {
        case .day: return "\(TimelineText.weekdayNames[day.weekday.daysSinceMonday]) \(number)"
        case .week: return number <= 7 ? wholeLabel(of: day, zoom: zoom) : "\(number)"
        case .month: return month == 1 ? String(year) : TimelineText.monthNames[month - 1]
        case .quarter: return month == 1 ? String(year) : "Q\((month + 2) / 3)"
        case .year: return String(year)
        }
    }

    /// The label that also says which month or year it is of, for the first one that has room.
    private static func wholeLabel(of day: LocalDate, zoom: TimelineZoom) -> String {
        let (year, month, number) = day.civil
        switch zoom {
        case .week: return "\(number) \(TimelineText.monthNames[month - 1])"
        case .quarter: return "Q\((month + 2) / 3) \(year)"
        case .month where month != 1: return "\(TimelineText.monthNames[month - 1]) \(year)"
        case .day, .month, .year: return label(of: day, zoom: zoom)
        }
    }
}
