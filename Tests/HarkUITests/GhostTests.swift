import HarkScreen
import Testing

@testable import HarkUI

/// The guess behind a phrase that is being typed.
struct GhostTests {
    private func typed(_ script: String) throws -> World {
        var world = World.loaded()
        world.ghosts = ["sh": "ow", "show": " leads", "show lea": "ds"]
        try world.press(":" + script)
        return world
    }

    static let takes: [(String, String, String)] = [
        ("sh", "", "ow"), ("sh", "<Tab>", "show"), ("sh", "<Right>", "show"), ("sh", "<Tab><Tab>", "show leads"),
        ("sho", "", ""), ("show lead", "", ""), ("sh<Left>", "", ""), ("sh<Left>", "<Tab>", "sh"), ("shx", "", ""),
        ("sh<Enter>", "", ""),
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
        #expect(Dashboard.update(&state, .key(.character("o"))).map(\.digest) == ["complete sho"])
        #expect(state.shownGhost == "w")
        _ = Dashboard.update(&state, .completed("sh", "ow"))
        #expect(state.shownGhost == "w", "a late answer is dropped")
    }

    @Test func isNeverSent() throws {
        var world = try typed("sh")
        #expect(try world.asked(by: "<Enter>").map(\.digest) == ["read sh"])
    }
}
