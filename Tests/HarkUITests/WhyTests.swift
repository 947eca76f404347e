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

    @Test func whatWouldMoveItIsToldWhenAsked() throws {
        var world = World.loaded()
        try world.press("j")
        #expect(!WhyPane.lines(world.state, columns: 70).joined().contains { $0.text.contains("would move") })
        try world.press("W")
        let lines = WhyPane.lines(world.state, columns: 70).map { $0.map(\.text).joined() }
        #expect(lines.contains("2 more calls and a demo, to 73 High (+9)."))
        #expect(lines.contains("What such records did, not a promise."))
    }

    @Test func bothSidesAndAPinStandUnderTheScore() throws {
        let lines = try text { detail in
            detail.score?.fit = 62
            detail.score?.engagement = 71.4
            detail.pinned = PinnedScore(value: 95, reason: "board \u{1B}says so", owner: "Maria", at: Fixture.now)
        }
        #expect(lines[1] == "fit 62, engagement 71")
        #expect(lines[2] == "pinned at 95 by Maria: board ␛says so")
    }

    @Test func wordsThatCountedStandOutWithTheirPoints() throws {
        var world = World.loaded()
        try world.press("j<Enter>")
        let runs = FieldsPane.lines(world.state, columns: 60).joined()
        #expect(runs.contains(Run("demo", .good)) && runs.contains(Run("writing", .warning)))
        #expect(runs.contains(Run(" +2.4  ", .muted)) && runs.contains(Run(" -0.6  ", .muted)))
    }

    @Test func aRecordWithoutScoreSaysSo() throws {
        #expect(try text { $0.score = nil }[0].hasPrefix("Not scored yet"))
        let deal = try text { detail in
            detail.score = nil
            detail.reference = RecordReference(.deal, 7)
        }
        #expect(deal[0] == "Only leads and customers are scored.")
    }

    @Test func whatWouldMoveItIsHeardToo() throws {
        var world = World.loaded()
        try world.press("jW")
        #expect(Dashboard.spoken(world.state).contains("\nwhat would move it: \(Fixture.move.steps[0])"))
    }

    @Test func onlyTheStrongestReasonsAreHeard() throws {
        var world = World.loaded()
        try world.press("jw")
        var detail = try #require(world.state.record.detail)
        let one = try #require(detail.score?.contributions.first)
        detail.score?.contributions = Array(repeating: one, count: 30)
        world.state.record.detail = detail
        #expect(Dashboard.spoken(world.state).hasSuffix(", and 22 weaker"))
    }
}
