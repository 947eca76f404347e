import HarkCore

extension ModelReport {
    /// Whether forecasts come true: a dot for each tenth of the records, with its 95% interval, beside the diagonal of
    /// a perfect model.
    var calibrationPlot: Plot {
        var plot = Plot("Calibration", x: .share("forecast"), y: .share("came true"))
        plot.line([(0, 0), (1, 1)], "ideal")
        for point in calibration {
            let interval = ModelReport.wilson(point.observed, of: point.count)
            plot.line([(point.forecast, interval.lowerBound), (point.forecast, interval.upperBound)], "interval")
        }
        plot.line(calibration.map { ($0.forecast, $0.observed) }, "model")
        for point in calibration {
            let tip =
                "\(percent(point.forecast)) foretold, \(percent(point.observed)) came true, \(point.count) records"
            plot.dot((point.forecast, point.observed), "model", tip: tip)
        }
        return plot
    }

    /// How much of what there is to find is found by working through the highest scores first.
    var gainPlot: Plot {
        var plot = Plot("Gain", x: .share("share of records, best first"), y: .share("share found"))
        plot.line([(0, 0), (1, 1)], "ideal")
        plot.line([(0, 0)] + lift.map { ($0.share, $0.gain) }, "model")
        for point in lift {
            let tip =
                "the best \(percent(point.share)) hold \(percent(point.gain)) of all,"
                + " \(point.lift.text(places: 1)) times the usual rate"
            plot.dot((point.share, point.gain), "model", tip: tip)
        }
        return plot
    }

    /// The scores of records the model did not learn from, by outcome.
    var distributionPlot: Plot {
        let top = distribution.map { Double($0.positives + $0.negatives) }.max() ?? 1
        let scores = Plot.Scale(
            range: 0...100, ticks: [0, 20, 40, 60, 80, 100].map { ($0, "\(Int($0))") }, caption: "score")
        var plot = Plot("Scores of held-out records", x: scores, y: .upTo(top, "records"))
        for bin in distribution {
            let (low, high) = (Double(bin.positives), Double(bin.positives + bin.negatives))
            let range = "\(Int(bin.from))–\(Int(bin.below))"
            plot.box((bin.from, 0), (bin.below, low), "positive", tip: "\(range): \(bin.positives) \(words.positive)")
            plot.box(
                (bin.from, low), (bin.below, high), "negative", tip: "\(range): \(bin.negatives) \(words.negative)")
        }
        return plot
    }

    /// The 95% interval of a share by Wilson's formula (E. B. Wilson, 1927).
    static func wilson(_ share: Double, of count: Int) -> ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let (n, z) = (Double(count), 1.96)
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return max(middle - half, 0)...min(middle + half, 1)
    }

    func percent(_ share: Double) -> String { "\((100 * share).text(places: 0))%" }

    /// What the two outcomes are called.
    var words: (positive: String, negative: String, model: String, record: String) {
        switch target {
        case .conversion: ("won", "lost", "Lead score", "leads")
        case .churn: ("left", "stayed", "Churn risk", "customers")
        }
    }
}
