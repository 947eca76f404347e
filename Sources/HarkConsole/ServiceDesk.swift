import HarkCore
import HarkLanguage
import HarkService
import HarkUI

/// Does what the dashboard wants done with the service, away from the main actor, one thing after the other.
actor ServiceDesk {
    private var session: Session
    private let words: String?
    private var conversation: Conversation?
    private var opening: Task<Opening, any Error>?
    /// The records looked at whose advice is not noted yet.
    private var shown: Set<RecordReference> = []

    /// A conversation, and what is wrong with the tenant's own words when it had to do without them.
    private struct Opening: Sendable {
        let conversation: Conversation
        let complaint: String?

        init(_ session: Session, words: String?) throws(ServiceError) {
            do {
                conversation = try Conversation(session, words: words)
                complaint = nil
            } catch {
                // A slip in the tenant's own words must not cost the built-in ones.
                guard case .badInput(let reason) = error else { throw error }
                conversation = try Conversation(session)
                complaint = Opening.notice(reason)
            }
        }

        /// `acme.intents:3:12: no slot type is called stagge; only the built-in phrases work.`
        private static func notice(_ mistake: String) -> String {
            let place = mistake.prefix { $0 != ":" }
            // The file's name is enough on a line of the screen; there is one folder of words.
            let name = place.split(separator: "/").last ?? place
            let rest = mistake.dropFirst(place.count)
            return "\(name)\(rest.hasSuffix(".") ? rest.dropLast() : rest); only the built-in phrases work."
        }
    }

    /// - Parameter words: The folder of the tenants' own words; `nil` for none.
    init(_ session: Session, words: String?) {
        self.session = session
        self.words = words
    }

    /// Whether a filter leaves anything of a list, so that it is worth beginning with.
    private func hasRows(_ filter: String, of kind: RecordKind) -> Bool {
        guard let expression = try? FilterExpression(filter) else { return false }
        let query = RecordQuery(kind, conditions: expression.conditions, page: Page(limit: 1))
        return (try? session.records(query).total > 0) ?? false
    }

    /// A number that changes when another program has changed the database.
    func changeCount() -> Int { session.changeCount }

    /// Carries an effect out.
    ///
    /// - Returns: What came of it, or `nil` for an effect that is not the service's.
    func message(for effect: Dashboard.Effect) async -> Dashboard.Message? {
        switch effect {
        case .loadPhrases: await phrases()
        case .loadLeads(let query, let ticket):
            answer(ticket) { .leadsLoaded(try session.leads(query), offset: query.page.offset, ticket) }
        case .loadCustomers(let query, let ticket):
            answer(ticket) { .customersLoaded(try session.customers(query), offset: query.page.offset, ticket) }
        case .loadDetail(let reference, let ticket):
            answer(ticket) {
                let page = try session.page(of: reference)
                shown.insert(reference)
                return .detailLoaded(page, ticket)
            }
        case .loadLog(let ticket):
            answer(ticket) { .logLoaded(try session.log(), ticket) }
        case .loadViews(let ticket):
            answer(ticket) { .viewsLoaded(try session.savedViews(), ticket) }
        case .loadFacets(let ticket):
            answer(ticket) { .facetsLoaded(try session.leadFacets(), ticket) }
        case .loadModels(let ticket):
            answer(ticket) { .modelsLoaded(try Score.Target.allCases.map { try session.modelReport(for: $0) }, ticket) }
        case .loadCohorts(let measure, let ticket):
            answer(ticket) { .cohortsLoaded(try session.cohorts(measure), ticket) }
        case .loadMove(let reference, let ticket):
            answer(ticket) { .moveLoaded(try session.move(of: reference), ticket) }
        case .strike(let word, let ticket):
            answer(ticket) {
                let count = try session.strike(word)
                let records = count == 1 ? "1 record was" : "\(count) records were"
                let text = "\"\(word)\" counts no more; \(records) scored again."
                return .performed(Reply(text, changed: true), ticket)
            }
        case .answerPlay(let action, let kind, let until, let ticket):
            answer(ticket) {
                .performed(try session.answer(action.play, of: action.record.reference, kind, until: until), ticket)
            }
        case .snooze(let customer, let until, let ticket):
            answer(ticket) {
                var reply = try session.snooze(customer.reference, until: until)
                // The customer is gone from the list; the next one takes its place.
                reply.focus = nil
                reply.records = []
                return .performed(reply, ticket)
            }
        case .keepView(let view, let ticket):
            answer(ticket) {
                try session.keep(view)
                return .viewsLoaded(try session.savedViews(), ticket)
            }
        case .forgetView(let view, let ticket):
            answer(ticket) {
                try session.forget(view)
                return .viewsLoaded(try session.savedViews(), ticket)
            }
        case .readPhrase(let phrase, let selected, let listed, let pending, let source, let ticket):
            await talk(ticket) { conversation in
                conversation.look(at: selected, in: listed)
                conversation.pending = pending.map { [$0] } ?? []
                return .phraseRead(try conversation.read(phrase, source: source), ticket)
            }
        case .outline(let phrase, let selected, let listed, let ticket):
            await talk(ticket) { conversation in
                conversation.look(at: selected, in: listed)
                return .outlined(try conversation.outline(of: phrase), ticket)
            }
        case .perform(let actions, let ticket):
            await perform(actions, ticket)
        case .run(let command, let ticket):
            await talk(ticket) { .performed(try $0.run(command), ticket) }
        case .copy, .changeTheme, .setMouse, .saveDraft, .repaint, .suspend, .quit: nil
        }
    }

    private func perform(_ actions: [Action], _ ticket: Dashboard.Ticket) async -> Dashboard.Message {
        if case .switchTenant(let name)? = actions.first?.command, actions.count == 1 {
            return answer(ticket) { .tenantChanged(try move(to: name), ticket) }
        }
        // The dashboard has asked before it wanted this; pressing Enter again was the yes.
        return await talk(ticket) { .performed(try $0.perform(actions, confirmed: true), ticket) }
    }

    /// Goes on in another tenant; what was said and shown before is forgotten with the conversation.
    private func move(to name: String) throws(ServiceError) -> Dashboard.Workplace {
        noteAdvice()
        session = try session.switched(to: name)
        conversation = nil
        opening = nil
        return workplace
    }

    /// Whom the user works for now.
    var workplace: Dashboard.Workplace {
        Dashboard.Workplace(
            tenant: session.tenant.slug, user: session.user.name, role: session.user.role.rawValue, now: session.now,
            cutoffs: session.cutoffs,
            leadFilter: hasRows("stage:open", of: .lead) ? "stage:open" : "",
            customerFilter: hasRows("stage!:churned", of: .customer) ? "stage!:churned snoozed:no" : "")
    }

    /// Notes that the advice of the records looked at was shown: now and then and at the end, as everybody else's screen
    /// is read anew when something is written.
    ///
    /// What cannot be noted now is tried again; it must not keep anybody from looking on.
    func noteAdvice() {
        guard !shown.isEmpty, (try? session.noteAdvice(shownFor: Array(shown))) != nil else { return }
        shown = []
    }

    /// The time on the tenant's wall.
    func now() -> LocalDateTime { session.now }

    /// What can be said, for the help.
    private func phrases() async -> Dashboard.Message {
        do {
            let opening = try await open()
            let phrases = opening.conversation.help.filter { session.mayTry($0.commandType) }.flatMap { entry in
                entry.samples.prefix(2).map {
                    Dashboard.HelpPhrase($0, meaning: entry.group, commandType: entry.commandType)
                }
            }
            return .phrasesLoaded(phrases, complaint: opening.complaint)
        } catch { return failure(error, nil) }
    }

    /// The conversation. Its grammar takes longer to read than a screen to draw, so that happens beside the first
    /// frames; whatever needs words waits for it here.
    private func open() async throws -> Opening {
        let opening = opening ?? Task.detached { [session, words] in try Opening(session, words: words) }
        self.opening = opening
        return try await opening.value
    }

    private func talk(
        _ ticket: Dashboard.Ticket, _ body: (inout Conversation) throws -> Dashboard.Message
    ) async -> Dashboard.Message {
        do {
            let opening = try await open()
            // Nothing waits from here on, so that no other effect comes between.
            var talk = conversation ?? opening.conversation
            defer { conversation = talk }
            return try body(&talk)
        } catch { return failure(error, ticket) }
    }

    private func answer(_ ticket: Dashboard.Ticket, _ body: () throws -> Dashboard.Message) -> Dashboard.Message {
        do { return try body() } catch { return failure(error, ticket) }
    }

    private func failure(_ error: any Error, _ ticket: Dashboard.Ticket?) -> Dashboard.Message {
        if let error = error as? ServiceError { return .failed(error.message, ticket) }
        return .failed("That did not work: \(error).", ticket)
    }
}
