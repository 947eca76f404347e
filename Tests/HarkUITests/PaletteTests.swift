import HarkCore
import HarkLanguage
import HarkScreen
import Testing

@testable import HarkUI

/// The list of what can be said, below an empty prompt.
struct PaletteTests {
    private func palette(_ script: String, _ change: (inout World) -> Void = { _ in }) throws -> World {
        var world = World.loaded(Size(columns: 80, rows: 24), .unicode, change)
        world.outlines["call ole"] = PhraseOutline("call ole", actions: [Fixture.action(.ready)])
        try world.press(script)
        return world
    }

    /// Keys, and the phrases listed first.
    static let listed: [(String, [String])] = [
        (":", ["undo that"]), ("j:", ["undo that"]), (":undo", ["undo that"]), (":leads", ["add a new lead from"]),
        (":zzz", []), ("x", []), (":call ole", []), (":undo<C-p>", []),
    ]

    @Test(arguments: listed)
    func hasTheWordsTyped(_ script: String, _ wanted: [String]) throws {
        let phrases = try palette(script).state.prompt.palette.entries.map(\.phrase)
        #expect(wanted.allSatisfy { start in phrases.contains { $0.hasPrefix(start) } }, "\(phrases)")
        #expect(wanted.isEmpty == phrases.isEmpty)
    }

    @Test(arguments: [
        ("j:", "call Bergen Fjordline tomorrow at 9"), ("<Tab>:", "call Nordlys Energi tomorrow at 9"),
        ("jvjjv:", "call Bergen Fjordline"),
    ])
    func beginsWithWhatIsSelected(_ script: String, _ start: String) throws {
        let world = try palette(script)
        guard !script.contains("v") else {
            #expect(world.state.prompt.palette.entries.allSatisfy { !$0.phrase.hasPrefix(start) })
            return
        }
        #expect(world.state.prompt.palette.entries.first?.phrase == start)
    }

    @Test func whatTheRoleMayNotSayIsNotOffered() throws {
        let world = try palette("j:")
        let offered = Set(world.state.prompt.palette.entries.map(\.commandType))
        #expect(offered == Set(Fixture.phrases.map(\.commandType)))
    }

    @Test func arrowsChooseAndEnterTakes() throws {
        var world = try palette("j:<Down><Down><Up>")
        let chosen = try #require(world.state.prompt.palette.selected?.phrase)
        #expect(chosen == "call Bergen Fjordline tomorrow at 9")
        #expect(try world.asked(by: "<Enter>").isEmpty, "taking a phrase is not saying it")
        #expect(world.state.prompt.editor.text == chosen)
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["read \(chosen)"])
    }

    @Test func upAboveTheFirstIsTheHistory() throws {
        let world = try palette(":<Down><Up><Up>")
        #expect(world.state.prompt.editor.text == "show at-risk customers")
        #expect(!world.state.prompt.palette.isOpen)
    }

    @Test func typingGoesBackToTheLine() throws {
        let world = try palette(":<Down>u")
        #expect(world.state.prompt.palette.selection == nil)
        #expect(world.state.prompt.editor.text == "u")
    }

    @Test func aQuestionAboutWhatCanBeSaidOpensTheHelp() throws {
        var world = World.loaded()
        var action = Fixture.action(.ready, .help)
        action.command = .help(topic: "deals")
        world.ways = [[action]]
        world.reply = Reply("Help on deals.")
        try world.press(":help with deals<Enter><Enter>")
        #expect(world.state.view == .help)
        let text = HelpScreen.lines(world.state, columns: 78).map { $0.map(\.text).joined() }
        #expect(text.first?.hasPrefix("You can say") == true, "no phrase is about deals here, so all are shown")
        try world.press("q")
        #expect(world.state.view == .desk)
    }

    @Test(arguments: [(80, 24, Glyphs.unicode), (80, 24, .ascii), (120, 40, .unicode), (60, 15, .unicode)])
    func looks(_ columns: Int, _ rows: Int, _ glyphs: Glyphs) throws {
        var world = World.loaded(Size(columns: columns, rows: rows), glyphs)
        try world.press("j:<Down>")
        try expectGolden(
            Dashboard.view(world.state), "palette-\(columns)x\(rows)-\(glyphs.isASCII ? "ascii" : "unicode")")
    }
}
