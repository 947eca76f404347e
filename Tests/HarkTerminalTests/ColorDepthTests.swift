import HarkScreen
import Testing

@testable import HarkTerminal

struct ColorDepthTests {
    struct Row: Sendable {
        var wanted: ColorDepth?
        var environment: [String: String] = [:]
        var count: Int
        var hasRGB = false
        var found: ColorDepth
    }

    static let rows = [
        Row(count: 256, found: .ansi256), Row(count: 16, found: .ansi16), Row(count: 8, found: .ansi8),
        Row(count: 0, found: .mono), Row(count: 256, hasRGB: true, found: .direct),
        Row(environment: ["COLORTERM": "truecolor"], count: 256, found: .direct),
        Row(environment: ["COLORTERM": "24bit"], count: 8, found: .ansi8),
        Row(environment: ["COLORTERM": "yes"], count: 256, found: .ansi256),
        Row(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"], count: 256, found: .mono),
        Row(environment: ["NO_COLOR": ""], count: 256, found: .ansi256),
        Row(wanted: .ansi16, environment: ["NO_COLOR": "1"], count: 256, found: .ansi16),
        Row(wanted: .direct, count: 256, found: .direct), Row(wanted: .direct, count: 8, found: .ansi8),
        Row(wanted: .mono, count: 256, hasRGB: true, found: .mono),
    ]

    @Test(arguments: rows)
    func isFoundInOrder(_ row: Row) {
        #expect(
            ColorDepth.found(
                wanted: row.wanted, environment: row.environment, count: row.count, hasRGB: row.hasRGB) == row.found)
    }
}
