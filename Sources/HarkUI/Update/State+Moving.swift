import HarkCore

extension Dashboard.State {
    /// A step through lines.
    enum Motion: Hashable, Sendable {
        case lines(Int)
        /// In halves of what is in sight.
        case pages(Int)
        case start
        case end

        /// The line reached from `line`; the caller cuts it to the lines there are.
        func destination(from line: Int, rows: Int, count: Int) -> Int {
            switch self {
            case .lines(let step): line + step
            case .pages(let halves):
                line + (halves.magnitude == 1 ? max(1, rows / 2) : max(1, rows - 1)) * halves.signum()
            case .start: 0
            case .end: count - 1
            }
        }
    }

    /// Moves within the focused pane.
    mutating func move(_ motion: Motion) -> [Dashboard.Effect] {
        let rows = rows(of: focus)
        switch focus {
        case .views: views.select(motion.destination(from: views.selection, rows: rows, count: views.count))
        case .charts: models.select(motion.destination(from: models.selection, rows: rows, count: models.entries.count))
        case .leads: leads.select(motion.destination(from: leads.selection, rows: rows, count: leads.total))
        case .customers:
            customers.select(motion.destination(from: customers.selection, rows: rows, count: customers.total))
        case .results: results.select(motion.destination(from: results.selection, rows: rows, count: results.total))
        case .log:
            let line = motion.destination(from: log.selection, rows: rows, count: log.rows.count)
            log.selection = min(max(0, line), max(0, log.rows.count - 1))
        case .cohorts:
            cohorts.select(motion.destination(from: cohorts.selection, rows: rows, count: cohorts.count))
        case .timeline: moveCursor(motion == .start ? .first : .last)
        case .fields, .why, .help, .chart: scroll(focus, motion)
        }
        return []
    }

    /// Moves through a pane that has lines but no selection.
    private mutating func scroll(_ pane: Dashboard.Pane, _ motion: Motion) {
        let rows = rows(of: pane)
        let count = Painter(self).lines(of: pane).count
        func moved(_ top: Int) -> Int {
            max(0, min(motion.destination(from: top, rows: rows, count: count), count - rows))
        }
        switch pane {
        case .fields: record.fieldsTop = moved(record.fieldsTop)
        case .why: record.whyTop = moved(record.whyTop)
        case .help: help.top = moved(help.top)
        case .chart: models.chartTop = moved(models.chartTop)
        default: break
        }
    }

    /// Turns the wheel over a pane.
    mutating func turnWheel(over pane: Dashboard.Pane, by step: Int) {
        let rows = rows(of: pane)
        switch pane {
        case .views: views.select(views.selection + step)
        case .leads: leads.scroll(by: step, rows: rows)
        case .customers: customers.scroll(by: step, rows: rows)
        case .results: results.scroll(by: step, rows: rows)
        case .log: log.selection = min(max(0, log.selection + step), max(0, log.rows.count - 1))
        case .charts: models.select(models.selection + step.signum())
        case .cohorts: cohorts.select(cohorts.selection + step)
        case .fields, .why, .help, .chart: scroll(pane, .lines(step))
        case .timeline: moveCursor(by: step.signum())
        }
    }

    /// Selects the next row of the list whose record is shown.
    mutating func moveSource(by step: Int) -> [Dashboard.Effect] {
        switch source {
        case .leads: leads.select(leads.selection + step)
        case .customers: customers.select(customers.selection + step)
        case .results: results.select(results.selection + step)
        case .cohorts: cohorts.select(cohorts.selection + step)
        default: break
        }
        return []
    }

    /// Marks rows of the focused table, and says so where that cannot be all of them.
    mutating func changeMarks(_ intent: Dashboard.Intent) {
        let (held, total) =
            focus == .customers ? (customers.rows.count, customers.total) : (leads.rows.count, leads.total)
        switch focus {
        case .leads: leads.changeMarks(intent)
        case .customers: customers.changeMarks(intent)
        default: break
        }
        if intent == .markAll, held < total {
            say(
                "\(marks.count.grouped) of \(total.grouped) are marked: no more than \(held) are at hand. / narrows the list."
            )
        }
    }
}

extension Table {
    /// Obeys one of the marking keys.
    mutating func changeMarks(_ intent: Dashboard.Intent) {
        switch intent {
        case .mark:
            toggleMark()
            select(selection + 1)
        case .markRange:
            if let start = anchor {
                mark(min(start, selection)...max(start, selection))
                anchor = nil
            } else {
                mark(selection...selection)
                anchor = selection
            }
        case .markAll: marks = rows.filter { !isMarked($0.reference) }.map(\.named)
        default:
            marks = []
            anchor = nil
        }
    }
}
