import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct ModelsTests {
    static let frames: [Frame] = [Glyphs.unicode, .ascii].flatMap { glyphs in
        let signs = glyphs.isASCII ? "ascii" : "unicode"
        let charts = [
            "quality": "5", "scores": "5j", "calibration": "5jj", "gain": "5jjj", "confusion": "5jjjj",
            "slips": "5jjjjj", "funnel": "5jjjjjj", "importance": "5jjjjjjj", "correlation": "5jjjjjjjj",
            "drift": "5jjjjjjjjj", "shape": "5jjjjjjjjjj", "categories": "5jjjjjjjjjjj", "rules": "5Gk", "stages": "5G",
        ]
        return charts.sorted { $0.key < $1.key }.map { name, keys in
            Frame(name: "models-\(name)-\(signs)", columns: 100, rows: 30, glyphs: glyphs, keys: keys)
        }
    }
    static let sizes = [
        Frame(name: "models-80x24", keys: "5jj"), Frame(name: "models-60x15", columns: 60, rows: 15, keys: "5"),
        Frame(name: "models-60x15-chart", columns: 60, rows: 15, keys: "5<Tab>"),
        Frame(name: "models-200x60", columns: 200, rows: 60, keys: "5jjjjjjjjjjj<Tab>"),
    ]

    @Test(arguments: frames + sizes)
    func looks(_ frame: Frame) throws { try expectGolden(try frame.painted(), frame.name) }

    static let heard: [(ModelReport.Chart, String)] = [
        (.quality, "AUC 0.872, how often a won lead is ranked above a lost one"),
        (.distribution, "score 40 to 50: 8 won, 25 lost, 28 open"), (.calibration, "foretold 5%, came true 8%"),
        (.gain, "best 10%: 19% of all that won"), (.confusion, "below: 22 won, 104 lost"),
        (.slips, "source referral, 190: foretold 48%, came true 66%"), (.slips, "Bergen Fjordline, score 93, but lost"),
        (.importance, "pages visited, 15.1 points, engagement"), (.correlation, "pages visited and time spent: 0.6"),
        (.drift, "source 0.310, drifted"), (.funnel(0), "won: 410 came"), (.shape(1), "referral: "),
    ]

    /// A curve of dots is nothing to listen to; the figures behind it are.
    @Test(arguments: heard)
    func chartsAreSpokenInFigures(_ chart: ModelReport.Chart, _ words: String) {
        let lines = Fixture.models[0].spoken(chart).split(separator: "\n").map(String.init)
        #expect(lines.dropFirst().contains { $0.hasPrefix(words) }, "\(lines)")
        #expect(!lines.contains { $0.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "│" } })
    }

    @Test func opensWithItsNumberAndLeavesWithQ() throws {
        var world = World.loaded()
        try world.press("5")
        #expect(world.state.view == .models && world.state.focus == .charts)
        try world.press("q")
        #expect(world.state.view == .desk)
    }

    @Test func whatCannotBeReadIsSaid() throws {
        var state = World.loaded().state
        let effects = Dashboard.update(&state, .key(.character("5")))
        let ticket = try #require(effects.compactMap(\.ticket).last)
        _ = Dashboard.update(&state, .failed("The database is locked.", ticket))
        #expect(Dashboard.view(state).dump().contains("The database is"))
    }

    @Test func anOlderAnswerIsDropped() throws {
        var state = World.loaded().state
        let first = try #require(Dashboard.update(&state, .key(.character("5"))).compactMap(\.ticket).last)
        _ = Dashboard.update(&state, .key(.character("r")))
        _ = Dashboard.update(&state, .modelsLoaded(Fixture.models, first))
        #expect(state.models.reports.isEmpty)
    }
}
