import HarkCore

extension Dashboard.State {
    /// Keeps only the rows that are like the selected one in the column sorted by, on top of the present filter.
    mutating func keepAlike() -> [Dashboard.Effect] {
        let condition: Condition? =
            switch focus {
            case .leads: leads.sort.first.flatMap { leads.selected?.alike($0.field) }
            case .customers: customers.sort.first.flatMap { customers.selected?.alike($0.field) }
            default: nil
            }
        guard let condition else {
            say("There is nothing in this column to keep rows by.")
            return []
        }
        let added = condition.filterText
        guard !tableFilter.split(separator: " ").contains(Substring(added)) else { return [] }
        return applyFilter(tableFilter.isEmpty ? added : tableFilter + " " + added)
    }

    /// Prepares the phrase performed last for the current record.
    mutating func repeatPhrase() {
        guard let current else { return }
        guard let last = repeatable else { return say("Nothing has been done to a record yet.") }
        startPhrase(last.phrase.replacing(last.name, with: current.name.oneLine))
    }

    /// Remembers a phrase that names the record it is for.
    mutating func remember(_ phrase: String) {
        guard let name = (current ?? record.subject)?.name.oneLine, !name.isEmpty, phrase.contains(name) else { return }
        repeatable = Dashboard.Repeatable(phrase: phrase, name: name)
    }
}

extension LeadSummary {
    /// What rows like this one have in a field; numbers and days count from this one's on, scores by priority.
    fileprivate func alike(_ field: Field) -> Condition? {
        func text(_ text: String?) -> Condition? {
            text.flatMap { $0.isEmpty ? nil : Condition(field, .equals, .text($0)) }
        }
        return switch field {
        case .score: priority.map { Condition(.priority, .equals, .text($0.rawValue)) }
        case .name: text(name)
        case .stage: text(stage)
        case .source: text(source)
        case .owner: text(ownerName)
        case .touched: lastTouch.map { Condition(field, .atLeast, .date($0.date)) }
        case .created: Condition(field, .atLeast, .date(createdAt.date))
        case .amount: amount.map { Condition(field, .atLeast, .number($0.major)) }
        default: nil
        }
    }
}

extension CustomerSummary {
    /// What rows like this one have in a field; risk counts from this one's on, health up to it.
    fileprivate func alike(_ field: Field) -> Condition? {
        switch field {
        case .risk: risk.map { Condition(field, .atLeast, .number(($0 * 100).rounded(.down))) }
        case .name: Condition(field, .equals, .text(name))
        case .health: health.map { Condition(field, .atMost, .number($0.rounded(.up))) }
        case .renewal: renewalDate.map { Condition(field, .atMost, .date($0)) }
        case .touched: lastTouch.map { Condition(field, .atLeast, .date($0.date)) }
        default: nil
        }
    }
}
