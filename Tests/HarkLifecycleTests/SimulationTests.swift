import HarkCore
import Testing

@testable import HarkLifecycle

struct SimulationTests {
    /// A tenant with nothing untidy and nothing thinned out.
    static let tidy: SimulatedTenant = {
        var settings = SimulationSettings(
            seed: 11, customers: 120, leads: 500, months: 24, end: Simulation.sampleEnd,
            parameters: SimulatedTenant.parameters { $0.mess = .none })
        settings.detailDays = 10_000
        return SimulatedTenant(settings)
    }()
    static let larkspur: SimulatedTenant = {
        SimulatedTenant(
            SimulationSettings(
                seed: 20_260_630, customers: 400, leads: 1_200, months: 24, end: Simulation.sampleEnd,
                parameters: SimulatedTenant.parameters()))
    }()

    @Test func theGeneratorIsSplitMix64() {
        var generator = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        #expect((0..<3).map { _ in generator.next() } == expected)
    }

    @Test func sameSeedSameTenant() {
        func tenant(_ seed: UInt64) -> SimulatedTenant {
            SimulatedTenant(
                SimulationSettings(
                    seed: seed, customers: 12, months: 6, end: Simulation.sampleEnd,
                    parameters: SimulatedTenant.parameters()))
        }
        let first = tenant(5)
        #expect(tenant(5) == first)
        #expect(tenant(6) != first)
    }

    /// Every kind of event there must be, in the sample that is shipped.
    static let kinds: [Event.Kind] = [
        .signedUp, .emailVerified, .firstPurchase, .upgrade, .usageDrop, .ticketRaised, .ticketSolved, .npsAnswered,
        .invoicePaid, .invoiceLate, .renewal, .downgrade, .churnPredicted, .churned, .wonBack, .login, .referral,
        .leadCreated, .pageVisit, .pricingVisit, .emailSent, .emailOpened, .emailReplied, .call, .meeting, .demoBooked,
        .demoHeld, .proposalSent, .stageChanged, .won, .lost, .note,
    ]

    @Test(arguments: kinds) func everyKindOfEventOccurs(_ kind: Event.Kind) {
        #expect(SimulationTests.larkspur.events.contains { $0.kind == kind })
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
        let industries = self.share(tenant.companies) { $0.industry == nil }
        let addresses = self.share(tenant.missing) { $0.contains(3) }
        let numbers = self.share(tenant.missing) { $0.contains(4) }
        let tidy = SimulationTests.tidy.missing.count { $0.isEmpty }
        #expect((0.01...0.05).contains(industries) && (0.01...0.05).contains(addresses))
        #expect((0.03...0.09).contains(numbers) && tidy == SimulationTests.tidy.leads.count)
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
            guard let since = customer.since, since >= tenant.end.adding(days: 1).adding(months: -24) else { continue }
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

    /// July and August against the two months that follow, as the number of leads grows.
    @Test func theYearHasItsRhythm() {
        let touches = SimulationTests.larkspur.events.filter { SimulationTests.isTouch($0.kind) }
        let counts = Dictionary(grouping: touches, by: \.at.date.month).mapValues { Double($0.count) }
        let quiet = (counts[7] ?? 0) + (counts[8] ?? 0)
        let busy = (counts[9] ?? 0) + (counts[10] ?? 0)
        #expect((0.35...0.75).contains(quiet / busy), "\(quiet) against \(busy)")
    }

    /// Silence and open tickets make customers leave: the nearer the end, the more of both.
    @Test func silenceAndTicketsComeBeforeLeaving() throws {
        let known = SimulationTests.larkspur.customers.filter { $0.churned != nil }
        func mean(_ name: String, _ left: Bool) -> Double {
            let values = known.filter { $0.churned == left }.compactMap { customer -> Double? in
                guard case .number(let value)? = customer.attributes[name] else { return nil }
                return value
            }
            return values.reduce(0, +) / Double(max(values.count, 1))
        }
        for name in ["days_since_login", "open_tickets", "late_invoices", "tickets_90d"] {
            #expect(mean(name, true) > 1.3 * mean(name, false), "\(name) \(mean(name, true)) \(mean(name, false))")
        }
    }

    /// Whether an event is one of the touches that follow the segment's gaps.
    static func isTouch(_ kind: Event.Kind) -> Bool {
        EventLook.of(kind).lane == .touch && kind != .pageVisit && kind != .pricingVisit
    }

    private func share<Element>(_ elements: [Element], of condition: (Element) -> Bool) -> Double {
        Double(elements.count(where: condition)) / Double(max(elements.count, 1))
    }
}
