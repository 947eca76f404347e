import HarkCore
import HarkScreen

/// The words in the line over a pane.
enum PaneTitle {
    /// What the pane is called, and how much is in it.
    static func runs(_ slot: Layout.Slot, _ state: Dashboard.State, showsWhy: Bool) -> [Run] {
        let role: Role = slot.pane == state.focus ? .title : .text
        let bullet = " \(state.glyphs.bullet) "
        switch slot.pane {
        case .leads: return [Run("Leads", role), Run(count(of: state.leads, bullet), .muted)]
        case .customers:
            guard let count = RiskList.atRisk(state) else {
                return [Run("Customers", role), Run(self.count(of: state.customers, bullet), .muted)]
            }
            return [Run("At risk", role), Run(bullet + count, .muted)]
        case .results: return [Run("Found", role), Run(count(of: state.results, bullet), .muted)]
        case .log: return [Run("Done", role), Run(bullet + state.log.rows.count.grouped, .muted)]
        case .help: return [Run("Help", role)]
        case .fields: return [Run("Record", role)]
        case .why: return [Run("Why", role)] + name(state, bullet, isWanted: state.view == .desk)
        case .timeline: return [Run(state.record.subject?.name ?? "Timeline", role)] + headline(state, isWanted: !showsWhy)
        }
    }

    /// Where in a long list the reader is, at the right end of the line.
    static func drawPosition(_ slot: Layout.Slot, _ state: Dashboard.State, into buffer: inout Buffer) {
        let place: (selection: Int, total: Int)? =
            switch slot.pane {
            case .leads: (state.leads.selection, state.leads.total)
            case .customers: (state.customers.selection, state.customers.total)
            case .results: (state.results.selection, state.results.total)
            case .log: (state.log.selection, state.log.rows.count)
            default: nil
            }
        guard let place, slot.pane == state.focus, place.total > slot.list.rows, slot.area.columns > 36 else { return }
        let text = " \((place.selection + 1).grouped)/\(place.total.grouped) "
        buffer.write(trailing: text, in: slot.area.row(0).split(right: 1).left, role: .muted)
    }

    private static func count<Row>(of table: Table<Row>, _ bullet: String) -> String {
        table.phase == .loaded ? bullet + table.total.grouped : ""
    }

    private static func name(_ state: Dashboard.State, _ bullet: String, isWanted: Bool) -> [Run] {
        guard isWanted, let subject = state.record.subject else { return [] }
        return [Run(bullet + subject.name, .muted)]
    }

    /// The strongest reasons, where no pane of their own shows them.
    private static func headline(_ state: Dashboard.State, isWanted: Bool) -> [Run] {
        guard isWanted, let score = state.record.detail?.score else { return [] }
        let strongest = score.contributions.sorted { abs($0.points) > abs($1.points) }.prefix(3)
        guard !strongest.isEmpty else { return [] }
        let dash = state.glyphs.isASCII ? "-" : "─"
        return [Run(" ", .border), Run(dash, .border), Run(" why:", .muted)]
            + strongest.flatMap { [Run(" \($0.points.signed)", WhyPane.role(of: $0, score.target)), Run(" \($0.reason) ", .text)] }
    }
}
