import HarkCore
import HarkLearning
import HarkPrediction
import Testing

struct InsightTests {
    static let cutoffs = PriorityCutoffs()

    static func predictor(seed: UInt64 = 1) throws -> Predictor {
        try Predictor.trained(
            onLeads: Histories.leads(400, seed: seed), now: Histories.now, version: 1, seed: seed,
            settings: TrainingTests.light)
    }

    /// The sceptic's test: change one field of any lead, and only the parts that read it move.
    @Test(arguments: [UInt64(1), 2])
    func aChangedFieldMovesItsOwnReasonsOnly(seed: UInt64) throws {
        let predictor = try Self.predictor(seed: seed)
        var generator = SeededGenerator(seed: seed)
        let leads = Histories.leads(1, open: 30, seed: seed + 10)
        for lead in leads {
            let before = predictor.score(lead, now: Histories.now, cutoffs: Self.cutoffs)
            for (feature, value) in [
                ("source", "referral"), ("source", ""), ("company size", "450"), ("Engagement Score", "12.5"),
                ("pricing_visits", String(Int.random(in: 0...9, using: &generator))), ("Region", "South"),
            ] {
                let after = try predictor.score(
                    lead, if: feature, is: value, now: Histories.now, cutoffs: Self.cutoffs)
                let name = feature.lowercased().replacing(" ", with: "_")
                var moved = 0.0
                for (old, new) in zip(before.contributions, after.contributions) {
                    let reads = old.feature.lowercased().split(separator: " × ").contains { $0 == name }
                    let isShared = old.feature == "calibration" || old.feature.hasSuffix("in combination")
                    if !reads, !isShared { #expect(old.logOdds == new.logOdds, "\(feature)") }
                    moved += new.logOdds - old.logOdds
                }
                #expect(abs(after.logOdds - before.logOdds - moved) < 1e-9)
                #expect(after.sum == after.logOdds)
            }
        }
    }

    /// Setting the feature in the record itself, where the record has it, gives the same score to the last bit.
    @Test func whatIfIsWhatWouldBe() throws {
        let predictor = try Self.predictor()
        var lead = Histories.leads(1, open: 5, seed: 20)[3]
        let asked = try predictor.score(
            lead, if: "engagement_score", is: "97", now: Histories.now, cutoffs: Self.cutoffs)
        lead.lead.engagementScore = 97
        #expect(predictor.score(lead, now: Histories.now, cutoffs: Self.cutoffs) == asked)
    }

    @Test func whatIfRefusesWhatItDoesNotKnow() throws {
        let predictor = try Self.predictor()
        let lead = Histories.leads(1, seed: 1)[0]
        for (feature, value, error) in [
            ("shoe_size", "4", PredictionError.unknownColumn("shoe_size")),
            (
                "engagement_score", "high",
                .invalidSetting(name: "engagement_score", reason: "needs a number, not 'high'")
            ),
        ] {
            #expect(throws: error) {
                try predictor.score(lead, if: feature, is: value, now: Histories.now, cutoffs: Self.cutoffs)
            }
        }
    }

    @Test func bothSidesComeFromTheSameSum() throws {
        let predictor = try Self.predictor()
        for lead in Histories.leads(1, open: 20, seed: 30) {
            let score = predictor.score(lead, now: Histories.now, cutoffs: Self.cutoffs)
            for (side, facet) in [(score.fit, Facet.fit), (score.engagement, .engagement)] {
                let sum = score.contributions.filter { $0.facet == facet }.reduce(0) { $0 + $1.logOdds }
                #expect(side == 100 * sigmoid(sum))
            }
            #expect(score.contributions.allSatisfy { ($0.facet == nil) == ($0.feature == "calibration") })
            #expect(score.baseRate == predictor.summary?.baseRate)
        }
    }

    @Test func theLeastThatCrossesIsProposed() throws {
        let predictor = Predictor.rules(for: .conversion)
        var proposals = 0
        for lead in Histories.leads(1, open: 40, seed: 40) {
            let score = predictor.score(lead, now: Histories.now, cutoffs: Self.cutoffs)
            guard let move = predictor.move(of: lead, now: Histories.now, cutoffs: Self.cutoffs) else {
                #expect(score.priority == .high)
                continue
            }
            proposals += 1
            #expect(move.before == score.value && move.gain >= 1 && !move.steps.isEmpty && move.steps.count <= 2)
            #expect(move.crosses == (move.priority > score.priority))
            #expect(move.priority == Self.cutoffs.priority(ofScore: move.after))
        }
        #expect(proposals > 10)
    }

