import HarkLanguage
import HarkScreen
import Testing

@testable import HarkUI

/// The guess behind a phrase that is being typed.
struct GhostTests {
    private func typed(_ script: String) throws -> World {
        var world = World.loaded()
        world.ghosts = ["sh": ["ow"], "show": [" leads"], "show lea": ["ds"], "ca": ["ll", "ncel", "lendar"]]
        try world.press(":" + script)
        return world
    }

    static let takes: [(String, String, String)] = [
        ("sh", "", "ow"), ("sh", "<Tab>", "show"), ("sh", "<Right>", "show"), ("sh", "<Tab><Tab>", "show leads"),
        ("sho", "", ""), ("show lead", "", ""), ("sh<Left>", "", ""), ("sh<Left>", "<Tab>", "sh"), ("shx", "", ""),
        ("sh<Enter>", "", ""), ("ca", "<Tab>", "call"), ("ca", "<Tab><Tab>", "cancel"),
        ("ca", "<Tab><Tab><Tab>", "calendar"), ("ca", "<Tab><Tab><Tab><Tab>", "call"), ("ca", "<Tab><Tab>x", "cancelx"),
    ]

    @Test(arguments: takes)
    func isTakenAtTheEndOnly(_ before: String, _ key: String, _ after: String) throws {
        var world = try typed(before)
        if key.isEmpty {
            #expect(world.state.shownGhost == after)
        } else {
            try world.press(key)
            #expect(world.state.prompt.editor.text == after)
        }
    }

    @Test func isShownBehindThePhraseAndNamedInTheFooter() throws {
        let world = try typed("sh")
        let lines = Dashboard.view(world.state).text().split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix(" say> show ") })
        #expect(lines.last?.contains("Tab complete") == true)
    }

    @Test func staysWhileItIsTypedAlong() throws {
        var state = try typed("sh").state
        #expect(Dashboard.update(&state, .key(.character("o"))).map(\.digest) == ["outline sho"])
        #expect(state.shownGhost == "w")
        #expect(Dashboard.update(&state, .key(.character("w"))).isEmpty, "one question at a time")
        let ticket = try #require(state.prompt.outlineTicket)
        let asked = Dashboard.update(&state, .outlined(PhraseOutline("sho", completions: ["w me"]), ticket))
        #expect(asked.map(\.digest) == ["outline show"], "what was typed meanwhile is asked for next")
        #expect(state.shownGhost == " me")
        let stale = Dashboard.update(&state, .outlined(PhraseOutline("sho"), ticket))
        #expect(stale.isEmpty && state.shownGhost == " me", "a late answer is dropped")
    }

    @Test func aFailureDoesNotStopTheTyping() throws {
        var state = try typed("s").state
        _ = Dashboard.update(&state, .key(.character("h")))
        let ticket = try #require(state.prompt.outlineTicket)
        #expect(Dashboard.update(&state, .failed("The database is locked.", ticket)).isEmpty)
        #expect(state.status == nil)
        #expect(Dashboard.update(&state, .key(.character("o"))).map(\.digest) == ["outline sho"])
    }

    @Test func isNeverSent() throws {
        var world = try typed("sh")
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["read sh"])
    }
}
