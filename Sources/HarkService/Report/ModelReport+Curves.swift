import HarkCore

extension ModelReport {
    /// Whether forecasts come true: a dot for each tenth of the records, with its 95% interval, beside the diagonal of
    /// a perfect model.
    var calibrationPlot: Plot {
        var plot = Plot(
            "Calibration", finding(of: .calibration).conclusion, x: .share("forecast"), y: .share("came true"))
        plot.line([(0, 0), (1, 1)], "ideal")
        for point in calibration {
            let interval = ModelReport.interval(of: point.observed, count: point.count)
            plot.line([(point.forecast, interval.lowerBound), (point.forecast, interval.upperBound)], "interval")
        }
        plot.line(calibration.map { ($0.forecast, $0.observed) }, "model")
        for point in calibration {
            let tip =
                "\(point.forecast.percent) foretold, \(point.observed.percent) came true, \(point.count) records"
            plot.dot((point.forecast, point.observed), "model", tip: tip)
        }
        return plot
    }

    /// How much of what there is to find is found by working through the highest scores first.
    var gainPlot: Plot {
        var plot = Plot(
            "Gain", finding(of: .gain).conclusion, x: .share("share of \(words.records), best first"),
            y: .share("share of those that \(words.positive)"))
        plot.line([(0, 0), (1, 1)], "ideal")
        plot.line([(0, 0)] + lift.map { ($0.share, $0.gain) }, "model")
        for point in lift {
            let tip =
                "the best \(point.share.percent) hold \(point.gain.percent) of all,"
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
        var plot = Plot(
            "Scores of held-out records", finding(of: .distribution).conclusion, x: scores,
            y: .upTo(top, words.records))
        for bin in distribution {
            let (low, high) = (Double(bin.positives), Double(bin.positives + bin.negatives))
            let range = "\(Int(bin.from))–\(Int(bin.below))"
            plot.box((bin.from, 0), (bin.below, low), "positive", tip: "\(range): \(bin.positives) \(words.positive)")
            plot.box(
                (bin.from, low), (bin.below, high), "negative", tip: "\(range): \(bin.negatives) \(words.negative)")
        }
        return plot
    }

    /// The figures of ``calibrationPlot``.
    var calibrationNumbers: String {
        Markup.numbers(
            ["Foretold", "Came true", "95% interval", "Records"],
            calibration.map {
                let interval = ModelReport.interval(of: $0.observed, count: $0.count)
                return [$0.forecast.percent, $0.observed.percent, interval.percents, $0.count.grouped]
            })
    }

    /// The figures of ``gainPlot``.
    var gainNumbers: String {
        Markup.numbers(
            ["Highest", "Hold of all that \(words.positive)", "Times the usual rate"],
            lift.map { [$0.share.percent, $0.gain.percent, $0.lift.text(places: 1)] })
    }

    /// The figures of ``distributionPlot``, and today's open records beside them.
    var distributionNumbers: String {
        Markup.numbers(
            ["Score", words.positive, words.negative, "open today"],
            distribution.map {
                ["\(Int($0.from))–\(Int($0.below))", $0.positives.grouped, $0.negatives.grouped, $0.open.grouped]
            })
    }
}
