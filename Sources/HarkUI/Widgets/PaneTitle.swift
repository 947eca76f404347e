import HarkCore
import HarkLifecycle
import HarkScreen

/// The words in the line over a pane.
enum PaneTitle {
    /// What the pane is called, and how much is in it.
    static func runs(_ slot: Layout.Slot, _ state: Dashboard.State, showsWhy: Bool) -> [Run] {
        let role: Role = slot.pane == state.focus ? .title : .text
        let bullet = " \(state.glyphs.bullet) "
        switch slot.pane {
        case .views: return [Run("Views", role)]
        case .leads: return [Run("Leads", role), Run(count(of: state.leads, bullet), .muted)]
        case .customers:
            let snoozed = state.customers.snoozed > 0 ? "\(bullet)\(state.customers.snoozed.grouped) snoozed" : ""
            guard let count = RiskList.atRisk(state) else {
                return [Run("Customers", role), Run(self.count(of: state.customers, bullet) + snoozed, .muted)]
            }
            // On the desk the list is there for those at risk; on its own screen it is of all customers.
            guard state.view != .desk else { return [Run("At risk", role), Run(bullet + count + snoozed, .muted)] }
            let all = self.count(of: state.customers, bullet)
            return [Run("Customers", role), Run("\(all)\(bullet)\(count) at risk\(snoozed)", .muted)]
        case .results: return [Run("Found", role), Run(count(of: state.results, bullet), .muted)]
        case .log: return [Run("Done", role), Run(bullet + state.log.rows.count.grouped, .muted)]
        case .help: return [Run("Help", role)]
        case .charts: return [Run("Models", role)]
        case .chart:
            guard let (report, chart) = state.models.selected else { return [Run("Chart", role)] }
            let title = chart == .quality ? "how good it is" : report.title(of: chart)
            return [Run(report.title, role), Run(bullet + SafeText(title, .list).string, .muted)]
        case .cohorts:
            let total = state.cohorts.grid.map { bullet + ($0.total + $0.undated).grouped } ?? ""
            let measure = "\(bullet)\(state.cohorts.measure.rawValue) by week since sign-up"
            return [Run("Customers", role), Run(total + measure, .muted)]
        case .fields: return [Run(state.record.subject?.reference.kind.rawValue.capitalised ?? "Record", role)]
        case .why:
            let today = state.standing == nil ? "" : "\(bullet)today"
            return [Run("Why", role)] + name(state, bullet, isWanted: state.view == .desk) + [Run(today, .muted)]
        case .timeline:
            let isNamed = state.view != .record || state.companion != nil
            let name = (isNamed ? state.record.subject?.name : nil) ?? "Timeline"
            let room = slot.area.columns - SafeText(name, .list).string.columns - 5
            if let standing = state.standing {
                return [Run(name, role)] + stood(standing, "as of \(standing.at.date)", state, columns: room)
            }
            if state.view == .record, let today = state.standingToday {
                return [Run(name, role)] + stood(today, "now", state, columns: room)
            }
            return [Run(name, role)] + (showsWhy ? [] : headline(state, columns: room))
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
            case .cohorts: (state.cohorts.selection, state.cohorts.count)
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

    /// How the record stands, or stood at the event under the cursor: the day always, and what else fits whole.
    private static func stood(
        _ standing: Standing, _ day: String, _ state: Dashboard.State, columns: Int
    ) -> [Run] {
        var runs = [Run(state.glyphs.isASCII ? " - " : " ─ ", .muted), Run(day, .title)]
        var used = 3 + day.columns
        for (position, part) in standing.parts.enumerated() {
            let text = (position == 0 ? ": " : ", ") + "\(part.label) \(SafeText(part.value, .list).string)"
            guard used + text.columns <= columns else { break }
            runs.append(Run(text))
            used += text.columns
        }
        return runs
    }

    /// The strongest reasons that fit whole, where no pane of their own shows them.
    private static func headline(_ state: Dashboard.State, columns: Int) -> [Run] {
        guard let score = state.record.detail?.score else { return [] }
        var runs = [Run(state.glyphs.isASCII ? " - why:" : " ─ why:", .muted)]
        var used = runs[0].text.columns
        for contribution in score.contributions.byWeight {
            let points = (runs.count > 1 ? "  " : " ") + contribution.points.signed
            let reason = " " + SafeText(contribution.reason, .list, asciiMarks: state.glyphs.isASCII).string
            guard used + points.columns + reason.columns <= columns || runs.count == 1 else { break }
            runs += [Run(points, WhyPane.role(of: contribution, score.target)), Run(reason)]
            used += points.columns + reason.columns
        }
        return runs.count > 1 ? runs : []
    }
}
