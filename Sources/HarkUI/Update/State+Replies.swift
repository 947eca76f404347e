import HarkCore
import HarkScreen

extension Dashboard.State {
    /// Takes what came of a command: says it, reads the lists again, and shows what it is about.
    mutating func take(_ reply: Reply, _ ticket: Dashboard.Ticket) -> [Dashboard.Effect] {
        guard let running = prompt.running, running.ticket == ticket else { return [] }
        prompt.running = nil
        if running.types == [.help], case .help(let topic)? = prompt.reading?.actions.first?.command {
            finishPhrase()
            showPhrases(about: topic)
            return []
        }
        if running.isPhrase {
            if reply.changed, reply.erased == nil, let reading = prompt.reading { remember(reading.phrase) }
            finishPhrase()
        }
        if let name = reply.erased {
            prompt.last = []
            prompt.editor.forgetLines(with: name)
        }
        // What was taken back is no longer what happened last.
        if reply.changed, running.types == [.undo] { prompt.last = [] }
        say(reply.changed && reply.erased == nil ? "\(reply.text) \(wayBack(from: running.types))" : reply.text)
        var effects: [Dashboard.Effect] = []
        if reply.changed {
            leads.marks = []
            customers.marks = []
        }
        // A list of nothing does not leave another one standing as if it were the answer.
        let isEmptyList =
            reply.query != nil && reply.focus == nil
            && Set(running.types).isSubset(of: [.listRecords, .filterView, .showStale])
        if let view = reply.destination.flatMap({ Dashboard.View(rawValue: $0.rawValue) }) {
            effects = go(to: view)
        } else if let query = reply.query, list(query) {
            // The list that opens is loaded below with everything else.
            effects = reply.changed ? [] : load(focus, keepsSelection: false)
        } else if !reply.changed, reply.records.count > 1 || reply.focus == nil && !reply.records.isEmpty || isEmptyList
        {
            // Several records are a list to choose from, whichever of them is the likeliest.
            results.show(reply.records)
            enter(.results)
        } else if let focus = reply.focus {
            effects = look(at: focus, named: reply.records, changed: reply.changed, types: running.types)
        }
        return (reply.changed ? reload() : []) + effects
    }

    private func wayBack(from types: [CommandType]) -> String {
        types == [.undo] ? "\(key(.redo)) does it again." : "\(key(.undo)) undoes it."
    }

    /// What was shown has been done: the prompt is empty again and the keys go back to the pane.
    private mutating func finishPhrase() {
        guard let reading = prompt.reading else { return }
        prompt.last = reading.actions
        prompt.reading = nil
        prompt.editor.replace(with: "")
        if typing == .prompt { typing = nil }
    }

    /// Shows a list of leads or customers as a reply asks for it.
    ///
    /// - Returns: `false` for other kinds of record, which have no list of their own.
    private mutating func list(_ query: RecordQuery) -> Bool {
        switch query.kind {
        case .lead:
            if view != .desk { enter(.leads) } else { give(.leads) }
            leads.apply(query)
        case .customer:
            if view != .desk { enter(.customers) } else { give(.customers) }
            customers.apply(query)
        default: return false
        }
        return true
    }

    /// Selects a record that was changed, or opens one that was asked for.
    private mutating func look(
        at reference: RecordReference, named records: [NamedRecord], changed: Bool, types: [CommandType]
    ) -> [Dashboard.Effect] {
        switch reference.kind {
        case .lead: leads.want(reference)
        case .customer: customers.want(reference)
        default: break
        }
        let name = records.first { $0.reference == reference }?.name ?? ""
        if changed {
            // It is loaded with everything else.
            if reference.kind == .lead || reference.kind == .customer {
                turn(to: NamedRecord(reference, name: name))
            }
            return []
        }
        results.choose(reference)
        // The list it was opened from does not lead back to the row selected there.
        followed = selectedRecord(in: source)?.reference
        enter(.record, focus: types.contains(.showScore) ? .why : .fields)
        return show(NamedRecord(reference, name: name))
    }
}

extension Table {
    /// Takes the filter and the order of a query.
    mutating func apply(_ query: RecordQuery) {
        filter = query.filterText
        filterError = nil
        if !query.sort.isEmpty { sort = query.sort }
        restart()
    }
}
