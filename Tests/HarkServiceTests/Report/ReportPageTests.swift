import Foundation
import HarkCore
import Testing

@testable import HarkService

extension ModelReport {
    /// A small model of everything there can be, told by hand.
    static func sample(label: String = "Pages visited") -> ModelReport {
        ModelReport(
            target: .conversion, model: "conversion v3", positives: 410, negatives: 620,
            measuredOn: "the newest fifth", quality: [Measure("AUC", 0.87, low: 0.85, high: 0.89, meaning: "ranking")],
            calibration: [0.1, 0.4, 0.8].map { CalibrationPoint(forecast: $0, observed: $0 + 0.02, count: 100) },
            lift: [LiftPoint(share: 0.1, gain: 0.3, lift: 3), LiftPoint(share: 1, gain: 1, lift: 1)],
            importance: [Importance(feature: "pages", label: label, facet: .engagement, value: 0.4)],
            shapes: [
                Shape(
                    feature: "pages", label: label,
                    steps: [
                        Step(label: "below 3", below: 3, logOdds: -0.8, rate: 0.2, count: 500),
                        Step(label: "3 or more", from: 3, logOdds: 0.9, rate: 0.6, count: 530),
                    ]),
                Shape(
                    feature: "city", label: "City",
                    steps: (1...30).map {
                        Step(label: "\(label) \($0)", logOdds: Double($0) / 10, rate: 0.5, count: 40)
                    }),
            ],
            correlation: CorrelationMatrix(labels: [label, "Source"], values: [[1, -0.3], [-0.3, 1]]),
            confusion: ConfusionMatrix(
                cutoff: 70, truePositives: 60, falsePositives: 20, falseNegatives: 30, trueNegatives: 90),
            slips: Slips(
                checked: 9, groups: [Slip(label: label, value: "3 or more", count: 90, forecast: 0.4, observed: 0.6)],
                misses: [Miss(RecordReference(.lead, 512), name: "Ole Berg", score: 93, cameTrue: false)]),
            funnels: [
                Funnel("leads", steps: ["came in", "won"], records: [(0, true), (0, false), (1, false)]),
                Funnel("leads", isSequence: false, steps: [FunnelStep(label, reached: 7)]),
            ],
            distribution: [DistributionBin(from: 0, below: 10, positives: 2, negatives: 30)],
            drift: [Drift(feature: "pages", label: label, index: 0.3)], notes: ["Nothing strange."])
    }
}

struct ReportPageTests {
    private static let moment = LocalDateTime(secondsSinceEpoch: 1_795_338_000)

    private func page(_ models: [ModelReport], tenant: String = "Larkspur") -> String {
        ReportPage(tenant: tenant, at: ReportPageTests.moment, models: models).html
    }

    @Test(arguments: [
        "<h1>Larkspur</h1>", "learned from 410 leads that won and 620 that lost", "measured on the newest fifth",
        "<b>0.870</b><span>AUC</span><small>0.850 to 0.890", "10% foretold, 12% came true, 100 records",
        "the best 10% hold 30% of all, 3.0 times the usual rate", "0–10: 30 lost",
        "Of 80 leads at 70 or more, 60 won (75%)",
        "below 3: -17 points, 20% of 500 won", "Pages visited with Source: -0.30", "drifted", "Nothing strange.",
        "Where is it wrong?", "Pages visited: 3 or more</th><td>90</td><td>40%</td><td>60%</td><td>50 to 70%",
        "lead 512</th><td>93</td><td>lost", "How far do leads come?", "Pages visited 30</th>", "19 others</th>",
        "<desc>", "Numbers</summary>",
    ])
    func says(_ words: String) {
        #expect(page([.sample()]).contains(words))
    }

    @Test("Nothing is loaded, nothing runs")
    func standsAlone() {
        let html = page([.sample()])
        for word in ["<script", "http:", "https:", "url(", "src=", "@import", "href="] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.contains("default-src 'none'"))
    }

    @Test(
        "Words from outside stay words",
        arguments: ["<script>x()</script>", "a\" onload=\"x", "\u{202E}evil", "\u{1B}[31m", "\u{200F}evil"])
    func isSafe(_ name: String) {
        let html = page([.sample(label: name)], tenant: name)
        #expect(!html.contains("<script>") && !html.contains("\" onload"))
        #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{1B}"))
        #expect(!html.unicodeScalars.contains("\u{200F}"))
    }

    @Test("A model of rules has its notes and no empty chart")
    func showsRules() {
        let html = page([ModelReport(target: .churn, model: "rules", notes: ["12 left and 40 stayed: too few."])])
        #expect(html.contains("12 left and 40 stayed"))
        #expect(!html.contains("<svg") && !html.contains("<article"))
    }

    @Test func holdsNoName() { #expect(!page([.sample()]).contains("Ole Berg")) }

    @Test("A name of ten thousand signs is cut, and the page says whose it is")
    func cutsLongNames() {
        let html = page(
            [.sample(label: String(repeating: "x", count: 10_000))], tenant: String(repeating: "y", count: 10_000))
        #expect(html.utf8.count < 400_000)
        #expect(Session.isReport(startingWith: String(html.prefix(1_000))))
        #expect(!Session.isReport(startingWith: "<!doctype html><title>mine</title>"))
    }

    @Test(
        "Scales end on round numbers",
        arguments: [(0.0, 37.0, 0.0, 40.0, 5), (-0.81, 0.93, -1.0, 1.0, 5), (0, 0, 0, 0.5, 2), (0, 1_234, 0, 1_500, 4)])
    func scale(_ low: Double, _ high: Double, _ first: Double, _ last: Double, _ ticks: Int) {
        let scale = Plot.Scale.spanning(low, high, "")
        #expect(scale.range.lowerBound <= low && scale.range.upperBound >= high)
        #expect(abs(scale.range.lowerBound - first) < 1e-6 && abs(scale.range.upperBound - last) < 1e-6)
        #expect(scale.ticks.count == ticks)
    }
}
