import HarkCore
import HarkLanguage
import HarkScreen

/// Where everything stands on the screen, worked out from the state alone; drawing and the mouse both go by it.
struct Layout: Hashable, Sendable {
    /// A pane's place.
    struct Slot: Hashable, Sendable {
        let pane: Dashboard.Pane
        /// The whole place, with the line that carries the title on top.
        let area: Rect
        /// The place below the title.
        var body: Rect { area.split(top: hasTitle ? 1 : 0).bottom }
        /// The rows of a list, below the names of its columns.
        var list: Rect { Layout.tables.contains(pane) ? body.split(top: 1).bottom : body }
        let hasTitle: Bool

        init(_ pane: Dashboard.Pane, _ area: Rect, hasTitle: Bool = true) {
            self.pane = pane
            self.area = area
            self.hasTitle = hasTitle
        }
    }

    /// The panes that show a table with named columns.
    static let tables: Set<Dashboard.Pane> = [.leads, .customers]

    private(set) var header = Rect.nowhere
    private(set) var filter = Rect.nowhere
    private(set) var slots: [Slot] = []
    /// The line being typed and what was understood, with a line on top.
    private(set) var prompt = Rect.nowhere
    /// The last actions, beside or below the prompt; empty where there is no room.
    private(set) var recent = Rect.nowhere
    private(set) var footer = Rect.nowhere
    /// The panes Tab visits; some may have no place of their own at this size.
    private(set) var reachablePanes: [Dashboard.Pane] = []

    /// Lays the screen of a state out.
    init(_ state: Dashboard.State) {
        reachablePanes = state.view.panes.filter { $0 != .views || Layout.hasRoomForViews(state.size) }
        var rest = Rect(state.size)
        (rest, footer) = rest.split(bottom: 1)
        if state.isBare {
            if state.typing != nil { (rest, prompt) = rest.split(bottom: 3) }
            slots = [Slot(state.focus, rest, hasTitle: false)]
            return
        }
        (header, rest) = rest.split(top: 1)
        (filter, rest) = rest.split(top: 1)
        (rest, prompt) = rest.split(bottom: Layout.promptRows(state))
        placeRecent(state.size)
        let isCrowded = state.size.rows < 24 || state.isZoomed
        switch state.view {
        case .desk where !isCrowded: placeDesk(in: rest, state)
        case .record where !isCrowded: placeRecord(in: rest, state)
        case .models where !state.isZoomed:
            let parts = rest.columns([.fixed(min(30, state.size.columns * 3 / 10)), .share(1)], gap: 1)
            slots = [Slot(.charts, parts[0]), Slot(.chart, parts[1])]
        default: slots = [Slot(state.focus, rest)]
        }
    }

    /// Whether views and counts stand beside the leads of the desk.
    static func hasRoomForViews(_ size: Size) -> Bool { size.columns >= 160 }

    /// Whether a screen cannot show what a decision needs.
    static func isTooSmall(_ size: Size) -> Bool { size.columns < 60 || size.rows < 15 }

    /// The body of a pane; `nil` where it is not on the screen.
    func body(of pane: Dashboard.Pane) -> Rect? { slots.first { $0.pane == pane }?.body }

    /// The rows of a pane's list or text; 0 where it is not on the screen.
    func listRows(of pane: Dashboard.Pane) -> Int { slots.first { $0.pane == pane }?.list.rows ?? 0 }

    /// The pane at a cell.
    func slot(at point: Point) -> Slot? { slots.first { $0.area.contains(point) } }

    /// Whether a pane is there that shows the selected record.
    var showsRecord: Bool { slots.contains { [.fields, .why, .timeline].contains($0.pane) } }

    /// Whether a pane is on the screen.
    func shows(_ pane: Dashboard.Pane) -> Bool { slots.contains { $0.pane == pane } }

