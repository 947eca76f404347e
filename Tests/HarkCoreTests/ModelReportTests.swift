import HarkCore
import Testing

struct ModelReportTests {
    private static let numbers: [ModelReport.Step] = [
        .init(label: "unknown", logOdds: -0.31, rate: 0.3, count: 80),
        .init(label: "below 2", below: 2, logOdds: -1.1, rate: 0.12, count: 210),
        .init(label: "2 to below 5", from: 2, below: 5, logOdds: -0.2, rate: 0.34, count: 330),
        .init(label: "5 to below 9", from: 5, below: 9, logOdds: 0.5, rate: 0.55, count: 250),
        .init(label: "9 or more", from: 9, logOdds: 1.2, rate: 0.71, count: 160),
    ]
    private static let categories: [ModelReport.Step] = [
        .init(label: "web", logOdds: 0.1, rate: 0.5, count: 10),
        .init(label: "fair", logOdds: -2, rate: 0.1, count: 90),
        .init(label: "partner", logOdds: 1.5, rate: 0.8, count: 100),
        .init(label: "cold", logOdds: 0.4, rate: 0.2, count: 30),
    ]

    @Test(
        "Neighbouring ranges that add nearly the same become one",
        arguments: [
            (5, ["unknown", "below 2", "2 to below 5", "5 to below 9", "9 or more"]),
            (4, ["unknown", "below 2", "2 to 8", "9 or more"]), (2, ["unknown", "any"]), (1, ["unknown", "any"]),
        ])
    func merges(_ limit: Int, _ labels: [String]) {
        let merged = Self.numbers.merged(to: limit)
        #expect(merged.map(\.label) == labels)
        #expect(Self.weight(merged) == Self.weight(Self.numbers))
    }

    @Test(
        "The categories that matter most stay, from best to worst; the others become one",
        arguments: [
            (4, ["partner", "cold", "web", "fair"]), (3, ["partner", "fair", "2 others"]), (1, ["fair", "3 others"]),
        ])
    func folds(_ limit: Int, _ labels: [String]) {
        let folded = Self.categories.folded(to: limit)
        #expect(folded.map(\.label) == labels)
        #expect(Self.weight(folded) == Self.weight(Self.categories))
    }

    /// Records, and what they add together, to six decimals.
    private static func weight(_ steps: [ModelReport.Step]) -> [Int] {
        let sum = steps.reduce(0) { $0 + $1.logOdds * Double($1.count) }
        return [steps.reduce(0) { $0 + $1.count }, Int((sum * 1e6).rounded())]
    }

    @Test(
        "Ranges of whole numbers are said in whole numbers",
        arguments: [
            (nil, 0.5, true, "0"), (0.5, 1.5, true, "1"), (1.5, 4.5, true, "2 to 4"), (4.5, nil, true, "5 or more"),
            (nil, 3.5, true, "3 or less"), (0.5, 1.5, false, "0.50 to below 1.50"), (nil, nil, true, "any"),
            (4.5, 6, true, "5"), (6, nil, true, "6 or more"), (1_200, 31_000.5, true, "1,200 to 31,000"),
        ] as [(Double?, Double?, Bool, String)])
    func labels(_ from: Double?, _ below: Double?, _ areWhole: Bool, _ words: String) {
        #expect(ModelReport.Step.label(from: from, below: below, areWhole: areWhole) == words)
    }

    @Test(
        "Wilson's interval",
        arguments: [(0.5, 100, 0.404, 0.596), (0, 10, 0, 0.278), (1, 10, 0.722, 1), (0.3, 0, 0, 1)])
    func wilson(_ share: Double, _ count: Int, _ low: Double, _ high: Double) {
        let interval = ModelReport.interval(of: share, count: count)
        #expect(abs(interval.lowerBound - low) < 0.001 && abs(interval.upperBound - high) < 0.001)
    }

    @Test func aFunnelCountsWhoCameHowFar() {
        let records = [(0, false), (0, true), (2, false), (2, true), (3, false)]
        let funnel = ModelReport.Funnel("leads", steps: ["came in", "called", "offer", "won"], records: records)
        // Nobody stopped at "called", so it tells nothing.
        #expect(funnel.steps.map(\.name) == ["came in", "offer", "won"])
        #expect(funnel.steps.map(\.reached) == [5, 3, 1] && funnel.steps.map(\.waiting) == [1, 1, 0])
        #expect([0, 1, 2].map { funnel.ended(at: $0) } == [1, 1, 0])
        #expect([0, 1, 2].map { funnel.goesOn(from: $0) } == [0.75, 0.5, nil])
        let words = ModelReport(target: .conversion, model: "rules", funnels: [funnel]).finding(of: .funnel(0))
            .conclusion
        #expect(words == "Of 5 leads, 1 came to 'won' (20%). Most end at 'came in': 1, while 75% go on.")
    }

    private static func calibrated(_ observed: [Double], each: Int) -> ModelReport {
        ModelReport(
            target: .conversion, model: "m",
            calibration: zip([0.2, 0.4, 0.65], observed).map { .init(forecast: $0, observed: $1, count: each) })
    }

    @Test(
        "A calibration is trusted unless two tenths lie outside chance",
        arguments: [
            ([0.21, 0.4, 0.64], 400, "Of leads given about 65%, 64% won: you can take the number as it is."),
            (
                [0.3, 0.3, 0.6], 30,
                "Of leads given about 65%, 60% won: as far as 90 leads can tell, you can take the number as it is."
            ),
            (
                [0.3, 0.2, 0.65], 400,
                "Take the number with care: of leads given about 40%, 20% won (16 to 24%, 400 of them)."
            ),
        ])
    func calibration(_ observed: [Double], _ each: Int, _ words: String) {
        #expect(Self.calibrated(observed, each: each).finding(of: .calibration).conclusion == words)
    }

    @Test func aShapeNamesItsExtremesOfEnoughRecords() {
        let shape = ModelReport.Shape(feature: "source", label: "source", steps: Self.categories)
        let report = ModelReport(target: .conversion, model: "m", positives: 50, negatives: 50, shapes: [shape])
        #expect(
            report.finding(of: .shape(0)).conclusion
                == "Best is partner, +32 points (80% of 100 won); worst fair, -38 points (10% of 90 won).")
    }

    @Test func chartsAreThoseThatShowSomething() {
        let rules = ModelReport(target: .churn, model: "rules", notes: ["Too few outcomes."])
        #expect(rules.charts == [.quality])
        #expect(rules.finding(of: .quality).conclusion == "Too few outcomes.")
    }
}
