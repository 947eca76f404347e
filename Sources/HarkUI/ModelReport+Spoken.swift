import HarkCore
import HarkScreen

extension ModelReport {
    /// A chart in sentences, one a line: what follows from it, then its figures. A curve drawn in dots is nothing to
    /// listen to.
    func spoken(_ chart: Chart) -> String {
        let sentences = [finding(of: chart).conclusion] + figures(of: chart)
        return sentences.map { SafeText($0, .line).string }.joined(separator: "\n")
    }

    private func figures(of chart: Chart) -> [String] {
        switch chart {
        case .quality: quality.map { "\($0.name) \($0.value.text(places: 3)), \($0.meaning)" } + notes
        case .distribution:
            distribution.map {
                "score \(Int($0.from)) to \(Int($0.below)): \($0.positives.grouped) \(words.positive), "
                    + "\($0.negatives.grouped) \(words.negative), \($0.open.grouped) open"
            }
        case .calibration: calibration.map { "foretold \($0.forecast.percent), came true \($0.observed.percent)" }
        case .gain: lift.map { "best \($0.share.percent): \($0.gain.percent) of all that \(words.positive)" }
        case .confusion: confusion.map(figures) ?? []
        case .slips: slips.map(figures) ?? []
        case .importance:
            importance.map { term in
                [term.label, "\(points(of: term.value).text(places: 1)) points", term.facet?.rawValue ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: ", ")
            }
        case .correlation: associations
        case .drift: drift.map { "\($0.label) \($0.index.text(places: 3)), \($0.verdict.rawValue)" }
        case .funnel(let index): figures(funnels[index])
        case .shape(let index):
            shapes[index].steps.map { step in
                let rate = step.rate.map { ", \($0.percent) \(words.positive)" } ?? ""
                return "\(step.label): \(points(of: step.logOdds).signed) points\(rate), of \(step.count.grouped)"
            }
        }
    }

    private func figures(_ matrix: ConfusionMatrix) -> [String] {
        let cutoff = matrix.cutoff.text(places: 0)
        return [
            "score \(cutoff) or more: \(matrix.truePositives.grouped) \(words.positive), "
                + "\(matrix.falsePositives.grouped) \(words.negative)",
            "below: \(matrix.falseNegatives.grouped) \(words.positive), "
                + "\(matrix.trueNegatives.grouped) \(words.negative)",
        ]
    }

    private func figures(_ slips: Slips) -> [String] {
        slips.groups.map {
            "\($0.label) \($0.value), \($0.count.grouped): foretold \($0.forecast.percent), "
                + "came true \($0.observed.percent)"
        }
            + slips.misses.map {
                "\($0.name), score \($0.score.text(places: 0)), but \($0.cameTrue ? words.positive : words.negative)"
            }
    }

    private func figures(_ funnel: Funnel) -> [String] {
        funnel.steps.enumerated().map { place, step in
            let share = Double(step.reached) / Double(max(funnel.total, 1))
            guard funnel.isSequence else { return "\(step.name): \(step.reached.grouped), \(share.percent)" }
            let onward = funnel.goesOn(from: place).map { ", \($0.percent) went on" } ?? ""
            let isLast = place == funnel.steps.count - 1
            let stay = isLast ? "" : ", \(funnel.ended(at: place).grouped) ended, \(step.waiting.grouped) still here"
            return "\(step.name): \(step.reached.grouped) came\(onward)\(stay)"
        }
    }

    /// The pairs of features that have something in common, the closest first.
    private var associations: [String] {
        let labels = correlation.labels
        let pairs = labels.indices.flatMap { row in
            labels.indices.dropFirst(row + 1).map { (row, $0, correlation.values[row][$0]) }
        }
        return pairs.filter { $0.2.magnitude >= 0.1 }.sorted { $0.2.magnitude > $1.2.magnitude }.map {
            "\(labels[$0]) and \(labels[$1]): \($2.text(places: 1))"
        }
    }
}
