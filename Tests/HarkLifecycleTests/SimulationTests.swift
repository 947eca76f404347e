import HarkCore
import Testing

@testable import HarkLifecycle

struct SimulationTests {
    /// A tenant with nothing untidy and nothing thinned out.
    static let tidy: SimulatedTenant = {
        var settings = SimulationSettings(
            seed: 11, customers: 120, leads: 500, months: 24, end: Simulation.sampleEnd)
        settings.mess = 0
        settings.detailDays = 10_000
        return Simulation.tenant(settings)
    }()
    static let larkspur = Simulation.tenant(Simulation.larkspur)

    @Test func theGeneratorIsSplitMix64() {
        var generator = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        #expect((0..<3).map { _ in generator.next() } == expected)
    }

    @Test func sameSeedSameBytes() {
        let settings = SimulationSettings(seed: 5, customers: 12, months: 6, end: Simulation.sampleEnd)
        let texts = Simulation.tenant(settings).csvFiles.map(\.text)
        #expect(Simulation.tenant(settings).csvFiles.map(\.text) == texts)
        var other = settings
        other.seed = 6
        #expect(Simulation.tenant(other).csvFiles.map(\.text) != texts)
    }

    @Test func baseRatesArePlausible() {
        let tenant = SimulationTests.larkspur
        let closed = tenant.leads.filter { $0.converted != nil }
        let known = tenant.customers.filter { $0.churned != nil }
        let won = share(closed) { $0.converted == true }
        let churned = share(known) { $0.churned == true }
        #expect(tenant.leads.count == 1_200 && tenant.customers.count == 400)
        #expect((0.66...0.78).contains(Double(closed.count) / 1_200))
        #expect((0.30...0.38).contains(won))
        #expect((0.18...0.25).contains(churned))
    }

    @Test func theTruthIsLearnableButNotCertain() {
        let rows = zip(SimulationTests.larkspur.leadLogOdds, SimulationTests.larkspur.leads)
        let won = rows.filter { $0.1.converted == true }.map(\.0)
        let lost = rows.filter { $0.1.converted == false }.map(\.0)
        let pairs = Double(won.count * lost.count)
        let auc = won.reduce(0) { sum, high in sum + Double(lost.count { $0 < high }) } / pairs
        #expect((0.86...0.91).contains(auc))
    }

