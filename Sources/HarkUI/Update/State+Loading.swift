import HarkCore
import HarkScreen

extension Dashboard.State {
    /// Asks for the rows around the selected lead.
    mutating func loadLeads(keepsSelection: Bool) -> Dashboard.Effect {
        let ticket = nextTicket()
        let page = leads.request(ticket, rows: rows(of: .leads), keepsSelection: keepsSelection)
        return .loadLeads(query(.lead, leads.filter, leads.sort, page), ticket)
    }

    /// Asks for the rows around the selected customer.
    mutating func loadCustomers(keepsSelection: Bool) -> Dashboard.Effect {
        let ticket = nextTicket()
        let page = customers.request(ticket, rows: rows(of: .customers), keepsSelection: keepsSelection)
        return .loadCustomers(query(.customer, customers.filter, customers.sort, page), ticket)
    }

    /// Asks for the actions performed.
    mutating func loadLog() -> Dashboard.Effect {
        let ticket = nextTicket()
        log.ticket = ticket
        return .loadLog(ticket)
    }

    /// Asks for what there is to see of the models.
    mutating func loadModels() -> Dashboard.Effect {
        let ticket = nextTicket()
        models.ticket = ticket
        return .loadModels(ticket)
    }

    /// Asks for a record in full.
    mutating func loadDetail(_ reference: RecordReference) -> Dashboard.Effect {
        let ticket = nextTicket()
        record.ticket = ticket
        return .loadDetail(reference, ticket)
    }

    /// Loads the list of a pane anew.
    mutating func load(_ pane: Dashboard.Pane, keepsSelection: Bool) -> [Dashboard.Effect] {
        switch pane {
        case .leads: [loadLeads(keepsSelection: keepsSelection)]
        case .customers: [loadCustomers(keepsSelection: keepsSelection)]
        default: []
        }
    }

    /// Brings what is in sight into line with what was selected: scroll positions, missing rows, the record shown.
    mutating func settle() -> [Dashboard.Effect] {
        var effects = outlinePhrase()
        refreshPalette()
        leads.reveal(rows: rows(of: .leads))
        customers.reveal(rows: rows(of: .customers))
        results.reveal(rows: rows(of: .results))
        revealLog()
        views.reveal(rows: rows(of: .views))
        models.reveal(rows: rows(of: .charts))
        cohorts.reveal(rows: rows(of: .cohorts) - CohortPane.linesAround(cohorts.grid))
        if leads.needsRows(rows(of: .leads)) { effects.append(loadLeads(keepsSelection: false)) }
        if customers.needsRows(rows(of: .customers)) { effects.append(loadCustomers(keepsSelection: false)) }
        effects += loadViewsWhenShown()
        effects += followSelection()
        return effects
    }

    /// Shows the record selected in the source list, once it is another than before; nothing where the list is empty.
    private mutating func followSelection() -> [Dashboard.Effect] {
        guard Layout(self).showsRecord else { return [] }
        guard let selected = selectedRecord(in: source) else {
            if view == .desk, isEmpty(source) {
                record = Dashboard.RecordState()
                followed = nil
            }
            return []
        }
        guard selected.reference != followed else { return [] }
        followed = selected.reference
        return selected.reference == record.subject?.reference ? [] : show(selected)
    }

    func isEmpty(_ pane: Dashboard.Pane) -> Bool {
        switch pane {
        case .leads: leads.phase == .loaded && leads.total == 0
        case .customers: customers.phase == .loaded && customers.total == 0
        default: false
        }
    }

    /// Shows another record in the panes.
    mutating func show(_ subject: NamedRecord) -> [Dashboard.Effect] {
        turn(to: subject)
        return [loadDetail(subject.reference)]
    }

    /// Makes another record the one the panes are about, before anything more is known of it.
    mutating func turn(to subject: NamedRecord) {
        if record.detail != nil { lastShown = record }
        // No record is compared with itself: the two change places.
        if companion?.subject?.reference == subject.reference { companion = record }
        record = Dashboard.RecordState(subject: subject)
    }

    /// The selected record of a list.
    func selectedRecord(in pane: Dashboard.Pane) -> NamedRecord? {
        switch pane {
        case .leads: leads.selected?.named
        case .customers: customers.selected?.named
        case .results: results.selected
        case .cohorts: cohorts.selected?.record
        default: nil
        }
    }

    /// The record that keys and phrases are about.
    var current: NamedRecord? {
        switch focus {
        case .leads, .customers, .results, .cohorts: selectedRecord(in: focus)
        case .fields, .why, .timeline: record.subject
        case .views, .log, .help, .charts, .chart: nil
        }
    }

    /// How many rows of a pane's list fit on the screen.
    func rows(of pane: Dashboard.Pane) -> Int { Layout(self).listRows(of: pane) }

    private func query(_ kind: RecordKind, _ filter: String, _ sort: [SortKey], _ page: Page) -> RecordQuery {
        let expression = try? FilterExpression(filter)
        return RecordQuery(
            kind, conditions: expression?.conditions ?? [], words: expression?.words ?? "", sort: sort, page: page)
    }

    private mutating func revealLog() {
        let height = max(1, rows(of: .log))
        log.top = min(max(log.top, log.selection - height + 1), log.selection)
        log.top = max(0, min(log.top, log.rows.count - height))
    }
}