    /// More where something is asked back: each choice has a line, or half of them could not be seen.
    private static func promptRows(_ state: Dashboard.State) -> Int {
        let usual = promptRows(state.size)
        if state.prompt.palette.isOpen {
            // Narrowing the list does not move the panes above it.
            return max(usual, min(state.size.rows * 3 / 8, 18))
        }
        guard let decisive = state.prompt.reading?.decisive, decisive.status != .ready else { return usual }
        guard decisive.status == .clarify, !decisive.options.isEmpty else {
            // A question is read to its end before it is answered.
            let lines = (decisive.question ?? "").wrapped(to: max(1, state.size.columns - 2)).count
            return max(usual, min(lines + 3, state.size.rows * 3 / 8))
        }
        return max(usual, min(decisive.options.count + 5, state.size.rows * 3 / 8))
    }

    private static func promptRows(_ size: Size) -> Int {
        switch size.rows {
        case ..<24: 3
        case ..<36: 4
        case ..<50: size.columns < 100 ? 8 : 6
        default: 15
        }
    }

    private mutating func placeRecent(_ size: Size) {
        guard size.rows >= 36 else { return }
        if size.columns >= 100 {
            (prompt, recent) = prompt.split(right: size.columns * 3 / 8 + 1)
            recent = recent.split(left: 1).right
        } else {
            (prompt, recent) = prompt.split(bottom: size.rows < 50 ? 3 : 6)
        }
    }

    private mutating func placeDesk(in area: Rect, _ state: Dashboard.State) {
        var (main, timeline) = area.split(bottom: Layout.timelineRows(state))
        let columns = area.columns
        if Layout.hasRoomForViews(state.size) {
            let parts = main.columns([.fixed(25), .share(1)], gap: 1)
            slots = [Slot(.views, parts[0])]
            main = parts[1]
        }
        if columns >= 160 || columns >= 116 && main.rows < 18 {
            let risk = columns >= 160 ? columns * 22 / 100 : 29
            let why = columns * (columns >= 160 ? 27 : 30) / 100
            let parts = main.columns([.share(1), .fixed(risk), .fixed(why)], gap: 1)
            slots += [Slot(.leads, parts[0]), Slot(.customers, parts[1]), Slot(.why, parts[2])]
        } else if columns >= 100 && main.rows >= 18 {
            let parts = main.columns([.share(1), .fixed(columns * 3 / 8)], gap: 1)
            let right = parts[1].rows([.share(5), .share(6)])
            slots = [Slot(.leads, parts[0]), Slot(.customers, right[0]), Slot(.why, right[1])]
        } else {
            let parts = main.columns([.share(1), .fixed(max(22, columns * 37 / 100))], gap: 1)
            slots = [Slot(.leads, parts[0]), Slot(.customers, parts[1])]
            reachablePanes.removeAll { $0 == .why }
            // A pane that has lost its place with the size takes that of the list beside it.
            if state.focus == .why { slots[1] = Slot(.why, parts[1]) }
        }
        if state.focus == .views, !shows(.views) { slots[1] = Slot(.views, slots[1].area) }
        slots.append(Slot(.timeline, timeline))
    }

    private mutating func placeRecord(in area: Rect, _ state: Dashboard.State) {
        let (main, timeline) = area.split(bottom: Layout.timelineRows(state))
        let parts = main.columns([.share(4), .share(5)], gap: 1)
        slots = [Slot(.fields, parts[0]), Slot(.why, parts[1]), Slot(.timeline, timeline)]
    }

    /// Whether the timeline has a lane for each sort of event instead of one for all touches.
    static func wantsLanes(_ state: Dashboard.State) -> Bool {
        state.view == .record || state.isZoomed || state.size.rows >= 36
    }

    /// Title, axis, lanes and some events in words.
    private static func timelineRows(_ state: Dashboard.State) -> Int {
        let lanes = wantsLanes(state) ? 2 + state.record.furtherLanes : 2
        let words = state.size.rows < 30 ? 1 : state.size.rows < 36 ? 2 : 3
        return 2 + lanes + max(words, state.view == .record ? 2 : 0)
    }
}

extension Rect {
    /// No cell at all.
    static let nowhere = Rect(column: 0, row: 0, columns: 0, rows: 0)
}
