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
            guard let size = company?.size, segment.employees.contains(size) else { return [] }
            let end = min(lead.closedAt ?? closing, lead.createdAt.adding(days: LeadJourney.touchDays))
            let events = bySubject[RecordReference(.lead, lead.id.rawValue)] ?? []
            let touches = [lead.createdAt] + events.filter { SimulationTests.isTouch($0.kind) }.map(\.at)
            return zip(touches, touches.dropFirst()).compactMap { from, to in
                GapTests.rhythm.elapsed(from: from, to: end) >= 80 ? GapTests.rhythm.elapsed(from: from, to: to) : nil
            }
        }
    }

    static let rhythm = SimulatedTenant.parameters().rhythm
    static let segments = SimulatedTenant.parameters().segments

    /// Customers of one segment who neither decline nor leave, with every log-in kept.
    static func steady(_ segment: SimulationSegment) -> SimulatedTenant {
        var settings = SimulationSettings(
            seed: 23, customers: 70, leads: 1, months: 24, end: Simulation.sampleEnd,
            parameters: SimulatedTenant.parameters {
                $0.segments = [segment]
                $0.mess = .none
                $0.decline.begins = 0
                $0.churn.base = -100
                $0.tickets.usual = 0.2
            })
        settings.detailDays = 10_000
        return SimulatedTenant(settings)
    }

    @Test(arguments: segments) func touchesHaveTheGapsAskedFor(_ segment: SimulationSegment) {
        let gaps = GapTests.touchGaps(segment, SimulationTests.tidy)
        #expect(gaps.count > 60)
        #expect(GapTests.kolmogorovSmirnov(gaps, segment.touchGap) < 1.63)
    }

    @Test(arguments: segments) func loginsAndTicketsHaveTheGapsAskedFor(_ segment: SimulationSegment) {
        let tenant = GapTests.steady(segment)
        // Gaps that begin long before the end, so that none is missing for being long.
        let last = tenant.end.adding(days: -150).midnight
        let start = tenant.end.adding(days: 1).adding(months: -24).midnight
        let logins = Dictionary(grouping: tenant.events.filter { $0.kind == .login }, by: \.subject).values
            .flatMap { events -> [Double] in
                zip(events, events.dropFirst()).filter { $0.0.at >= start && $0.0.at < last }.map {
                    GapTests.rhythm.elapsed(from: $0.at, to: $1.at)
                }
            }
        #expect(logins.count > 1_500)
        #expect(GapTests.kolmogorovSmirnov(logins, segment.loginGap) < 1.63, "\(segment.name)")
        let waits = tenant.tickets.filter { $0.openedAt < last }.compactMap { ticket in
            ticket.closedAt.map { GapTests.rhythm.elapsed(from: ticket.openedAt, to: $0) }
        }
        #expect(waits.count > 500)
        #expect(GapTests.kolmogorovSmirnov(waits, SimulatedTenant.parameters().tickets.solved) < 1.63)
    }

    @Test(arguments: segments) func salesTakeAsLongAsAskedFor(_ segment: SimulationSegment) throws {
        let parameters = SimulatedTenant.parameters { $0.segments = [segment] }
        let settings = SimulationSettings(
            seed: 1, customers: 1, months: 24, end: Simulation.sampleEnd, parameters: parameters)
        let created = try #require(LocalDateTime("2025-02-27T16:40"))
        var generator = SplitMix64(seed: 31)
        let lengths = (0..<600).compactMap { _ -> Double? in
            let profile = LeadProfile(parameters.segments, &generator)
            let journey = LeadJourney(profile: profile, createdAt: created, settings: settings, &generator)
            return journey.decisionAt.map { GapTests.rhythm.elapsed(from: created, to: $0) }
        }
        #expect((520...590).contains(lengths.count), "one in fourteen is never decided")
        #expect(GapTests.kolmogorovSmirnov(lengths, segment.saleGap) < 1.63)
    }

    @Test func ticketsOfDecliningCustomersWaitLonger() {
        let ill = SimulatedTenant.parameters {
            $0.mess = .none
            $0.decline.begins = 1
            $0.decline.ends = 0
            $0.decline.beginsQuality = 0
            $0.churn.base = -100
        }
        let tenant = SimulatedTenant(
            SimulationSettings(
                seed: 5, customers: 60, leads: 1, months: 24, end: Simulation.sampleEnd, parameters: ill))
        let last = tenant.end.adding(days: -250).midnight
        let waits = tenant.tickets.filter { $0.openedAt < last }.compactMap { ticket in
            ticket.closedAt.map { GapTests.rhythm.elapsed(from: ticket.openedAt, to: $0) }
        }
        #expect(waits.count > 300)
        #expect(GapTests.kolmogorovSmirnov(waits, ill.tickets.solvedDeclining) < 1.63)
        #expect(GapTests.kolmogorovSmirnov(waits, ill.tickets.solved) > 1.63)
    }

    @Test func aWrongDistributionIsRefused() throws {
        let small = try #require(GapTests.segments.first { $0.name == "small" })
        let gaps = GapTests.touchGaps(small, SimulationTests.tidy)
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
        let end = GapTests.rhythm.moment(after: start, days: days)
        // A minute of the busiest hour is about 0.004 of a day.
        #expect(abs(GapTests.rhythm.elapsed(from: start, to: end) - days) < 0.004)
        #expect(GapTests.rhythm.elapsed(from: end, to: start) == -GapTests.rhythm.elapsed(from: start, to: end))
    }
}
