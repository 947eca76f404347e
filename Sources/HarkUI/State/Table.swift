import HarkCore

/// A long list of which only a window of rows is held, and where the reader is in it.
struct Table<Row: Listed>: Hashable, Sendable {
    /// The rows held, from the row ``offset`` on.
    private(set) var rows: [Row] = []
    /// How many rows come before those held.
    private(set) var offset = 0
    /// How many rows the list has.
    private(set) var total = 0
    /// How many rows more it would have but for `snoozed:no`.
    private(set) var snoozed = 0
    /// How many rows it had when nothing was filtered; `nil` while unknown.
    private(set) var unfiltered: Int?
    /// The selected row, `0..<total`; 0 when empty.
    private(set) var selection = 0
    /// The first row in sight.
    private(set) var top = 0
    /// Whether rows have ever come, and if not, why.
    private(set) var phase = Phase.loading
    /// The records marked for an action in bulk.
    var marks: [NamedRecord] = []
    /// Where a range of marks begins.
    var anchor: Int?
    /// The filter line in effect.
    var filter = ""
    /// What was wrong with the filter typed last.
    var filterError: FilterError?
    /// The order, main key first.
    var sort: [SortKey]

    /// The answer waited for.
    private(set) var ticket: Dashboard.Ticket?
    /// The rows that answer will bring.
    private var requested = 0..<0
    /// The rows the last answer was to bring.
    private var answered = 0..<0
    /// The filter and the order of the rows asked for, and of the rows held.
    private var asked: Order?
    private var held: Order?
    /// The record to select when the rows come.
    private var wanted: RecordReference?

    /// What rows are chosen and sorted by.
    private struct Order: Hashable {
        var filter: String
        var sort: [SortKey]
    }

    /// How a list stands.
    enum Phase: Hashable, Sendable { case loading, loaded, failed(String) }

    /// How many rows are asked for at once when `count` are in sight.
    static func window(rows count: Int) -> Int { max(200, 4 * count) }

    /// Starts empty.
    init(sort: [SortKey] = []) { self.sort = sort }

    /// The row at a place in the whole list; `nil` where it is not held.
    subscript(index: Int) -> Row? {
        rows.indices.contains(index - offset) ? rows[index - offset] : nil
    }

    /// The selected row; `nil` where there is none or it is still being loaded.
    var selected: Row? { self[selection] }

    /// Whether a record is marked.
    func isMarked(_ reference: RecordReference) -> Bool { marks.contains { $0.reference == reference } }
}

extension Table {
    /// Notes that rows around the selection are on their way.
    ///
    /// - Parameters:
    ///   - count: How many rows are in sight.
    ///   - keepsSelection: Whether to look for the selected record among the rows that come.
    /// - Returns: The part of the list to ask for.
    mutating func request(_ ticket: Dashboard.Ticket, rows count: Int, keepsSelection: Bool) -> Page {
        if keepsSelection, wanted == nil { wanted = selected?.reference }
        let window = Table.window(rows: count)
        let first = max(0, selection - window / 2)
        requested = first..<first + window
        self.ticket = ticket
        asked = Order(filter: filter, sort: sort)
        if case .failed = phase { phase = .loading }
        return Page(offset: first, limit: window)
    }

    /// Selects a record where it is among the rows held.
    mutating func choose(_ reference: RecordReference) {
        guard let index = rows.firstIndex(where: { $0.reference == reference }) else { return }
        selection = offset + index
    }

    /// Takes rows; those nobody waits for any more are dropped.
    ///
    /// - Returns: Whether they were taken.
    mutating func take(_ listing: Listing<Row>, offset: Int, _ ticket: Dashboard.Ticket) -> Bool {
        guard ticket == self.ticket else { return false }
        self.ticket = nil
        answered = requested
        held = asked
        rows = listing.rows
        self.offset = max(0, offset)
        total = max(listing.total, rows.isEmpty ? 0 : self.offset + rows.count)
        snoozed = listing.snoozed
        if filter.isEmpty { unfiltered = total }
        phase = .loaded
        if let wanted, let index = rows.firstIndex(where: { $0.reference == wanted }) {
            selection = self.offset + index
        }
        wanted = nil
        selection = min(max(0, selection), max(0, total - 1))
        return true
    }

    /// Shows rows that are all there is.
    mutating func show(_ rows: [Row]) {
        self = Table(sort: sort)
        self.rows = rows
        total = rows.count
        phase = .loaded
    }

    /// Notes that the rows waited for will not come.
    ///
    /// - Returns: Whether they were waited for.
    mutating func fail(_ reason: String, _ ticket: Dashboard.Ticket) -> Bool {
        guard ticket == self.ticket else { return false }
        self.ticket = nil
        if phase != .loaded {
            phase = .failed(reason)
        } else if let held {
            // The rows that stay are in the order of before; nothing on the screen may say otherwise.
            filter = held.filter
            sort = held.sort
        }
        return true
    }

    /// Selects the record when it comes.
    mutating func want(_ reference: RecordReference) {
        wanted = reference
        if let index = rows.firstIndex(where: { $0.reference == reference }) { selection = offset + index }
    }

    /// Goes back to the first row, as after a new filter or order.
    mutating func restart() {
        selection = 0
        top = 0
        anchor = nil
        wanted = nil
    }

    /// Selects a row, no further than the ends.
    mutating func select(_ index: Int) { selection = min(max(0, index), max(0, total - 1)) }

    /// Keeps the selection in sight.
    mutating func reveal(rows count: Int) {
        let height = max(1, count)
        top = min(max(top, selection - height + 1), selection)
        top = max(0, min(top, total - height))
    }

    /// Scrolls without regard to the selection, which then follows into sight.
    mutating func scroll(by step: Int, rows count: Int) {
        let height = max(1, count)
        top = max(0, min(top + step, total - height))
        select(min(max(selection, top), top + height - 1))
    }

    /// Whether rows around those in sight are missing and not on their way.
    func needsRows(_ count: Int) -> Bool {
        guard phase == .loaded, total > 0 else { return false }
        let needed = max(0, top - count)..<min(total, top + 2 * max(1, count))
        func covers(_ range: Range<Int>) -> Bool {
            range.lowerBound <= needed.lowerBound && range.upperBound >= needed.upperBound
        }
        return !covers(answered) && !(ticket != nil && covers(requested))
    }

    /// Marks the selected row, or takes its mark away.
    mutating func toggleMark() {
        guard let row = selected else { return }
        if isMarked(row.reference) {
            marks.removeAll { $0.reference == row.reference }
        } else {
            marks.append(row.named)
        }
    }

    /// Marks every row between two places that is held.
    mutating func mark(_ range: ClosedRange<Int>) {
        for index in range {
            guard let row = self[index], !isMarked(row.reference) else { continue }
            marks.append(row.named)
        }
    }
}
