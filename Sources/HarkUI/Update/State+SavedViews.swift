import HarkCore
import HarkScreen

extension Dashboard.State {
    /// The list whose filter views are kept of.
    var viewedPane: Dashboard.Pane { source == .customers ? .customers : .leads }

    /// Gives the keys to the views, wherever there is room for them.
    mutating func showViews() -> [Dashboard.Effect] {
        isZoomed = false
        focus = .views
        return []
    }

    /// Gives the keys back to the list.
    mutating func leaveViews() { give(viewedPane) }

    /// Asks for the views and the spread of the leads as soon as they are on the screen.
    mutating func loadViewsWhenShown() -> [Dashboard.Effect] {
        guard !views.isAsked, Layout(self).shows(.views) else { return [] }
        views.isAsked = true
        return loadViews()
    }

    /// Asks for the views and the spread of the leads.
    mutating func loadViews() -> [Dashboard.Effect] {
        let (saved, facets) = (nextTicket(), nextTicket())
        views.savedTicket = saved
        views.facetsTicket = facets
        return [.loadViews(saved), .loadFacets(facets)]
    }

    mutating func take(_ saved: [SavedView], _ ticket: Dashboard.Ticket) {
        guard ticket == views.savedTicket else { return }
        views.savedTicket = nil
        views.take(saved)
        if let note = views.note { say(note) }
        views.note = nil
    }

    mutating func take(_ facets: [FieldCounts], _ ticket: Dashboard.Ticket) {
        guard ticket == views.facetsTicket else { return }
        views.facetsTicket = nil
        views.take(facets)
    }

    /// Filters the list as the selected line says, and gives it the keys.
    mutating func useView() -> [Dashboard.Effect] {
        switch views.selected {
        case .view(let saved):
            giveList(of: saved.kind)
            if !saved.sort.isEmpty {
                if saved.kind == .lead { leads.sort = saved.sort } else { customers.sort = saved.sort }
            }
            return applyFilter(saved.filter)
        case .value(let field, let count):
            giveList(of: .lead)
            return applyFilter(Condition(field, .equals, .text(count.value)).filterText)
        default: return []
        }
    }

    private mutating func giveList(of kind: RecordKind) {
        let pane: Dashboard.Pane = kind == .customer ? .customers : .leads
        guard view != .desk, view.home != pane else { return give(pane) }
        enter(kind == .customer ? .customers : .leads)
    }

    /// Keeps the list's present filter and order under a name.
    mutating func keepView(named name: String) -> [Dashboard.Effect] {
        let isCustomers = viewedPane == .customers
        return write(
            SavedView(
                name: name, kind: isCustomers ? .customer : .lead,
                filter: isCustomers ? customers.filter : leads.filter, sort: isCustomers ? customers.sort : leads.sort),
            note: "View \(name) is kept.", Dashboard.Effect.keepView)
    }

    /// Forgets the selected view.
    mutating func forgetView() -> [Dashboard.Effect] {
        guard case .view(let saved) = views.selected else {
            say("Only saved views can be removed.")
            return []
        }
        return write(saved, note: "View \(saved.name) is gone.", Dashboard.Effect.forgetView)
    }

    private mutating func write(
        _ view: SavedView, note: String, _ effect: (SavedView, Dashboard.Ticket) -> Dashboard.Effect
    ) -> [Dashboard.Effect] {
        let ticket = nextTicket()
        views.isAsked = true
        views.savedTicket = ticket
        views.note = note
        return [effect(view, ticket)] + (views.facetsTicket == nil && views.facets.isEmpty ? [loadFacets()] : [])
    }

    private mutating func loadFacets() -> Dashboard.Effect {
        let ticket = nextTicket()
        views.facetsTicket = ticket
        return .loadFacets(ticket)
    }
}
