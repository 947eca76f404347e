import HarkCore
import HarkScreen

extension Dashboard.State {
    /// The filter of the focused table; empty for other panes.
    var tableFilter: String {
        switch focus {
        case .leads: leads.filter
        case .customers: customers.filter
        default: ""
        }
    }

    /// The filter to go back to: the one the list began with, none where even that shows nothing; `nil` where there is
    /// nothing to go back to.
    var widerFilter: String? {
        guard !tableFilter.isEmpty else { return nil }
        let first = focus == .leads ? options.leadFilter : focus == .customers ? options.customerFilter : ""
        if tableFilter != first { return first }
        return isEmpty(focus) ? "" : nil
    }

    /// Lets the user type the filter of the focused pane.
    mutating func startFilter() {
        filter.before = focus == .help ? help.words : tableFilter
        // What is typed next narrows what is there.
        filter.editor = LineEditor(filter.before.isEmpty ? "" : filter.before + " ")
        typing = .filter
    }

    /// Types in the filter line; the list follows at once.
    mutating func typeFilter(_ key: Key) -> [Dashboard.Effect] {
        let before = filter.editor.text
        guard filter.editor.handle(key), filter.editor.text != before else { return [] }
        return applyFilter(filter.editor.text)
    }

    /// Leaves the filter line and puts the filter back as it was.
    mutating func dropFilter() -> [Dashboard.Effect] {
        typing = nil
        return filter.editor.text == filter.before ? [] : applyFilter(filter.before)
    }

    /// Filters the focused pane; a filter that cannot be read changes nothing but the line's complaint.
    mutating func applyFilter(_ text: String) -> [Dashboard.Effect] {
        switch focus {
        case .leads: return leads.filter(by: text) ? [loadLeads(keepsSelection: false)] : []
        case .customers: return customers.filter(by: text) ? [loadCustomers(keepsSelection: false)] : []
        case .help:
            help.words = text
            help.top = 0
            return []
        default: return []
        }
    }

    /// Sorts the focused table by the column after the present one.
    mutating func sortByNextColumn() -> [Dashboard.Effect] {
        switch focus {
        case .leads: leads.sortByNext(of: LeadList.sortFields)
        case .customers: customers.sortByNext(of: RiskList.sortFields)
        default: break
        }
        return load(focus, keepsSelection: false)
    }

    /// Chooses the next column to break ties with.
    mutating func sortTiesByNextColumn() -> [Dashboard.Effect] {
        switch focus {
        case .leads: leads.sortTiesByNext(of: LeadList.sortFields)
        case .customers: customers.sortTiesByNext(of: RiskList.sortFields)
        default: break
        }
        return load(focus, keepsSelection: true)
    }

    /// Sorts by a column that was clicked; by the one in effect, the other way round.
    mutating func sort(_ pane: Dashboard.Pane, by field: Field) -> [Dashboard.Effect] {
        switch pane {
        case .leads: leads.sort(by: field)
        case .customers: customers.sort(by: field)
        default: break
        }
        return load(pane, keepsSelection: false)
    }
}

extension Table {
    /// Changes the filter.
    ///
    /// - Returns: Whether it can be read; if not, ``filterError`` says why and the old one stays.
    mutating func filter(by text: String) -> Bool {
        do {
            _ = try FilterExpression(text)
            filter = text
            filterError = nil
            restart()
            return true
        } catch {
            filterError = error
            return false
        }
    }

    mutating func sortByNext(of fields: [Field]) {
        sort(by: Self.field(after: sort.first?.field, of: fields), flips: false)
    }

    mutating func sortTiesByNext(of fields: [Field]) {
        guard let main = sort.first else { return }
        let next = Self.field(after: sort.dropFirst().first?.field, of: fields.filter { $0 != main.field })
        sort = [main, SortKey(next, descending: next.startsDescending)]
    }

    mutating func sort(by field: Field, flips: Bool = true) {
        let isSame = flips && sort.first?.field == field
        let descending = isSame ? sort.first?.descending != true : field.startsDescending
        sort = [SortKey(field, descending: descending)]
        restart()
    }

    private static func field(after field: Field?, of fields: [Field]) -> Field {
        guard let index = fields.firstIndex(where: { $0 == field }) else { return fields.first ?? .name }
        return fields[(index + 1) % fields.count]
    }
}

extension Field {
    /// Whether the largest values are wanted first: those are numbers and times of the past.
    fileprivate var startsDescending: Bool { sort == .number || self == .created || self == .touched }
}