    @Test func aReportHasEveryCurve() throws {
        let leads = Histories.leads(400, open: 60, seed: 1)
        let predictor = try Self.predictor()
        let report = predictor.report(on: leads, now: Histories.now, cutoff: 70)
        #expect(report.model == "conversion v1" && report.positives + report.negatives == 400)
        #expect(report.quality.first?.name == "AUC" && report.quality.first?.low != nil)
        #expect(report.calibration.reduce(0) { $0 + $1.count } == 80)
        #expect(report.lift.last?.gain == 1 && report.lift.count == 20)
        #expect(report.distribution.reduce(0) { $0 + $1.open } == 60)
        #expect(report.distribution.reduce(0) { $0 + $1.positives + $1.negatives } == 80)
        let confusion = try #require(report.confusion)
        #expect(
            confusion.truePositives + confusion.falsePositives + confusion.falseNegatives + confusion.trueNegatives
                == 80)
        #expect(report.importance.first.map { $0.value > 0 } == true && !report.shapes.isEmpty)
        #expect(report.correlation.labels.count == report.correlation.values.count)
        #expect(report.correlation.values.indices.allSatisfy { report.correlation.values[$0][$0] == 1 })
        #expect(!report.drift.isEmpty)
        let slips = try #require(report.slips)
        #expect(slips.checked > 0 && slips.groups.allSatisfy { $0.count >= 30 })
        #expect(slips.misses.allSatisfy { $0.cameTrue ? $0.score < 50 : $0.score > 50 })
        let read = try Predictor(json: predictor.json)
        #expect(read.report(on: leads, now: Histories.now, cutoff: 70) == report)
    }

    @Test func whatMovedIsNoticed() throws {
        let predictor = try Self.predictor()
        var leads = Histories.leads(1, open: 200, seed: 50)
        let calm = predictor.report(on: leads, now: Histories.now, cutoff: 70)
        #expect(calm.drift.first { $0.feature == "source" }?.verdict == .calm)
        for index in leads.indices { leads[index].lead.source = "ads" }
        let moved = predictor.report(on: leads, now: Histories.now, cutoff: 70)
        #expect(moved.drift.first { $0.feature == "source" }?.verdict == .drifted)
    }

    @Test func whatMovedAmongCustomersIsNoticed() throws {
        var customers = Histories.customers(600, seed: 4)
        let predictor = try Predictor.trained(
            onCustomers: customers, now: Histories.now, version: 1, seed: 1, settings: TrainingTests.light)
        func verdict() throws -> ModelReport.DriftVerdict {
            let report = predictor.report(on: customers, now: Histories.now, cutoff: 50)
            return try #require(report.drift.first { $0.feature == "Contract" }).verdict
        }
        #expect(try verdict() == .calm)
        // New contracts, sold since the training.
        for number in 0..<200 {
            var newcomer = customers[number]
            newcomer.customer.id = Identifier(Int64(1_000 + number))
            newcomer.customer.churned = false
            newcomer.customer.churnedAt = nil
            newcomer.customer.since = Histories.now.date
            newcomer.customer.attributes["Contract"] = .text("two-year")
            customers.append(newcomer)
        }
        #expect(try verdict() == .drifted)
    }

    @Test func aModelThatLearnedLessLosesTheContest() throws {
        let leads = Histories.leads(500, seed: 60)
        func trained(_ settings: TrainingSettings) throws -> Predictor {
            try Predictor.trained(onLeads: leads, now: Histories.now, version: 1, seed: 3, settings: settings)
        }
        let good = try trained(TrainingTests.light)
        var poor = TrainingTests.light
        poor.refused = [
            "source", "engagement_score", "page_visits", "page_visits_30d", "pricing_visits", "company_size",
        ]
        let bad = try trained(poor)
        let lost = try #require(bad.contest(with: good, leads: leads, seed: 3))
        #expect(lost.isLost && lost.rows == 100 && lost.candidate > lost.live)
        let same = try #require(good.contest(with: good, leads: leads, seed: 3))
        #expect(!same.isLost && same.candidate == same.live)
    }

    @Test func recalibrationBringsTheLevelBack() throws {
        let predictor = try Self.predictor()
        var leads = Histories.leads(300, seed: 70)
        for index in leads.indices {
            leads[index].lead.closedAt = Histories.now.adding(days: 20)
            if index.isMultiple(of: 2) { leads[index].lead.converted = false }
        }
        let result = try #require(predictor.recalibrated(onLeads: leads, version: 2, seed: 1))
        #expect(result.rows == 300 && result.predictor.name == "conversion v2")
        let asked = Histories.leads(1, open: 40, seed: 71)
        let before = predictor.scores(asked, now: Histories.now, cutoffs: Self.cutoffs)
        let after = result.predictor.scores(asked, now: Histories.now, cutoffs: Self.cutoffs)
        #expect(after.reduce(0) { $0 + $1.probability } < 0.8 * before.reduce(0) { $0 + $1.probability })
        for (old, new) in zip(before, after) {
            #expect(new.sum == new.logOdds)
            #expect(zip(old.contributions, new.contributions).dropLast().allSatisfy { $0.logOdds == $1.logOdds })
        }
        let read = try Predictor(json: result.predictor.json)
        #expect(read.scores(asked, now: Histories.now, cutoffs: Self.cutoffs) == after)
    }
}
