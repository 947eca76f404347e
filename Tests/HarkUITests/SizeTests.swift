import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct SizeTests {
    @Test func aSmallScreenTakesOnlyTwoKeys() throws {
        var world = World.loaded(Size(columns: 40, rows: 10))
        let before = world.state
        try world.press("jz:T<Tab><Click:3,3>")
        #expect(world.state == before)
        #expect(try world.asked(by: "q").map(\.digest) == ["saveDraft ", "quit"])
        try world.press("ij")
        #expect(world.state.leads.selection == 1)
    }

    @Test func aNewSizeIsTakenFromKeysAndMessages() throws {
        var world = World.loaded()
        try world.press("<Resize:100x30>")
        #expect(Dashboard.view(world.state).size == Size(columns: 100, rows: 30))
        world.send(.resized(Size(columns: 61, rows: 17)))
        #expect(Dashboard.view(world.state).size == Size(columns: 61, rows: 17))
    }

    @Test func aPaneThatLostItsPlaceStillHandsTheKeysOn() throws {
        var world = World.loaded(Size(columns: 120, rows: 40))
        try world.press("<Tab><Tab><Resize:80x24>")
        #expect(world.state.focus == .why)
        #expect(Layout(world.state).shows(.why))
        try world.press("<Tab>")
        #expect(world.state.focus == .customers)
    }

    @Test func aLostTerminalSavesTheDraftAndEnds() throws {
        var world = World.loaded()
        #expect(try world.asked(by: ":half a phrase<Hangup>") == [.saveDraft("half a phrase"), .quit])
    }

    /// Panes tile the screen: no cell belongs to two, none lies outside.
    @Test func panesNeverOverlap() {
        for columns in stride(from: 1, through: 240, by: 7) {
            for rows in stride(from: 1, through: 80, by: 3) {
                for view in Dashboard.View.allCases {
                    var state = World(Size(columns: columns, rows: rows)).state
                    state.view = view
                    state.focus = view.home
                    let layout = Layout(state)
                    let areas =
                        layout.slots.map(\.area) + [
                            layout.header, layout.filter, layout.prompt, layout.recent, layout.footer,
                        ]
                    let filled = areas.filter { !$0.isEmpty }
                    for (index, area) in filled.enumerated() {
                        #expect(area == area.intersection(Rect(state.size)), "\(view) \(columns)x\(rows)")
                        for other in filled.dropFirst(index + 1) {
                            #expect(area.intersection(other).isEmpty, "\(view) \(columns)x\(rows)")
                        }
                    }
                }
            }
        }
    }

    /// Numbers small enough to repeat, after SplitMix64.
    struct Dice {
        var state: UInt64

        mutating func roll(_ count: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(count))
        }
    }

    /// Whatever is pressed at whatever size, the screen is exactly as large as asked for and the state stays whole.
    @Test(arguments: 1...24)
    func nothingPressedBreaksTheScreen(_ seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let keys = Dashboard.KeyTable.standard.entries.flatMap(\.keys).compactMap { Key(notation: $0) }
        let statuses: [Action.Status] = [.ready, .confirm, .clarify, .refused, .unknown]
        var world = World.loaded(Size(columns: dice.roll(220), rows: dice.roll(70)), seed % 2 == 0 ? .ascii : .unicode)
        {
            $0.leads = [Fixture.leads, Fixture.manyLeads, Fixture.hostileLeads, []][seed % 4]
            if seed % 5 == 0 { $0.customers = [] }
        }
        for step in 0..<160 {
            switch dice.roll(20) {
            case 0: world.send(.resized(Size(columns: dice.roll(220), rows: dice.roll(70))))
            case 1:
                let point = Point(column: dice.roll(220), row: dice.roll(70))
                let button: Key.Mouse.Button = [.left, .wheelUp, .wheelDown, .right][dice.roll(4)]
                world.send(.key(.mouse(.init(button, .press, at: point))))
            case 2: world.ways = [[Fixture.action(statuses[dice.roll(5)])], [Fixture.action(.ready)]]
            case 3: world.send(.ticked(Fixture.now.adding(minutes: step)))
            case 4: world.send(.key(.paste("pasted\u{1B}[31m\n東京")))
            case 5: world.send(.storeChanged)
            case 6: world.leads.removeLast(min(world.leads.count, dice.roll(3)))
            default: world.send(.key(keys[dice.roll(keys.count)]))
            }
            guard step % 4 == 0 else { continue }
            let buffer = Dashboard.view(world.state)
            #expect(buffer.size == world.state.size)
            #expect(buffer.cells.count == world.state.size.area)
            #expect(!Dashboard.spoken(world.state).isEmpty)
        }
    }
}
