import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct LoadingTests {
    @Test func theStartAsksForListsAndLog() {
        var state = World().state
        #expect(
            Dashboard.start(&state).map(\.digest) == [
                "loadLeads score-", "loadCustomers risk-", "loadLog", "loadPhrases",
            ])
    }

    @Test func outdatedAnswersAreDropped() {
        var state = World().state
        _ = Dashboard.start(&state)
        let listing = Listing(rows: Fixture.leads, total: 12)
        let before = state
        #expect(Dashboard.update(&state, .leadsLoaded(listing, offset: 0, 999)) == [])
        #expect(Dashboard.update(&state, .detailLoaded(Fixture.detail, 999)) == [])
        #expect(Dashboard.update(&state, .logLoaded(Fixture.log, 999)) == [])
        #expect(Dashboard.update(&state, .performed(Reply("x", changed: true), 999)) == [])
        #expect(Dashboard.update(&state, .failed("x", 999)) == [])
        #expect(state == before)
    }

    /// A million leads cost no more than the rows around those in sight.
    @Test func onlyAWindowOfALongListIsHeld() throws {
        var state = World(Size(columns: 80, rows: 24)).state
        var effects = Dashboard.start(&state)
        var pages: [Page] = []
        func answer() {
            while let effect = effects.popLast() {
                guard case .loadLeads(let query, let ticket) = effect else { continue }
                pages.append(query.page)
                let rows = (query.page.offset..<query.page.offset + query.page.limit).map { number in
                    Fixture.lead(Int64(number + 1), "Company \(number)", "", "new", 50, hours: 1)
                }
                effects += Dashboard.update(
                    &state, .leadsLoaded(Listing(rows: rows, total: 1_000_000), offset: query.page.offset, ticket))
            }
        }
        answer()
        #expect(pages == [Page(offset: 0, limit: 200)])
        for _ in 0..<300 {
            effects += Dashboard.update(&state, .key(.named(.down)))
            answer()
            #expect(state.leads.selected?.name == "Company \(state.leads.selection)")
        }
        #expect(pages.count <= 6)
        effects += Dashboard.update(&state, .key(.character("G")))
        #expect(state.leads.selected == nil)
        #expect(Dashboard.view(state).text().contains("1,000,000/1,000,000"))
        answer()
        #expect(state.leads.selected?.name == "Company 999999")
        #expect(state.leads.rows.count == 200)
    }

    /// A store that promises more rows than it gives must not be asked for ever.
    @Test func aShortAnswerIsNotAskedForAgain() {
        var state = World().state
        var effects = Dashboard.start(&state)
        var asked = 0
        while let effect = effects.popLast(), asked < 20 {
            guard case .loadLeads(_, let ticket) = effect else { continue }
            asked += 1
            effects += Dashboard.update(
                &state, .leadsLoaded(Listing(rows: [Fixture.leads[0]], total: 5_000), offset: 0, ticket))
        }
        #expect(asked == 1)
    }

    @Test func theSelectionStaysOnItsRecordWhenTheStoreChanges() throws {
        var world = World.loaded()
        try world.press("jjjj")
        world.leads = [Fixture.lead(99, "New First", "", "new", 99, hours: 0)] + Fixture.leads
        world.send(.storeChanged)
        #expect(world.state.digest.contains("6 of 13, Eider Shipping"))
    }

    @Test func aFailedListSaysWhyAndCanBeReadAgain() throws {
        var world = World()
        for effect in Dashboard.start(&world.state) {
            if let ticket = effect.ticket { world.send(.failed("Locked.", ticket)) }
        }
        #expect(Dashboard.view(world.state).text().contains("Locked."))
        try world.press("r")
        #expect(world.state.leads.selected?.name == "Acme Nordic AS")
    }

    @Test func movingShowsTheRecordOfTheListWithTheKeys() throws {
        var world = World.loaded()
        try world.press("jj")
        #expect(world.state.record.detail?.title == "Cobalt Robotics")
        try world.press("<Tab>j")
        #expect(world.state.record.detail?.title == "Fjell Telecom")
        try world.press("<S-Tab>")
        #expect(world.state.record.detail?.title == "Cobalt Robotics")
    }

    static let filters: [(String, String, Int)] = [
        ("/score>70", "score>70", 0), ("/stage:demo nor", "stage:demo nor", 0), ("/score>", "score", 5),
    ]

    @Test(arguments: filters)
    func theFilterIsLive(_ script: String, _ inEffect: String, _ offset: Int) throws {
        var world = World.loaded()
        try world.press(script)
        #expect(world.state.leads.filter == inEffect)
        #expect(world.state.leads.filterError?.message.isEmpty != (offset > 0) || offset == 0)
    }

    @Test func anOrderThatCannotBeLoadedIsNotShown() throws {
        var world = World.loaded()
        let ticket = try #require(Dashboard.update(&world.state, .key(.character("s"))).first?.ticket)
        #expect(world.state.leads.sort == [.init(.name)])
        world.send(.failed("Leads have no field risk.", ticket))
        #expect(world.state.leads.sort == [.init(.score, descending: true)])
        #expect(Dashboard.view(world.state).text().contains("SCORE↓"))
    }

    @Test func marksOfALongListSayHowManyTheyAre() throws {
        var world = World.loaded { $0.leads = Fixture.manyLeads }
        try world.press("*")
        #expect(world.state.status?.text.hasPrefix("200 of 318 are marked") == true)
    }

    @Test func everyThemeComesRound() throws {
        var world = World.loaded()
        for name in ["light", "mono", "dark"] {
            #expect(try world.asked(by: "T") == [.changeTheme(name)])
            world.send(.themeChanged(name))
        }
    }
}

extension LoadingTests {
    /// Whoever types faster than the database answers means what will be there.
    @Test func keysWaitForWhatTheyAreAbout() throws {
        var state = World(Size(columns: 80, rows: 24)).state
        var effects = Dashboard.start(&state)
        for key in "3jj" { effects += Dashboard.update(&state, .key(.character(key))) }
        effects += Dashboard.update(&state, .key(.named(.enter)))
        for key in "hhp" { effects += Dashboard.update(&state, .key(.character(key))) }
        #expect(state.view == .customers && state.waiting.count == 6)
        var isAsked = false
        while let effect = effects.popLast() {
            switch effect {
            case .loadCustomers(let query, let ticket):
                let rows = Listing(rows: Fixture.customers, total: Fixture.customers.count)
                effects += Dashboard.update(&state, .customersLoaded(rows, offset: query.page.offset, ticket))
            case .loadDetail(let reference, let ticket):
                isAsked = true
                #expect(reference == Fixture.customers[2].reference && state.view == .record)
                var detail = Fixture.detail
                detail.reference = reference
                detail.actions = Fixture.actions(for: NamedRecord(RecordReference(.customer, 1), name: "Havn Seafood"))
                effects += Dashboard.update(&state, .detailLoaded(detail, ticket))
            default: break
            }
        }
        #expect(isAsked && state.waiting.isEmpty && state.record.cursor != nil)
        #expect(state.typing == .prompt && state.prompt.editor.text == "call Havn Seafood tomorrow")
    }

    @Test func escForgetsTheKeysThatWait() {
        var state = World(Size(columns: 80, rows: 24)).state
        _ = Dashboard.start(&state)
        _ = Dashboard.update(&state, .key(.named(.enter)))
        #expect(state.waiting.count == 1)
        _ = Dashboard.update(&state, .key(.named(.escape)))
        #expect(state.waiting.isEmpty)
    }
}
