import HarkCore
import HarkLanguage
import HarkScreen

@testable import HarkUI

/// A dashboard answered by the fixture the way the outside world would.
struct World {
    var state: Dashboard.State
    /// Every effect asked for that the fixture does not answer.
    private(set) var effects: [Dashboard.Effect] = []
    var leads = Fixture.leads
    var customers = Fixture.customers
    var log = Fixture.log
    var views = Fixture.views
    /// What happened to every record, if not what the fixture says.
    var events: [Event]?
    /// How phrases go on.
    var ghosts: [String: [String]] = [:]
    /// What else is known of phrases while they are typed.
    var outlines: [String: PhraseOutline] = [:]
    var ways: [[Action]] = [[Fixture.action(.ready)], [Fixture.action(.ready, .scheduleMeeting, confidence: 0.41)]]
    var reply = Reply(
        "Task: call Ole Berg about the proposal, tomorrow 09:00.", focus: RecordReference(.lead, 2), changed: true)

    init(_ size: Size = Size(columns: 80, rows: 24), _ glyphs: Glyphs = .unicode) {
        state = Dashboard.State(options: Fixture.options(size, glyphs))
    }

    /// A world with everything loaded.
    static func loaded(
        _ size: Size = Size(columns: 80, rows: 24), _ glyphs: Glyphs = .unicode,
        _ change: (inout World) -> Void = { _ in }
    ) -> World {
        var world = World(size, glyphs)
        change(&world)
        world.begin()
        return world
    }

    mutating func begin() { answer(Dashboard.start(&state)) }

    mutating func send(_ message: Dashboard.Message) { answer(Dashboard.update(&state, message)) }

    /// Presses the keys of a script, answering everything in between.
    mutating func press(_ script: String) throws {
        for key in try KeyScript(script).keys { send(.key(key)) }
    }

    /// Presses the keys of a script and returns what they asked for, besides what is loaded.
    mutating func asked(by script: String) throws -> [Dashboard.Effect] {
        effects = []
        try press(script)
        return effects
    }

    private mutating func answer(_ asked: [Dashboard.Effect]) {
        for effect in asked { answer(effect) }
    }

    private mutating func answer(_ effect: Dashboard.Effect) {
        switch effect {
        case .loadLeads(let query, let ticket):
            let words = query.words.lowercased()
            let rows = leads.filter { words.isEmpty || $0.name.lowercased().contains(words) }
            let page = rows.dropFirst(query.page.offset).prefix(query.page.limit)
            send(.leadsLoaded(Listing(rows: Array(page), total: rows.count), offset: query.page.offset, ticket))
            if query.sort.first?.field != .score || !query.conditions.isEmpty { effects.append(effect) }
        case .loadCustomers(let query, let ticket):
            let page = customers.dropFirst(query.page.offset).prefix(query.page.limit)
            send(
                .customersLoaded(Listing(rows: Array(page), total: customers.count), offset: query.page.offset, ticket))
            if query.sort.first?.field != .risk || !query.conditions.isEmpty { effects.append(effect) }
        case .loadDetail(let reference, let ticket):
            var detail = Fixture.detail
            detail.reference = reference
            detail.title = name(of: reference)
            if let events { detail.events = events }
            for index in detail.events.indices { detail.events[index].subject = reference }
            detail.actions = Fixture.actions(for: NamedRecord(reference, name: detail.title))
            send(.detailLoaded(detail, ticket))
        case .loadLog(let ticket): send(.logLoaded(log, ticket))
        case .loadViews(let ticket): send(.viewsLoaded(views, ticket))
        case .loadFacets(let ticket): send(.facetsLoaded(Fixture.facets, ticket))
        case .loadCohorts(let measure, let ticket): send(.cohortsLoaded(Fixture.cohorts(measure), ticket))
        case .loadMove(_, let ticket): send(.moveLoaded(Fixture.move, ticket))
        case .loadModels(let ticket): send(.modelsLoaded(Fixture.models, ticket))
        case .loadPhrases: send(.phrasesLoaded(Fixture.phrases, complaint: nil))
        case .keepView(let view, let ticket):
            effects.append(effect)
            views.append(view)
            send(.viewsLoaded(views, ticket))
        case .forgetView(let view, let ticket):
            effects.append(effect)
            views.removeAll { $0 == view }
            send(.viewsLoaded(views, ticket))
        case .readPhrase(_, _, _, _, _, let ticket):
            effects.append(effect)
            send(.phraseRead(ways, ticket))
        case .outline(let phrase, _, _, let ticket):
            var outline = outlines[phrase] ?? PhraseOutline(phrase)
            outline.completions = ghosts[phrase] ?? []
            send(.outlined(outline, ticket))
        case .perform(_, let ticket), .run(_, let ticket):
            effects.append(effect)
            send(.performed(reply, ticket))
        default: effects.append(effect)
        }
    }

    private func name(of reference: RecordReference) -> String {
        switch reference.kind {
        case .lead: leads.first { $0.reference == reference }?.name ?? "Lead \(reference.id)"
        case .customer: customers.first { $0.reference == reference }?.name ?? "Customer \(reference.id)"
        default: "\(reference.kind.rawValue) \(reference.id)"
        }
    }
}

extension Dashboard.Effect {
    /// The number of the request, if an answer is expected.
    var ticket: Dashboard.Ticket? {
        switch self {
        case .loadLeads(_, let ticket), .loadCustomers(_, let ticket), .loadDetail(_, let ticket), .loadLog(let ticket),
            .loadViews(let ticket), .loadFacets(let ticket), .loadModels(let ticket), .keepView(_, let ticket),
            .forgetView(_, let ticket),
            .readPhrase(_, _, _, _, _, let ticket), .perform(_, let ticket), .run(_, let ticket):
            ticket
        default: nil
        }
    }
}