    @Test func nothingHappensBeforeItsBeginningOrAfterItsEnd() throws {
        let tenant = SimulationTests.tidy
        let last = Simulation.sampleEnd.adding(days: 1).midnight
        #expect(tenant.messyEvents == 0)
        #expect(tenant.tickets.allSatisfy { $0.openedAt < last && $0.closedAt ?? $0.openedAt < last })
        #expect(tenant.messages.allSatisfy { $0.at < last })
        for (subject, events) in Dictionary(grouping: tenant.events, by: \.subject) {
            #expect(events.allSatisfy { $0.at < last })
            if subject.kind == .lead {
                let lead = tenant.leads[Int(subject.id) - 1]
                #expect(events[0].kind == .leadCreated)
                #expect(events.allSatisfy { $0.at <= lead.closedAt ?? last })
            } else {
                #expect(events[0].kind == .signedUp)
                let gone = events.last { $0.kind == .churned }
                let isBack = events.contains { $0.kind == .wonBack }
                if let gone, !isBack { #expect(events.allSatisfy { $0.at <= gone.at }) }
            }
        }
    }

    @Test func messIsPlantedAndRare() {
        let tenant = SimulationTests.larkspur
        let share = Double(tenant.messyEvents) / Double(tenant.events.count)
        #expect((0.02...0.04).contains(share))
        #expect(tenant.leads.contains { $0.email == nil } && tenant.companies.contains { $0.industry == nil })
        let early = Dictionary(grouping: tenant.events.filter { $0.subject.kind == .customer }, by: \.subject)
            .values.filter { events in events.first?.kind != .signedUp }
        #expect(early.count < tenant.messyEvents)
    }

    @Test func whatIsCountedOfAClosedLeadWasCountedBeforeItsClosing() {
        let tenant = SimulationTests.tidy
        let bySubject = Dictionary(grouping: tenant.events, by: \.subject)
        for lead in tenant.leads {
            let events = bySubject[RecordReference(.lead, lead.id.rawValue)] ?? []
            let touches = events.count { SimulationTests.isTouch($0.kind) }
            let demos = events.count { $0.kind == .demoHeld }
            #expect(lead.attributes["touches"] == .number(Double(touches)))
            #expect(lead.attributes["demos"] == .number(Double(demos)))
        }
    }

    @Test func workHappensOnWorkingDays() {
        let touches = SimulationTests.tidy.events.filter { SimulationTests.isTouch($0.kind) }
        let onWeekdays = share(touches) { $0.at.date.weekday.daysSinceMonday < 5 }
        let inOffice = share(touches) { (7..<19).contains($0.at.hour) }
        #expect(onWeekdays > 0.97 && onWeekdays < 1)
        #expect(inOffice > 0.9 && inOffice < 1)
    }

    @Test func ticketsClusterAfterTheStartAndBeforeTheEnd() {
        let tenant = SimulationTests.larkspur
        var rates = (early: 0.0, later: 0.0, atEnd: 0.0)
        var days = (early: 0.0, later: 0.0, atEnd: 0.0)
        for customer in tenant.customers {
            guard let since = customer.since, since >= Simulation.larkspur.start else { continue }
            let end = customer.churnedAt ?? Simulation.sampleEnd
            let opened = tenant.tickets.filter { $0.customer == customer.id }.map { $0.openedAt.date }
            let settled = since.adding(days: 60)
            let closing = customer.churnedAt.map { $0.adding(days: -45) } ?? end
            rates.early += Double(opened.count { $0 < min(settled, end) })
            days.early += Double(min(settled, end).daysSinceEpoch - since.daysSinceEpoch)
            guard closing > settled else { continue }
            rates.later += Double(opened.count { $0 >= settled && $0 < closing })
            days.later += Double(closing.daysSinceEpoch - settled.daysSinceEpoch)
            rates.atEnd += Double(opened.count { $0 >= closing && $0 < end })
            days.atEnd += Double(end.daysSinceEpoch - closing.daysSinceEpoch)
        }
        #expect(rates.early / days.early > 3 * rates.later / days.later)
        #expect(rates.atEnd / days.atEnd > 1.5 * rates.later / days.later)
    }

    @Test func keenWordsAndBuyingGoTogether() {
        let closed = SimulationTests.larkspur.leads.filter { $0.converted != nil && $0.message != nil }
        let keen = closed.filter { $0.message?.contains("quote") == true || $0.message?.contains("budget app") == true }
        let cool = closed.filter {
            $0.message?.contains("just looking") == true || $0.message?.contains("free") == true
        }
        #expect(share(keen) { $0.converted == true } > 2 * share(cool) { $0.converted == true })
        #expect(Set(closed.map(\.message)).count > closed.count / 2)
    }

    @Test func shiftingMovesEveryDate() {
        let tenant = SimulationTests.larkspur
        let moved = tenant.shifted(byDays: 45)
        #expect(moved.end == tenant.end.adding(days: 45))
        #expect(moved.events.first?.at == tenant.events.first?.at.adding(days: 45))
        #expect(moved != tenant && moved.shifted(byDays: -45) == tenant)
    }

    /// Whether an event is one of the touches that follow the segment's gaps.
    static func isTouch(_ kind: Event.Kind) -> Bool {
        EventLook.of(kind).lane == .touch && kind != .pageVisit && kind != .pricingVisit
    }

    private func share<Element>(_ elements: [Element], of condition: (Element) -> Bool) -> Double {
        Double(elements.count(where: condition)) / Double(max(elements.count, 1))
    }
}
