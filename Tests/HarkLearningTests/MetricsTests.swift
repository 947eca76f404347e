import Testing

@testable import HarkLearning

struct MetricsTests {
    /// Worked out by hand: pairs won are (.9 over both negatives) and (.4 over .2 alone): 3 of 4.
    let four = (probabilities: [0.9, 0.6, 0.4, 0.2], outcomes: [true, false, true, false])

    @Test func fourRowsByHand() throws {
        let metrics = try Metrics(four.probabilities, outcomes: four.outcomes)
        #expect(metrics.auc == 0.75)
        #expect(abs(metrics.prAUC - (1 + 2.0 / 3) / 2) < 1e-12)
        #expect(abs(metrics.brier - (0.01 + 0.36 + 0.36 + 0.04) / 4) < 1e-12)
        // −(ln .9 + ln .4 + ln .4 + ln .8) / 4
        #expect(abs(metrics.logLoss - 0.540_271_38) < 1e-8)
        #expect(metrics.accuracy == 0.5)
        #expect(metrics.macroF1 == 0.5)
        // After .9 half of the positives and no negative is found.
        #expect(metrics.ks == 0.5)
        #expect(metrics.lift == 2)
        #expect(abs(metrics.ece - (0.1 + 0.6 + 0.6 + 0.2) / 4) < 1e-12)
        #expect(metrics.rows == 4 && metrics.positives == 2)
    }

    /// Shares of pairs won: positives 1 and ½, negatives ½ and 1; each variance is 1/8, halved by two rows.
    @Test func delongVarianceByHand() {
        #expect(Ranking(four.probabilities, outcomes: four.outcomes).aucVariance == 0.125)
    }

    @Test func tiesCountHalf() throws {
        let metrics = try Metrics([0.5, 0.5, 0.5, 0.5], outcomes: [true, false, false, true])
        #expect(metrics.auc == 0.5)
        #expect(metrics.prAUC == 0.5)
        #expect(metrics.lift == 1)
        #expect(metrics.ece == 0)
    }

    @Test func certaintyThatIsWrongStaysFinite() throws {
        let metrics = try Metrics([1, 0], outcomes: [false, true])
        #expect(metrics.auc == 0)
        #expect(abs(metrics.logLoss - 34.538_776) < 1e-5)
    }

    @Test func liftTakesTheHighestTenth() throws {
        let probabilities = (0..<20).map { Double($0) / 20 }
        // The two highest rows are positive, and three among the others: rate 1 against 5/20.
        let metrics = try Metrics(probabilities, outcomes: (0..<20).map { $0 >= 18 || $0 < 3 })
        #expect(metrics.lift == 4)
    }

    static let refused: [(probabilities: [Double], outcomes: [Bool], error: LearningError)] = [
        ([], [], .noRows),
        ([0.5], [true, false], .lengthMismatch(name: "probabilities", expected: 2, found: 1)),
        ([0.5, 0.4], [true, true], .oneClassOnly),
        ([0.5, .nan], [true, false], .invalidProbability(row: 1)),
        ([1.5, 0.5], [true, false], .invalidProbability(row: 0)),
    ]

    @Test(arguments: refused)
    func refuses(_ probabilities: [Double], _ outcomes: [Bool], _ error: LearningError) {
        #expect(throws: error) { try Metrics(probabilities, outcomes: outcomes) }
    }

    @Test func meanCountsEachPartTheSame() throws {
        let good = try Metrics([0.9, 0.1], outcomes: [true, false])
        let bad = try Metrics([0.1, 0.9], outcomes: [true, false])
        let mean = try #require(Metrics(meanOf: [good, bad]))
        #expect(mean.auc == 0.5)
        #expect(mean.rows == 4)
        #expect(Metrics(meanOf: []) == nil)
    }
}
