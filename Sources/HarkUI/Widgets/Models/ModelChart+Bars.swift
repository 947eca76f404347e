import HarkCore
import HarkScreen

extension ModelChart {
    /// The scores of held-out records in tens, by outcome.
    var distributionLines: [[Run]] {
        let top = report.distribution.map { $0.positives + $0.negatives }.max() ?? 0
        let room = max(4, columns - 30)
        let (positive, negative) = report.outcomes
        let head =
            [Run("score".fitted(to: 8), .muted), Run(positive.leftPadded(to: 7), .good)]
            + [Run(negative.leftPadded(to: 7), .muted), Run("open".leftPadded(to: 7), .muted)]
        return [head]
            + report.distribution.reversed().map { bin in
                let scale = Double(room) / Double(max(top, 1))
                let first = Int((Double(bin.positives) * scale).rounded())
                let all = Int((Double(bin.positives + bin.negatives) * scale).rounded())
                return [
                    Run("\(Int(bin.from))-\(Int(bin.below))".fitted(to: 8)),
                    Run(bin.positives.grouped.leftPadded(to: 7)), Run(bin.negatives.grouped.leftPadded(to: 7), .muted),
                    Run(bin.open.grouped.leftPadded(to: 7), .muted), Run(" "),
                    Run(String(repeating: glyphs.fillings[glyphs.fillings.count - 1], count: first), .good),
                    Run(String(repeating: glyphs.shades[1], count: max(0, all - first)), .muted),
                ]
            }
    }

    /// The terms by what they add on average.
    var importanceLines: [[Run]] {
        let top = report.importance.first?.value ?? 1
        return [[Run("what each adds to the log-odds on average", .muted)]]
            + report.importance.map { term in
                bar(
                    term.label, term.value / max(top, 1e-9), term.value.text(places: 3),
                    note: term.facet?.rawValue ?? "")
            }
    }

    /// How far today's records lie from those learned from.
    var driftLines: [[Run]] {
        [[Run("population stability index: below .1 calm, from .25 on drifted", .muted)]]
            + report.drift.map { drift in
                let role: Role = drift.verdict == .calm ? .good : drift.verdict == .moving ? .warning : .danger
                return bar(
                    drift.label, drift.index / 0.5, drift.index.text(places: 3), note: drift.verdict.rawValue, role)
            }
    }

    /// What each range of a feature adds: to the left what it takes away, to the right what it gives.
    func shapeLines(_ shape: ModelReport.Shape) -> [[Run]] {
        let steps = shape.steps.merged(to: max(rows - 2, 8))
        let reach = max(steps.map(\.logOdds.magnitude).max() ?? 0, 1e-9)
        let half = max(3, (columns - 42) / 2)
        let full = glyphs.fillings[glyphs.fillings.count - 1]
        let head = [Run("adds to the log-odds; the share that \(report.outcomes.positive), and of how many", .muted)]
        return [head]
            + steps.map { step in
                let length = Int((step.logOdds.magnitude / reach * Double(half)).rounded())
                let block = String(repeating: full, count: length)
                let blank = String(repeating: " ", count: half - length)
                let empty = String(repeating: " ", count: half)
                let isRise = step.logOdds >= 0
                let role: Role = isRise == (report.target == .conversion) ? .good : .warning
                return [
                    Run(name(step.label, 20) + " "), Run(isRise ? empty : blank + block, role),
                    Run(String(glyphs.now), .muted), Run(isRise ? block + blank : empty, role),
                    Run(step.logOdds.signedHundredths.leftPadded(to: 7)),
                    Run((step.rate?.percent ?? "").leftPadded(to: 5) + step.count.grouped.leftPadded(to: 8), .muted),
                ]
            }
    }

    /// How features move together, each pair as a number from -1 to 1 and a shade.
    var correlationLines: [[Run]] {
        let width = min(22, max(12, columns / 3))
        let count = min(report.correlation.labels.count, max(2, (columns - width - 3) / 5))
        let head =
            [Run(String(repeating: " ", count: width + 3))]
            + (1...max(count, 1)).map { Run("\($0)".leftPadded(to: 5), .muted) }
        let lines = report.correlation.labels.prefix(count).enumerated().map { row, label in
            [Run("\(row + 1)".leftPadded(to: 2) + " " + name(label, width))]
                + (0..<count).map { cell(report.correlation.values[row][$0], isDiagonal: $0 == row) }
        }
        return [[Run("from -1, one falls when the other rises, to 1, they rise together", .muted)], head] + lines
    }

    private func cell(_ value: Double, isDiagonal: Bool) -> Run {
        guard !isDiagonal else { return Run(String(glyphs.bullet).leftPadded(to: 5), .muted) }
        let role: Role = value.magnitude < 0.1 ? .muted : value < 0 ? .warning : .good
        return Run((String(glyphs.shade(value.magnitude)) + value.text(places: 1).leftPadded(to: 4)), role)
    }

    private func bar(_ label: String, _ share: Double, _ number: String, note: String, _ role: Role = .good) -> [Run] {
        let width = min(26, max(14, columns / 3))
        let room = max(4, columns - width - 9 - 12)
        return [
            Run(name(label, width) + " "), Run(glyphs.bar(share, columns: room), role),
            Run(number.leftPadded(to: 8)), Run(" " + note, .muted),
        ]
    }
}
