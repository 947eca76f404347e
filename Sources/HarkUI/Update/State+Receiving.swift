import HarkCore
import HarkLanguage
import HarkLifecycle
import HarkScreen

extension Dashboard.State {
    /// Takes a message; see ``Dashboard/update(_:_:)``.
    mutating func receive(_ message: Dashboard.Message) -> [Dashboard.Effect] {
        var effects = take(message)
        effects += settle()
        if !waiting.isEmpty, message.bringsSomething { effects += takeWaiting() }
        return effects
    }

    private mutating func take(_ message: Dashboard.Message) -> [Dashboard.Effect] {
        switch message {
        case .key(let key): return press(key)
        case .resized(let size): self.size = size
        case .ticked(let now):
            self.now = now
            ignoresPress = false
        case .leadsLoaded(let listing, let offset, let ticket): _ = leads.take(listing, offset: offset, ticket)
        case .customersLoaded(let listing, let offset, let ticket): _ = customers.take(listing, offset: offset, ticket)
        case .detailLoaded(let detail, let ticket): take(detail, ticket)
        case .logLoaded(let rows, let ticket): take(rows, ticket)
        case .viewsLoaded(let saved, let ticket): take(saved, ticket)
        case .facetsLoaded(let facets, let ticket): take(facets, ticket)
        case .phraseRead(let ways, let ticket): take(ways, ticket)
        case .outlined(let outline, let ticket): take(outline, ticket)
        case .modelsLoaded(let reports, let ticket) where ticket == models.ticket: models.take(reports)
        case .modelsLoaded: break
        case .cohortsLoaded(let grid, let ticket): take(grid, ticket)
        case .moveLoaded(let move, let ticket):
            if record.move == .asked(ticket) { record.move = .known(move) }
        case .phrasesLoaded(let phrases, let complaint):
            self.phrases = phrases
            if let complaint { say(complaint, isError: true) }
        case .tenantChanged(let place, let ticket):
            guard ticket == prompt.running?.ticket else { return [] }
            restart(at: place)
            say("This is \(place.tenant) now; you are \(place.user), \(place.role).")
            return Dashboard.start(&self)
        case .performed(let reply, let ticket): return take(reply, ticket)
        case .failed(let reason, let ticket): fail(reason, ticket)
        case .storeChanged: return reload()
        case .themeChanged(let name):
            theme = name
            say("Theme \(name).")
        case .copied(let text): say(text)
        case .played(let playback): take(playback)
        }
        return []
    }

    /// Puts a sentence on the status line.
    mutating func say(_ text: String, isError: Bool = false) {
        status = Dashboard.Status(text: text, isError: isError)
    }

    /// Reads everything on the screen again; selections stay on their records.
    mutating func reload() -> [Dashboard.Effect] {
        var effects = [loadLeads(keepsSelection: true), loadCustomers(keepsSelection: true), loadLog()]
        if let subject = record.subject { effects.append(loadDetail(subject.reference)) }
        if let other = companion?.subject {
            let ticket = nextTicket()
            companion?.ticket = ticket
            effects.append(.loadDetail(other.reference, ticket))
        }
        if view == .models { effects.append(loadModels()) }
        if view == .cohorts { effects.append(loadCohorts()) }
        return effects + (views.isAsked ? loadViews() : [])
    }

    private mutating func take(_ detail: RecordDetail, _ ticket: Dashboard.Ticket) {
        if ticket == record.ticket { record.take(detail, at: now, cutoffs: options.cutoffs) }
        if ticket == companion?.ticket { companion?.take(detail, at: now, cutoffs: options.cutoffs) }
    }

    private mutating func take(_ rows: [LoggedAction], _ ticket: Dashboard.Ticket) {
        guard ticket == log.ticket else { return }
        log.ticket = nil
        log.failure = nil
        log.isLoaded = true
        log.rows = rows
        log.selection = min(log.selection, max(0, rows.count - 1))
    }

    /// Tells the part of the screen that waits; what nobody waits for becomes a sentence in the status line.
    private mutating func fail(_ reason: String, _ ticket: Dashboard.Ticket?) {
        guard let ticket else { return say(reason, isError: true) }
        if leads.fail(reason, ticket) || customers.fail(reason, ticket) { return say(reason, isError: true) }
        switch ticket {
        case record.ticket:
            record.ticket = nil
            record.failure = reason
        case companion?.ticket:
            companion = nil
            say(reason, isError: true)
        case log.ticket:
            log.ticket = nil
            log.failure = reason
        case cohorts.ticket:
            cohorts.ticket = nil
            cohorts.failure = reason
        case models.ticket:
            models.ticket = nil
            models.failure = reason
        case let asked where record.move == .asked(asked):
            record.move = .unasked
            say(reason, isError: true)
        case views.savedTicket, views.facetsTicket:
            if ticket == views.savedTicket { views.savedTicket = nil } else { views.facetsTicket = nil }
            views.note = nil
            say(reason, isError: true)
        case prompt.outlineTicket:
            // Typing goes on without it; Enter will say what is wrong.
            prompt.outlineTicket = nil
            prompt.outline = PhraseOutline(prompt.editor.text)
        case prompt.ticket:
            prompt.ticket = nil
            say(reason, isError: true)
        case prompt.running?.ticket:
            prompt.running = nil
            prompt.reading?.isArmed = false
            say(reason, isError: true)
        default: break
        }
    }
}

extension Dashboard.Message {
    /// Whether keys may have waited for it.
    fileprivate var bringsSomething: Bool {
        switch self {
        case .leadsLoaded, .customersLoaded, .detailLoaded, .failed: true
        default: false
        }
    }
}

extension Dashboard.RecordState {
    /// Takes the record in full; the cursor stays where it still has an event.
    mutating func take(_ detail: RecordDetail, at now: LocalDateTime, cutoffs: StageCutoffs) {
        ticket = nil
        failure = nil
        let journey = Journey(detail, now: now, cutoffs: cutoffs)
        self.journey = journey
        self.detail = detail
        self.detail?.events = journey.events
        if case .known = move { move = .unasked }
        furtherLanes = Set(journey.events.map { EventLook.of($0.kind).lane }).subtracting([.stage, .touch]).count
        if let cursor, !journey.events.indices.contains(cursor) { self.cursor = nil }
        if subject?.reference == detail.reference { subject?.name = detail.title }
    }
}
