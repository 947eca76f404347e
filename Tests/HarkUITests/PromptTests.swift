import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct PromptTests {
    @Test func aPhraseIsShownBeforeItRuns() throws {
        var world = World.loaded()
        #expect(try world.asked(by: "j:call ole<Enter>").map(\.digest) == ["read call ole"])
        #expect(world.state.prompt.reading?.actions.map(\.commandType) == [.createTask])
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["perform CREATE_TASK"])
        #expect(world.state.place == .leads)
        #expect(world.state.prompt.editor.isEmpty)
        #expect(world.state.leads.selected?.name == "Bergen Fjordline")
    }

    @Test func theReaderIsToldWhatIsSelectedAndInSight() throws {
        var world = World.loaded()
        let asked = try world.asked(by: "jj:call her<Enter>")
        guard case .readPhrase(_, let selected, let listed, let pending, let source, _) = asked.last else {
            Issue.record("nothing was read")
            return
        }
        #expect(selected?.name == "Cobalt Robotics")
        #expect(listed.map(\.name) == Fixture.leads.prefix(10).map(\.name))
        #expect(pending == nil)
        #expect(source == .typed)
    }

    @Test func anEditedPhraseIsReadAgain() throws {
        var world = World.loaded()
        #expect(
            try world.asked(by: ":call ole<Enter> now<Enter>").map(\.digest) == ["read call ole", "read call ole now"])
    }

    @Test func whatWasLeftIsThePhraseBefore() throws {
        var world = World.loaded()
        #expect(try world.asked(by: ":call ole<Esc>").map(\.digest) == ["saveDraft call ole"])
        try world.press(":")
        #expect(world.state.prompt.editor.isEmpty)
        try world.press("<C-p>")
        #expect(world.state.prompt.editor.text == "call ole")
        try world.press("<Enter>")
        #expect(world.state.history.last == "call ole")
        #expect(world.state.draft == "call ole", "it is shown and not run")
        try world.press("<Esc>")
        #expect(world.state.prompt.editor.text == "call ole", "the first Esc goes back to the phrase")
    }

    @Test func aClickElsewhereLeavesThePhraseAsItStands() throws {
        var world = World.loaded()
        try world.press(":call ole<Click:5,5>:")
        #expect(world.state.prompt.editor.text == "call ole")
    }

    @Test func anOutdatedReadingIsDropped() throws {
        var state = World.loaded().state
        for key in try KeyScript(":call<Enter>").keys { _ = Dashboard.update(&state, .key(key)) }
        let ticket = try #require(state.prompt.ticket)
        _ = Dashboard.update(&state, .key(.character("x")))
        _ = Dashboard.update(&state, .phraseRead([[Fixture.action(.ready)]], ticket))
        #expect(state.prompt.reading == nil)
        #expect(state.prompt.editor.text == "callx")
    }

    @Test func confirmingTakesEnterTwiceMore() throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.confirm, .delete)]]
        #expect(try world.asked(by: ":delete it<Enter>").map(\.digest) == ["read delete it"])
        #expect(try world.asked(by: "<Enter>").isEmpty)
        #expect(world.state.status?.text == "Enter again to do it: Delete lead Bergen Fjordline?")
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["perform DELETE"])
    }

    /// A question that was read is answered by one Enter where nothing is taken away.
    @Test func aQuestionTakesOneEnter() throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.confirm, .setDealAmount)]]
        #expect(try world.asked(by: ":make it 80k<Enter>").map(\.digest) == ["read make it 80k"])
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["perform SET_DEAL_AMOUNT"])
    }

    /// What is shown all the same says what of the phrase it leaves out.
    @Test func whatIsLeftOutIsSaidBeforeItRuns() throws {
        var world = World.loaded()
        var action = Fixture.action(.ready)
        action.question = "Not understood: “by rep”."
        world.ways = [[action]]
        _ = try world.asked(by: ":show the pipeline by rep<Enter>")
        let shown = Dashboard.view(world.state).dump()
        #expect(shown.contains("Not understood: “by rep”."), "\(shown)")
    }

    @Test(arguments: [
        ("yes<Enter>", ["perform DELETE"]), ("Y<Enter>", ["perform DELETE"]), ("no<Enter>", []),
        ("only him<Enter>", ["read only him (answer)"]), ("<Esc>", []), ("<Enter>x<Backspace><Enter>", []),
    ])
    func confirmingTakesWords(_ answer: String, _ asks: [String]) throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.confirm, .delete)]]
        try world.press(":delete it<Enter>")
        #expect(try world.asked(by: answer).map(\.digest) == asks)
    }

    @Test(arguments: [("1", "read 1 (answer)"), ("2", "read 2 (answer)"), ("ellen<Enter>", "read ellen (answer)")])
    func aQuestionIsAnsweredByNumberOrWords(_ answer: String, _ asked: String) throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.clarify)]]
        try world.press(":meet marsh<Enter>")
        world.ways = [[Fixture.action(.ready)]]
        #expect(try world.asked(by: answer).map(\.digest) == [asked])
        #expect(world.state.prompt.reading?.decisive.status == .ready)
        #expect(world.state.prompt.editor.text == "meet marsh")
    }

    @Test func numbersWithoutAChoiceAreText() throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.clarify)]]
        #expect(try world.asked(by: ":meet marsh<Enter>3").map(\.digest) == ["read meet marsh"])
        #expect(world.state.prompt.editor.text == "3")
    }

    @Test(arguments: [Action.Status.refused, .unknown])
    func whatCannotRunDoesNot(_ status: Action.Status) throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(status)]]
        #expect(try world.asked(by: ":dance<Enter><Enter><Enter>").map(\.digest) == ["read dance"])
    }

    @Test func oneActionThatAsksHoldsTheWholeSentenceBack() throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.ready), Fixture.action(.clarify)]]
        #expect(
            try world.asked(by: ":call ole and meet marsh<Enter><Enter>").map(\.digest) == [
                "read call ole and meet marsh"
            ])
    }

    @Test func nothingUnderstoodIsSaid() throws {
        var world = World.loaded()
        world.ways = []
        try world.press(":mumble<Enter>")
        #expect(world.state.status?.isError == true)
        #expect(world.state.prompt.editor.text == "mumble")
    }

    @Test func aFailureKeepsTheActionForAnotherTry() throws {
        var state = World.loaded().state
        for key in try KeyScript(":call<Enter>").keys { _ = Dashboard.update(&state, .key(key)) }
        let ticket = try #require(state.prompt.ticket)
        _ = Dashboard.update(&state, .phraseRead([[Fixture.action(.ready)]], ticket))
        _ = Dashboard.update(&state, .key(.enter))
        let running = try #require(state.prompt.running?.ticket)
        #expect(Dashboard.update(&state, .key(.enter)) == [])
        _ = Dashboard.update(&state, .failed("The database is locked.", running))
        #expect(state.status == Dashboard.Status(text: "The database is locked.", isError: true))
        #expect(Dashboard.update(&state, .key(.enter)).map(\.digest) == ["perform CREATE_TASK"])
    }

    @Test func undoingByKeyLeavesTheShownActionAlone() throws {
        var world = World.loaded()
        try world.press(":call ole<Enter><Click:5,5>")
        #expect(try world.asked(by: "z").map(\.digest) == ["run UNDO"])
        #expect(world.state.prompt.reading?.phrase == "call ole")
        #expect(world.state.prompt.last.isEmpty)
    }

    @Test func aPasteIsNeverReadAsKeys() throws {
        var world = World.loaded()
        #expect(try world.asked(by: "<Paste:qz:dd>").isEmpty)
        #expect(world.state.digest.contains("typing qz:dd"))
    }

    // MARK: Replies

    @Test func aListAskedForIsShown() throws {
        var world = World.loaded()
        world.reply = Reply(
            "3 leads.",
            query: RecordQuery(
                .lead, conditions: [Condition(.score, .greater, .number(70)), Condition(.owner, .equals, .me)],
                words: "nordic", sort: [SortKey(.name)]))
        let asked = try world.asked(by: "3:hot leads<Enter><Enter>")
        #expect(asked.map(\.digest).last == "loadLeads name+")
        #expect(world.state.view == .leads)
        #expect(world.state.leads.filter == "score>70 owner:me nordic")
    }

    @Test func aRecordAskedForIsOpened() throws {
        var world = World.loaded()
        world.reply = Reply("Fjell Telecom.", focus: RecordReference(.customer, 2))
        try world.press(":show fjell<Enter><Enter>")
        #expect(world.state.view == .record)
        #expect(world.state.record.detail?.title == "Fjell Telecom")
        try world.press("q")
        #expect(world.state.view == .desk)
    }

    @Test func aChangedRecordIsSelectedWhereverItMoves() throws {
        var world = World.loaded()
        world.reply = Reply("Score changed.", focus: RecordReference(.lead, 9), changed: true)
        world.leads = Fixture.leads.reversed()
        try world.press(":do it<Enter><Enter>")
        #expect(world.state.leads.selected?.name == "Ibsen Media")
        #expect(world.state.record.subject?.name == "Ibsen Media")
    }

    @Test func anActionTakenBackIsShownNoMore() throws {
        var world = World.loaded()
        try world.press(":note it<Enter><Enter>")
        #expect(world.state.prompt.last.count == 1)
        world.reply = Reply("Undone.", changed: true)
        try world.press("z")
        #expect(world.state.prompt.last.isEmpty)
    }

    @Test func aLongSentenceIsNotCut() throws {
        var world = World.loaded(Size(columns: 80, rows: 24))
        world.reply = Reply(
            "Your role does not include the right to run training. Ask an admin of the tenant for it, please.")
        try world.press(":train<Enter><Enter>")
        #expect(Dashboard.view(world.state).text().contains("for it, please."))
    }

    @Test func theCustomersScreenIsNotTitledAtRisk() throws {
        var world = World.loaded(Size(columns: 80, rows: 24))
        #expect(Dashboard.view(world.state).text().contains("─ At risk · "))
        try world.press("3")
        let frame = Dashboard.view(world.state).text()
        #expect(frame.contains("─ Customers · ") && frame.contains(" at risk ─"))
    }

    @Test func recordsFoundAreListed() throws {
        var world = World.loaded()
        let found = [Fixture.leads[0].named, Fixture.customers[0].named]
        world.reply = Reply("Found 2.", focus: found[0].reference, records: found)
        try world.press(":find a<Enter><Enter>j")
        #expect(world.state.digest.contains("results results : 2 of 2, Nordlys Energi, customer"))
        try world.press("<Enter>")
        #expect(world.state.record.detail?.title == "Nordlys Energi")
        try world.press("qq")
        #expect(world.state.view == .desk)
    }
}
