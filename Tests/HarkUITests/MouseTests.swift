import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct MouseTests {
    /// At 80×24 the leads begin at row 4, the customers at column 51, the timeline's axis at row 15.
    static let clicks: [(String, String)] = [
        ("<Click:5,6>", "desk leads : 3 of 12, Cobalt Robotics"),
        ("<Click:5,6><Click:5,6>", "record fields : Cobalt Robotics"),
        ("<Click:60,5>", "desk customers : 2 of 8, Fjell Telecom"),
        ("<Click:60,5><Click:60,5>", "record fields : Fjell Telecom"),
        ("<Click:60,12>", "desk customers : 1 of 8"),
        ("<WheelDown:5,6>", "3 of 12"),
        ("<WheelDown:60,6>", "desk leads"),
        ("<Click:66,0>", "log log"),
        ("<Click:76,0>", "models charts : 1 of 14, Lead score"),
        ("<Click:76,0><Click:5,5>", "models charts : 3 of 14, Lead score, calibration"),
        ("<Click:5,1>", "filtering"),
        ("<Click:5,20>", "typing"),
        (":x<Click:5,5>", "desk leads : 2 of 12"),
        ("<Click:58,17>", "desk timeline : 17 Jun 2026 06:00"),
        ("<FocusIn><Click:5,6>", "1 of 12"),
        ("<FocusIn><Click:5,6><Click:5,6>", "3 of 12"),
        ("<FocusIn>k<Click:5,6>", "3 of 12"),
        ("%<Click:5,6>", "Mouse off"),
        ("<RightClick:5,6>", "1 of 12"),
        ("<ClickRelease:5,6>", "1 of 12"),
        ("<Click:500,600>", "1 of 12"),
    ]

    @Test(arguments: clicks)
    func obeys(_ script: String, _ shows: String) throws {
        var world = World.loaded()
        try world.press(script)
        #expect(world.state.digest.contains(shows), "\(world.state.digest)")
    }

    @Test func theWheelScrollsWhatIsUnderThePointer() throws {
        var world = World.loaded { $0.leads = Fixture.manyLeads }
        try world.press("<WheelDown:5,6><WheelDown:5,6>")
        #expect(world.state.leads.top == 6)
        #expect(world.state.leads.selection == 6)
        try world.press("<WheelUp:5,6>")
        #expect(world.state.leads.top == 3)
    }

    @Test func aHeadingSortsAndTurnsRound() throws {
        var world = World.loaded()
        #expect(try world.asked(by: "<Click:15,3>").map(\.digest) == ["loadLeads name+"])
        #expect(try world.asked(by: "<Click:15,3>").map(\.digest) == ["loadLeads name-"])
        #expect(try world.asked(by: "<Click:3,3>").map(\.digest) == [])
        #expect(world.state.leads.sort == [.init(.score, descending: true)])
    }

    /// What stands under the pointer is what the click means, at every size.
    @Test(arguments: [(80, 24), (100, 30), (120, 24), (120, 40), (200, 60), (60, 15)])
    func aClickHitsTheRowThatIsDrawn(_ columns: Int, _ rows: Int) throws {
        var world = World.loaded(Size(columns: columns, rows: rows))
        let lines = Dashboard.view(world.state).text().split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains("Delta Foods") })
        let column = lines[row].distance(from: lines[row].startIndex, to: try #require(lines[row].firstIndex(of: "D")))
        try world.press("<Click:\(column),\(row)>")
        #expect(world.state.leads.selected?.name == "Delta Foods GmbH")
    }

    @Test func aClickOnACountFiltersAtOnce() throws {
        var world = World.loaded(Size(columns: 160, rows: 40))
        let lines = Dashboard.view(world.state).text().split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.hasPrefix("  Contacted ") })
        try world.press("<Click:4,\(row)>")
        #expect(world.state.leads.filter == "status:contacted")
        let heading = try #require(lines.firstIndex { $0.hasPrefix(" Status") })
        try world.press("<Click:4,\(heading)>")
        #expect(world.state.leads.filter == "status:contacted")
    }
}
