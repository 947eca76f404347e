import HarkCore
import HarkScreen
import Testing

@testable import HarkUI

struct WhyTests {
    private func text(_ change: (inout RecordDetail) -> Void = { _ in }) throws -> [String] {
        var world = World.loaded()
        try world.press("j")
        var detail = try #require(world.state.record.detail)
        change(&detail)
        world.state.record.detail = detail
        return WhyPane.lines(world.state, columns: 70).map { $0.map(\.text).joined() }
    }

    @Test func reasonsComeWithSignPointsAndPastRecords() throws {
        let lines = try text()
        #expect(lines[0] == "88 High  ▃▃▄▅▅▅▆▇█  conversion 4")
        #expect(lines[1].hasPrefix(" +21  pricing page 3 visits") && lines[1].hasSuffix(" 62% won"))
        #expect(lines[3].hasPrefix("  -6  no buyer named") && lines[3].hasSuffix(" 19% won"))
    }

    @Test func theSumIsShownAndCalibrationIsNoReason() throws {
        let lines = try text()
        #expect(lines.contains("start -1.40, reasons +3.20, calibration +0.20: log-odds +2.00 = 88%"))
        #expect(!lines.contains { $0.hasPrefix("  +2") })
    }

    @Test func churnIsARiskAndBadNewsRaisesIt() throws {
        let lines = try text { $0.score?.target = .churn }
        #expect(lines[0].hasPrefix("88% risk of leaving"))
        #expect(lines[1].hasSuffix("62% left"))
        #expect(WhyPane.role(of: Fixture.score.contributions[0], .churn) == .warning)
        #expect(WhyPane.role(of: Fixture.score.contributions[0], .conversion) == .good)
    }

    @Test func aRecordWithoutScoreSaysSo() throws {
        #expect(try text { $0.score = nil }[0].hasPrefix("Not scored yet"))
    }
}
