import HarkCore
import HarkScreen

extension ModelChart {
    /// The scores of held-out records in tens, by outcome.
    var distributionLines: [[Run]] {
        let top = report.distribution.map { $0.positives + $0.negatives }.max() ?? 0
        let room = max(4, columns - 30)
        let (positive, negative, _) = report.words
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

    /// The terms by how many points they move a score on average; those that hardly do are counted.
    var importanceLines: [[Run]] {
        let top = max(report.importance.first?.value ?? 0, 1e-9)
        let shown = report.importance.filter { $0.value >= top / 100 }
        let rest = report.importance.count - shown.count
        let bars = shown.map { term in
            bar(
                term.label, term.value / top, report.points(of: term.value).text(places: 1),
                note: term.facet?.rawValue ?? "")
        }
        return bars + (rest > 0 ? [[Run("\(rest) others hardly count", .muted)]] : [])
    }

    /// How far today's records lie from those learned from.
    var driftLines: [[Run]] {
        report.drift.map { drift in
            let role: Role = drift.verdict == .calm ? .good : drift.verdict == .moving ? .warning : .danger
            return bar(drift.label, drift.index / 0.5, drift.index.text(places: 3), note: drift.verdict.rawValue, role)
        }
    }

    /// What each range or category of a feature adds: to the left what it takes away, to the right what it gives.
    func shapeLines(_ shape: ModelReport.Shape) -> [[Run]] {
        let steps = shape.steps.folded(to: max(rows - 1, 6))
        let points = steps.map { report.points(of: $0.logOdds) }
        let reach = max(points.map(\.magnitude).max() ?? 0, 1e-9)
        let width = min(max(steps.map(\.label.columns).max() ?? 0, 8), max(14, columns - 36))
        let half = max(3, (columns - width - 22) / 2)
        let full = glyphs.fillings[glyphs.fillings.count - 1]
        let blank = String(repeating: " ", count: half)
        let head = [
            Run(String(repeating: " ", count: width + 2 * half + 2)),
            Run("points".leftPadded(to: 7) + report.words.positive.leftPadded(to: 5) + "of".leftPadded(to: 8), .muted),
        ]
        return [head]
            + zip(steps, points).map { step, points in
                let length = Int((points.magnitude / reach * Double(half)).rounded())
                let block = String(repeating: full, count: length)
                let rest = String(repeating: " ", count: half - length)
                let isRise = step.logOdds >= 0
                let isFew = step.count < ModelReport.fewest
                let role: Role = isFew ? .muted : isRise == (report.target == .conversion) ? .good : .warning
                return [
                    Run(name(step.label, width) + " "), Run(isRise ? blank : rest + block, role),
                    Run(String(glyphs.now), .muted), Run(isRise ? block + rest : blank, role),
                    Run(points.signed.leftPadded(to: 7)),
                    Run((step.rate?.percent ?? "").leftPadded(to: 5) + step.count.grouped.leftPadded(to: 8), .muted),
                ]
            }
    }

    /// How features move together, each pair as a number from -1 to 1 and a shade; as many as there is room for.
    var correlationLines: [[Run]] {
        let labels = report.correlation.labels
        let width = min(22, max(12, columns / 3))
        let count = min(labels.count, max(2, (columns - width - 3) / 5), max(4, rows - 2))
        let head =
            [Run(String(repeating: " ", count: width + 3))]
            + (1...max(count, 1)).map { Run("\($0)".leftPadded(to: 5), .muted) }
        let lines = labels.prefix(count).enumerated().map { row, label in
            [Run("\(row + 1)".leftPadded(to: 2) + " " + name(label, width))]
                + (0..<count).map { cell(report.correlation.values[row][$0], isDiagonal: $0 == row) }
        }
        let rest =
            count < labels.count ? [[Run("the first \(count) of \(labels.count); more with more room", .muted)]] : []
        return [head] + lines + rest
    }

    private func cell(_ value: Double, isDiagonal: Bool) -> Run {
        guard !isDiagonal else { return Run(String(glyphs.bullet).leftPadded(to: 5), .muted) }
        let role: Role = value.magnitude < 0.1 ? .muted : value < 0 ? .warning : .good
        return Run((String(glyphs.shade(value.magnitude)) + value.text(places: 1).leftPadded(to: 4)), role)
    }

    func bar(_ label: String, _ share: Double, _ number: String, note: String, _ role: Role = .good) -> [Run] {
        let width = min(26, max(14, columns / 3))
        let room = max(4, columns - width - 9 - 12)
        return [
            Run(name(label, width) + " "), Run(glyphs.bar(share, columns: room), role),
            Run(number.leftPadded(to: 8)), Run(" " + note, .muted),
        ]
    }
}
