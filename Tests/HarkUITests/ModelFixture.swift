import HarkCore

extension Fixture {
    /// Two models: one with everything there is to see, and rules, of which little is known.
    static let models = [
        ModelReport(
            target: .conversion, model: "conversion v3", trainedAt: now.adding(days: -2), positives: 410,
            negatives: 620, measuredOn: "the newest fifth of the leads",
            quality: [
                .init(
                    "AUC", 0.872, low: 0.851, high: 0.893, meaning: "how often a won lead is ranked above a lost one"),
                .init("Log-loss", 0.412, meaning: "lower is better"),
                .init("Calibration error", 0.018, meaning: "mean distance of forecast and outcome"),
            ],
            calibration: (0..<10).map { step in
                let forecast = 0.05 + 0.1 * Double(step)
                return .init(
                    forecast: forecast, observed: forecast + (step.isMultiple(of: 2) ? 0.03 : -0.02), count: 41)
            },
            lift: (1...10).map { step in
                let share = Double(step) / 10
                let gain = 1 - (1 - share) * (1 - share)
                return .init(share: share, gain: gain, lift: gain / share)
            },
            importance: [
                .init(feature: "pages", label: "pages visited", facet: .engagement, value: 0.61),
                .init(feature: "source", label: "source", facet: .fit, value: 0.32),
                .init(feature: "words", label: "words of the messages", facet: .engagement, value: 0.2),
            ],
            shapes: [pages, source],
            correlation: .init(
                labels: ["pages visited", "time spent", "source"],
                values: [[1, 0.62, -0.05], [0.62, 1, -0.3], [-0.05, -0.3, 1]]),
            confusion: .init(cutoff: 70, truePositives: 60, falsePositives: 20, falseNegatives: 22, trueNegatives: 104),
            slips: .init(
                checked: 41,
                groups: [.init(label: "source", value: "referral", count: 190, forecast: 0.48, observed: 0.66)],
                misses: [
                    .init(.init(.lead, 12), name: "Fjord \u{202E}Foods", score: 8, cameTrue: true),
                    .init(.init(.lead, 7), name: "Bergen Fjordline", score: 93, cameTrue: false),
                ]),
            funnels: [
                .init(
                    "leads", steps: ["came in", "qualified", "won"],
                    records: (0..<1_030).map { ($0 < 410 ? 2 : $0 % 2, $0 > 1_000) })
            ],
            distribution: (0..<10).map { step in
                .init(
                    from: 10 * Double(step), below: 10 * Double(step + 1), positives: step * step / 2,
                    negatives: (9 - step) * 5, open: 7 * step)
            },
            drift: [
                .init(feature: "source", label: "source", index: 0.31),
                .init(feature: "pages", label: "pages visited", index: 0.04),
            ], notes: ["Nothing in the columns looks as if it had been written after the outcome."]),
        ModelReport(
            target: .churn, model: "rules", positives: 12, negatives: 40,
            funnels: [
                .init(
                    "customers", isSequence: false,
                    steps: [.init("active", reached: 31), .init("at-risk", reached: 9), .init("churned", reached: 12)])
            ],
            notes: ["12 left and 40 stayed: a model is learned from 40 and 40 on."]),
    ]

    private static let pages = ModelReport.Shape(
        feature: "pages", label: "pages visited",
        steps: [
            .init(label: "missing", logOdds: -0.31, rate: 0.3, count: 80),
            .init(label: "below 2", below: 2, logOdds: -1.1, rate: 0.12, count: 210),
            .init(label: "2 to below 5", from: 2, below: 5, logOdds: -0.2, rate: 0.34, count: 330),
            .init(label: "5 to below 9", from: 5, below: 9, logOdds: 0.5, rate: 0.55, count: 250),
            .init(label: "9 or more", from: 9, logOdds: 1.2, rate: 0.71, count: 160),
        ])

    private static let source = ModelReport.Shape(
        feature: "source", label: "source",
        steps: [
            .init(label: "referral", logOdds: 0.8, rate: 0.66, count: 190),
            .init(label: "a very long \u{202E}name of a source", logOdds: -0.4, rate: 0.28, count: 840),
        ] + (1...40).map { .init(label: "partner \($0)", logOdds: Double($0 - 20) / 50, rate: 0.4, count: 3 * $0) })
}
