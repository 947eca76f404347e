import HarkCore
import HarkScreen

extension Dashboard.State {
    /// Shows one of the numbered screens; there is nothing to go back to but the desk.
    mutating func go(to view: Dashboard.View) -> [Dashboard.Effect] {
        isZoomed = false
        trail = view == .desk ? [] : [Dashboard.Step(view: .desk, focus: deskFocus)]
        change(to: view, focus: view == .desk ? deskFocus : view.home)
        switch view {
        case .log: return [loadLog()]
        case .models: return [loadModels()]
        case .cohorts: return [loadCohorts()]
        default: return []
        }
    }

    /// Shows a screen on top of this one.
    mutating func enter(_ view: Dashboard.View, focus: Dashboard.Pane? = nil) {
        isZoomed = false
        if self.view != view { trail.append(Dashboard.Step(view: self.view, focus: self.focus)) }
        change(to: view, focus: focus ?? view.home)
    }

    /// Goes back to the screen before, or quits at the top.
    mutating func back() -> [Dashboard.Effect] {
        guard place != .notice else { return [.saveDraft(draft), .quit] }
        if isZoomed || isBare || companion != nil || focus == .views { return escape() }
        guard let step = trail.popLast() else { return [.saveDraft(draft), .quit] }
        change(to: step.view, focus: step.focus)
        return []
    }

    /// Takes back the last thing that narrows the screen; never quits.
    mutating func escape() -> [Dashboard.Effect] {
        if isBare { return toggleBareText() }
        if companion != nil { return compare() }
        if isZoomed {
            isZoomed = false
        } else if standing != nil, view == .record || focus == .timeline {
            // Out of the past first, so that it is today that stands on the screen.
            record.cursor = nil
        } else if focus == .views {
            leaveViews()
        } else if !marks.isEmpty {
            changeMarks(.unmarkAll)
        } else if focus == .help, !help.words.isEmpty {
            help.words = ""
            help.top = 0
        } else if let wider = widerFilter {
            return applyFilter(wider)
        } else if !trail.isEmpty {
            return back()
        }
        return []
    }

    /// Gives the keys to another pane of the screen.
    mutating func changePane(by step: Int) -> [Dashboard.Effect] {
        let panes = Layout(self).reachablePanes
        // A pane that has lost its place counts as the first.
        let index = panes.firstIndex(of: focus) ?? 0
        give(panes[(index + step + panes.count) % panes.count])
        return []
    }

    /// Gives the keys to a pane; a list becomes the one whose record is shown.
    mutating func give(_ pane: Dashboard.Pane) {
        focus = pane
        if [.leads, .customers, .results, .cohorts].contains(pane), source != pane {
            source = pane
            followed = nil
        }
    }

    /// Opens the selected row.
    mutating func open() -> [Dashboard.Effect] {
        if focus == .timeline { return openEvent() }
        if focus == .views { return useView() }
        guard let selected = selectedRecord(in: focus) else { return [] }
        followed = selected.reference
        let isShown = record.subject?.reference == selected.reference && record.detail != nil
        enter(.record)
        return isShown ? [] : show(selected)
    }

    /// Shows the reasons of the current record's score.
    mutating func showWhy() -> [Dashboard.Effect] {
        guard let current else { return [] }
        let isShown = record.subject?.reference == current.reference
        enter(.record, focus: .why)
        return isShown ? [] : show(current)
    }

    /// Shows the reasons of the current record's score, and what would take it to the next priority.
    mutating func showMove() -> [Dashboard.Effect] {
        guard let current else { return [] }
        let effects = showWhy()
        let ticket = nextTicket()
        record.move = .asked(ticket)
        return effects + [.loadMove(current.reference, ticket)]
    }

    /// Shows the help for the pane with the keys.
    mutating func showHelp() -> [Dashboard.Effect] {
        if focus != .help { help = Dashboard.HelpState(place: Dashboard.Place(focus)) }
        enter(.help)
        return []
    }

    /// Shows what can be said, about a topic if one is named.
    mutating func showPhrases(about topic: String?) {
        help = Dashboard.HelpState(
            words: topic ?? "", isAboutPhrases: true, place: focus == .help ? help.place : Dashboard.Place(focus))
        // A topic nobody has a phrase for is no reason to show nothing.
        if !phrases.contains(where: { $0.has(help.words) }) { help.words = "" }
        enter(.help)
    }

    /// The names of the records marked in the focused table.
    var marks: [NamedRecord] {
        switch focus {
        case .leads: leads.marks
        case .customers: customers.marks
        default: []
        }
    }

    /// The theme after the one in effect.
    mutating func changeTheme() -> [Dashboard.Effect] {
        guard let index = options.themes.firstIndex(of: theme) else {
            return options.themes.first.map { [.changeTheme($0)] } ?? []
        }
        return [.changeTheme(options.themes[(index + 1) % options.themes.count])]
    }

    mutating func toggleMouse() -> [Dashboard.Effect] {
        isMouseOn.toggle()
        say(isMouseOn ? "Mouse on." : "Mouse off: the terminal selects text now.")
        return [.setMouse(isMouseOn)]
    }

    /// Shows nothing but the focused pane's text; the mouse is the terminal's meanwhile.
    mutating func toggleBareText() -> [Dashboard.Effect] {
        isBare.toggle()
        return isMouseOn ? [.setMouse(!isBare)] : []
    }

    private var deskFocus: Dashboard.Pane { source == .customers ? .customers : .leads }

    private mutating func change(to view: Dashboard.View, focus pane: Dashboard.Pane) {
        self.view = view
        companion = nil
        give(pane)
    }
}
