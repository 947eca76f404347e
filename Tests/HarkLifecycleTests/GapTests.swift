import HarkCore
import Testing

@testable import HarkLifecycle

struct GapTests {
    /// The Kolmogorov–Smirnov statistic times √n; above 1.63 the distribution is refused at the level of 1%.
    static func kolmogorovSmirnov(_ gaps: [Double], _ distribution: GapDistribution) -> Double {
        let sorted = gaps.sorted()
        let count = Double(sorted.count)
        let distance = sorted.enumerated().reduce(0.0) { largest, step in
            let expected = distribution.cumulative(step.element)
            return max(largest, expected - Double(step.offset) / count, Double(step.offset + 1) / count - expected)
        }
        return distance * count.squareRoot()
    }

    /// The gaps between touches of leads of a segment, in days of the rhythm.
    ///
    /// Only gaps that begin 80 or more days before the journey's end count, as later ones are cut off when they are
    /// long.
    static func touchGaps(_ segment: SimulationSegment, _ tenant: SimulatedTenant) -> [Double] {
        let bySubject = Dictionary(grouping: tenant.events, by: \.subject)
        let closing = tenant.end.adding(days: 1).midnight
        return tenant.leads.flatMap { lead -> [Double] in
            let company = lead.company.map { tenant.companies[Int($0.rawValue) - 1] }
            guard let size = company?.size, segment.sizes.contains(size) else { return [] }
            let end = min(lead.closedAt ?? closing, lead.createdAt.adding(days: LeadJourney.touchDays))
            let events = bySubject[RecordReference(.lead, lead.id.rawValue)] ?? []
            let touches = [lead.createdAt] + events.filter { SimulationTests.isTouch($0.kind) }.map(\.at)
            return zip(touches, touches.dropFirst()).compactMap { from, to in
                Rhythm.business.elapsed(from: from, to: end) >= 80 ? Rhythm.business.elapsed(from: from, to: to) : nil
            }
        }
    }

    @Test(arguments: SimulationSegment.allCases)
    func gapsHaveTheDistributionAskedFor(_ segment: SimulationSegment) {
        let gaps = GapTests.touchGaps(segment, SimulationTests.tidy)
        #expect(gaps.count > 60)
        #expect(GapTests.kolmogorovSmirnov(gaps, segment.touchGap) < 1.63)
    }

    @Test func aWrongDistributionIsRefused() {
        let gaps = GapTests.touchGaps(.small, SimulationTests.tidy)
        #expect(GapTests.kolmogorovSmirnov(gaps, .logNormal(median: 13, sigma: 0.7)) > 1.63)
        #expect(GapTests.kolmogorovSmirnov(gaps, .weibull(scale: 10, shape: 1)) > 1.63)
    }

    static let distributions: [(GapDistribution, median: Double)] = [
        (.logNormal(median: 4, sigma: 1), 4), (.weibull(scale: 2, shape: 1), 1.386_294_361_119_890_6),
    ]

    @Test(arguments: distributions) func drawsFollowTheCumulativeFunction(
        _ distribution: GapDistribution, _ median: Double
    ) {
        var generator = SplitMix64(seed: 3)
        let draws = (0..<4_000).map { _ in distribution.draw(&generator) }
        #expect(abs(distribution.cumulative(median) - 0.5) < 1e-12)
        #expect(distribution.cumulative(0) == 0)
        #expect(GapTests.kolmogorovSmirnov(draws, distribution) < 1.63)
    }

    @Test(arguments: [0.001, 0.3, 1, 2.5, 30, 400]) func elapsedUndoesMoment(_ days: Double) throws {
        let start = try #require(LocalDateTime("2026-02-27T16:40"))
        let end = Rhythm.business.moment(after: start, days: days)
        // A minute of the busiest hour is about 0.004 of a day.
        #expect(abs(Rhythm.business.elapsed(from: start, to: end) - days) < 0.004)
        #expect(Rhythm.business.elapsed(from: end, to: start) == -Rhythm.business.elapsed(from: start, to: end))
    }
}
