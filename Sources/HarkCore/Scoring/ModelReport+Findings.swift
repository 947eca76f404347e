extension ModelReport {
    var qualityFinding: Finding {
        guard let auc = quality.first(where: { $0.name == "AUC" }) else {
            return Finding(conclusion: notes.first ?? "Nothing was learned yet.", howToRead: "")
        }
        let grade =
            switch auc.value {
            case 0.9...: "very good"
            case 0.8...: "good"
            case 0.7...: "fair"
            case 0.6...: "weak"
            default: "little better than chance"
            }
        let range = auc.low.flatMap { low in auc.high.map { " (\(hundredths(low)) to \(hundredths($0)))" } } ?? ""
        return Finding(
            conclusion:
                "Of one that \(words.positive) and one that \(words.negative), it puts the right one first"
                + " \(hundredths(auc.value)) times in 100\(range): \(grade).",
            howToRead: "In brackets: where the true figure lies in 95 of 100 cases. The figures below are for experts.")
    }

    var distributionFinding: Finding {
        func mean(_ count: (DistributionBin) -> Int) -> Double? {
            let all = distribution.reduce(0) { $0 + count($1) }
            let sum = distribution.reduce(0) { $0 + Double(count($1)) * ($1.from + $1.below) / 2 }
            return all > 0 ? sum / Double(all) : nil
        }
        let howToRead = "Each bar: the \(words.records) within ten points of score, by what became of them."
        guard let high = mean(\.positives), let low = mean(\.negatives) else {
            return Finding(conclusion: "Too few outcomes to compare scores.", howToRead: howToRead)
        }
        let open = distribution.filter { $0.from >= 70 }.reduce(0) { $0 + $1.open }
        let all = distribution.reduce(0) { $0 + $1.open }
        let today = target == .conversion ? "open leads" : words.records
        return Finding(
            conclusion:
                "Those that \(words.positive) had \(high.text(places: 0)) points on average, those that"
                + " \(words.negative) \(low.text(places: 0))."
                + (all > 0 ? " Of today's \(all.grouped) \(today), \(open.grouped) have 70 or more." : ""),
            howToRead: howToRead)
    }

    var calibrationFinding: Finding {
        let howToRead =
            "Each dot is a tenth of the \(words.records): across, what the score foretold; up, what came true."
            + " On the dotted line both agree."
        let wrong = calibration.filter { !ModelReport.interval(of: $0.observed, count: $0.count).contains($0.forecast) }
        // One in twenty lies outside its interval by chance.
        guard wrong.count > 1, let worst = wrong.max(by: { $0.distance < $1.distance }), worst.distance >= 0.05 else {
            let typical = calibration.min { abs($0.forecast - 0.65) < abs($1.forecast - 0.65) }
            let example = typical.map {
                "Of \(words.records) given about \($0.forecast.percent), \($0.observed.percent) \(words.positive): "
            }
            let all = calibration.reduce(0) { $0 + $1.count }
            let reserve = all < 500 ? "as far as \(all.grouped) \(words.records) can tell, " : ""
            return Finding(
                conclusion: "\(example ?? "")\(reserve)you can take the number as it is.", howToRead: howToRead)
        }
        let range = ModelReport.interval(of: worst.observed, count: worst.count)
        return Finding(
            conclusion:
                "Take the number with care: of \(words.records) given about \(worst.forecast.percent),"
                + " \(worst.observed.percent) \(words.positive) (\(range.percents), \(worst.count.grouped) of them).",
            howToRead: howToRead)
    }

    var gainFinding: Finding {
        let howToRead =
            "Across, how many \(words.records) you work through, the highest scores first; up, how many of all that"
            + " \(words.positive) are among them. Dotted: in any order."
        guard let tenth = lift.first(where: { $0.share >= 0.0999 }) else {
            return Finding(conclusion: "Too few outcomes.", howToRead: howToRead)
        }
        let half = lift.first { $0.share >= 0.4999 }
        return Finding(
            conclusion:
                "The highest \(tenth.share.percent) hold \(tenth.gain.percent) of all that \(words.positive),"
                + " \(tenth.lift.text(places: 1)) times the usual rate"
                + (half.map { "; the highest half holds \($0.gain.percent)." } ?? "."),
            howToRead: howToRead)
    }

    var confusionFinding: Finding {
        guard let matrix = confusion else { return Finding(conclusion: "", howToRead: "") }
        let called = matrix.truePositives + matrix.falsePositives
        let found = matrix.precision.map {
            "Of \(called.grouped) \(words.records) at \(matrix.cutoff.text(places: 0)) or more,"
                + " \(matrix.truePositives.grouped) \(words.positive) (\($0.percent));"
        }
        let missed = matrix.falseNegatives
        return Finding(
            conclusion: (found ?? "No one scored \(matrix.cutoff.text(places: 0)) or more;")
                + " \(missed.grouped) that \(words.positive) scored lower"
                + (matrix.recall.map { $0 < 0.5 ? ". A lower cut-off would find more." : "." } ?? "."),
            howToRead: "Rows: the score at the cut-off in force. Columns: what became of them.")
    }

    var slipsFinding: Finding {
        guard let slips else { return Finding(conclusion: "", howToRead: "") }
        let howToRead =
            "Looked at: every category, and every number in fifths. A group is listed where chance allows it in 1 of 100"
            + " at most; below, single \(words.records) the score was surest and wrong of."
        guard let first = slips.groups.first else {
            return Finding(
                conclusion: "None of \(slips.checked) groups is over- or underrated by more than chance.",
                howToRead: howToRead)
        }
        let direction = first.observed > first.forecast ? "more" : "fewer"
        // One in a hundred passes the limit by chance alone.
        let isChance = Double(slips.groups.count) <= 1 + 0.02 * Double(slips.checked)
        return Finding(
            conclusion:
                "\(slips.groups.count) of \(slips.checked) groups \(slips.groups.count == 1 ? "lies" : "lie") off the forecast"
                + (isChance ? ", hardly more than chance brings." : ".")
                + " Most clearly \(first.label) \(first.value): \(direction) \(words.positive) than foretold,"
                + " \(first.observed.percent) instead of \(first.forecast.percent).",
            howToRead: howToRead)
    }

    private func hundredths(_ share: Double) -> String { (100 * share).text(places: 0) }
}

extension ModelReport.CalibrationPoint {
    /// How far the forecast lies from what came true.
    fileprivate var distance: Double { abs(forecast - observed) }
}

extension ClosedRange<Double> {
    /// A range of shares, such as `28 to 41%`.
    public var percents: String { "\(lowerBound.percent.dropLast()) to \(upperBound.percent)" }
}
