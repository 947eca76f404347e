import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

/// A screen: how large, with which signs, in which state, after which keys.
struct Frame: Sendable, CustomTestStringConvertible {
    var name: String
    var columns = 80
    var rows = 24
    var glyphs = Glyphs.unicode
    var setting = Setting.twelve
    var keys = ""

    enum Setting: String, Sendable { case twelve, loading, empty, one, many, failed, hostile }

    var testDescription: String { name }

    func painted() throws -> Buffer {
        var world = World(Size(columns: columns, rows: rows), glyphs)
        switch setting {
        case .twelve: world.begin()
        case .loading: _ = Dashboard.start(&world.state)
        case .failed:
            for case let effect in Dashboard.start(&world.state) {
                if let ticket = effect.ticket {
                    world.send(.failed("The database is locked by another program.", ticket))
                }
            }
        case .empty:
            world.leads = []
            world.customers = []
            world.log = []
            world.begin()
        case .one:
            world.leads = [Fixture.leads[1]]
            world.customers = [Fixture.customers[0]]
            world.begin()
        case .many:
            world.leads = Fixture.manyLeads
            world.begin()
        case .hostile:
            world.leads = Fixture.hostileLeads
            world.begin()
        }
        try world.press(keys)
        return Dashboard.view(world.state)
    }
}

struct FrameTests {
    static let desks: [Frame] = [Glyphs.unicode, .ascii].flatMap { glyphs in
        let signs = glyphs.isASCII ? "ascii" : "unicode"
        func desk(_ columns: Int, _ rows: Int, _ setting: Frame.Setting) -> Frame {
            Frame(
                name: "desk-\(columns)x\(rows)-\(setting)-\(signs)", columns: columns, rows: rows, glyphs: glyphs,
                setting: setting)
        }
        return [.loading, .empty, .one, .many, .failed, .hostile].map { desk(80, 24, $0) }
            + [.loading, .many, .hostile].map { desk(120, 40, $0) } + [desk(200, 60, .many)]
    }

    static let sizes: [Frame] = [
        Frame(name: "small-40x10", columns: 40, rows: 10),
        Frame(name: "small-1x1", columns: 1, rows: 1),
        Frame(name: "small-40x10-anyway", columns: 40, rows: 10, keys: "i"),
        Frame(name: "desk-60x15", columns: 60, rows: 15),
        Frame(name: "desk-60x15-customers", columns: 60, rows: 15, keys: "<Tab>"),
        Frame(name: "desk-60x15-timeline", columns: 60, rows: 15, keys: "<Tab><Tab><Tab>"),
        Frame(name: "desk-100x30", columns: 100, rows: 30),
        Frame(name: "desk-120x24", columns: 120, rows: 24),
        Frame(name: "desk-80x50", columns: 80, rows: 50),
    ]

    static let savedViews: [Frame] = [
        Frame(name: "views-80x24", keys: "F"), Frame(name: "views-80x24-ascii", glyphs: .ascii, keys: "Fjj"),
        Frame(name: "views-80x24-naming", keys: "FFhot"),
        Frame(name: "views-120x40", columns: 120, rows: 40, keys: "F"),
        Frame(name: "views-160x30", columns: 160, rows: 30, keys: "FG"),
        Frame(name: "views-160x30-filtered", columns: 160, rows: 30, keys: "FG<Enter>"),
        Frame(name: "leads-chosen-columns", columns: 120, rows: 30, keys: "2C<C-u>why owner<Enter>"),
        Frame(name: "views-leads", keys: "2F"),
    ]

    static let views: [Frame] = [
        Frame(name: "record-80x24", keys: "j<Enter>"),
        Frame(name: "record-80x24-ascii", glyphs: .ascii, keys: "j<Enter>"),
        Frame(name: "record-120x40", columns: 120, rows: 40, keys: "j<Enter>"),
        Frame(name: "record-event", keys: "j<Enter><Tab><Tab>hhh"),
        Frame(name: "leads-120x40", columns: 120, rows: 40, setting: .many, keys: "2G"),
        Frame(name: "customers-80x24", keys: "3j"),
        Frame(name: "customers-120x40", columns: 120, rows: 40, keys: "3j"),
        Frame(name: "log-80x24", keys: "4j"),
        Frame(name: "log-120x40-ascii", columns: 120, rows: 40, glyphs: .ascii, keys: "4"),
        Frame(name: "help-80x24", keys: "?"),
        Frame(name: "help-120x40", columns: 120, rows: 40, keys: "<Tab><Tab>?"),
        Frame(name: "help-search", keys: "?/mark<Enter>"),
        Frame(name: "desk-marks", keys: "jvjjv<Space>"),
        Frame(name: "desk-filter", keys: "/fo"),
        Frame(name: "desk-filter-wrong", keys: "/score>x"),
        Frame(name: "desk-filter-nothing", keys: "/zzzz<Enter>"),
        Frame(name: "desk-zoomed", keys: "<Tab>+"),
        Frame(name: "desk-bare", keys: "jB"),
        Frame(name: "desk-timeline", keys: "j<Tab><Tab>hh"),
    ]

    @Test(arguments: desks + sizes + savedViews + views)
    func looks(_ frame: Frame) throws { try expectGolden(try frame.painted(), frame.name) }

    /// How an action looks in the prompt, by its status.
    @Test(arguments: [Action.Status.ready, .confirm, .clarify, .refused, .unknown])
    func promptLooks(_ status: Action.Status) throws {
        for (columns, rows) in [(80, 24), (120, 50)] {
            var world = World.loaded(Size(columns: columns, rows: rows))
            world.ways = [[Fixture.action(status)], [Fixture.action(.ready, .logCall, confidence: 0.3)]]
            try world.press("j:call ole<Enter>")
            try expectGolden(Dashboard.view(world.state), "prompt-\(status)-\(columns)x\(rows)")
        }
    }

    @Test func promptStatesLook() throws {
        var world = World.loaded()
        world.ways = [[Fixture.action(.ready), Fixture.action(.ready, .addNote)]]
        try world.press("j:call ole and note it<Enter>")
        try expectGolden(Dashboard.view(world.state), "prompt-two-commands")
        try world.press("<Enter>")
        try expectGolden(Dashboard.view(world.state), "prompt-performed")
        try world.press(":<C-r>tind")
        try expectGolden(Dashboard.view(world.state), "prompt-history")
        world.reply = Reply("Found 2.", records: [Fixture.leads[0].named, Fixture.customers[0].named])
        try world.press("<Enter><Enter><Enter>")
        try expectGolden(Dashboard.view(world.state), "results")
    }
}
