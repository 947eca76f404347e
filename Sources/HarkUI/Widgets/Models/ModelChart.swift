import HarkCore
import HarkScreen

/// One way of looking at a model, in letters and blocks.
struct ModelChart {
    let report: ModelReport
    let glyphs: Glyphs
    let columns: Int
    let rows: Int

    /// The text of the pane, one element a line; only shapes and lists may be longer than the pane.
    static func lines(_ state: Dashboard.State, columns: Int, rows: Int) -> [[Run]] {
        guard let (report, chart) = state.models.selected else { return [] }
        let drawing = ModelChart(report: report, glyphs: state.glyphs, columns: columns, rows: rows)
        return drawing.lines(of: chart)
    }

    /// What the chart says and how it is read, then the chart in the room that is left.
    private func lines(of chart: ModelReport.Chart) -> [[Run]] {
        let finding = report.finding(of: chart)
        let head = paragraph(finding.conclusion, .title) + paragraph(finding.howToRead, .muted)
        let gap: [[Run]] = rows > head.count + 14 ? [[]] : []
        let room = max(rows - head.count - gap.count, 6)
        return head + gap + ModelChart(report: report, glyphs: glyphs, columns: columns, rows: room).drawing(of: chart)
    }

    private func drawing(of chart: ModelReport.Chart) -> [[Run]] {
        switch chart {
        case .quality: qualityLines
        case .distribution: distributionLines
        case .calibration: calibrationLines
        case .gain: gainLines
        case .confusion: report.confusion.map(confusionLines) ?? []
        case .slips: report.slips.map(slipLines) ?? []
        case .importance: importanceLines
        case .correlation: correlationLines
        case .drift: driftLines
        case .funnel(let index): funnelLines(report.funnels[index])
        case .shape(let index): shapeLines(report.shapes[index])
        }
    }

    private var qualityLines: [[Run]] {
        let learned =
            "\(report.model), learned from \(report.positives.grouped) that \(report.words.positive) and"
            + " \(report.negatives.grouped) that \(report.words.negative)"
        let facts =
            [learned, report.measuredOn.isEmpty ? nil : "measured on \(report.measuredOn)"]
            + [report.trainedAt.map { "trained \($0.date)" }]
        let width = report.quality.map(\.name.columns).max() ?? 0
        let measures = report.quality.map { measure -> [[Run]] in
            let interval = measure.low.flatMap { low in
                measure.high.map { "  \(low.text(places: 3)) to \($0.text(places: 3))" }
            }
            let figure = [Run(measure.name.fitted(to: width + 2)), Run(measure.value.text(places: 3), .title)]
            let meaning = Run("  " + measure.meaning, .muted)
            let isWide = width + 28 + measure.meaning.columns <= columns
            let line = figure + [Run(interval ?? "", .muted)]
            return isWide ? [line + [meaning]] : [line, [meaning]]
        }
        let notes = report.notes.flatMap { note in [[]] + paragraph(note, .text) }
        let head = paragraph(facts.compactMap(\.self).joined(separator: "; ") + ".", .text)
        guard report.trainedAt != nil || !measures.isEmpty else { return Array(notes.dropFirst()) }
        return head + (measures.isEmpty ? [] : [[]]) + measures.flatMap(\.self) + notes
    }

    private var calibrationLines: [[Run]] {
        var plot = CharacterPlot(columns: columns, rows: rows)
        plot.line([(0, 0), (1, 1)], glyphs.track, .muted)
        for point in report.calibration { plot.mark(point.forecast, point.observed, glyphs.mark, .good) }
        return plot.lines(across: "forecast", glyphs: glyphs)
    }

    private var gainLines: [[Run]] {
        var plot = CharacterPlot(columns: columns, rows: rows)
        plot.line([(0, 0), (1, 1)], glyphs.track, .muted)
        plot.line([(0, 0)] + report.lift.map { ($0.share, $0.gain) }, glyphs.mark, .good)
        return plot.lines(across: "share of \(report.words.records), best first", glyphs: glyphs)
    }

    private func confusionLines(_ matrix: ModelReport.ConfusionMatrix) -> [[Run]] {
        func line(_ head: String, _ cells: [(String, Role)]) -> [Run] {
            [Run(head.fitted(to: 14))] + cells.map { Run($0.0.leftPadded(to: 10), $0.1) }
        }
        let words = report.words
        return [
            line("", [(words.positive, .muted), (words.negative, .muted)]),
            line(
                "score \(glyphs.isASCII ? ">=" : "≥") \(matrix.cutoff.text(places: 0))",
                [(matrix.truePositives.grouped, .good), (matrix.falsePositives.grouped, .warning)]),
            line("below", [(matrix.falseNegatives.grouped, .warning), (matrix.trueNegatives.grouped, .good)]),
        ]
    }

    /// Safe words over as many lines as they need.
    func paragraph(_ words: String, _ role: Role) -> [[Run]] {
        SafeText(words, .line, asciiMarks: glyphs.isASCII).string.wrapped(to: columns).map { [Run($0, role)] }
    }

    /// A safe name of a fixed width.
    func name(_ words: String, _ width: Int) -> String {
        SafeText(words, .list, asciiMarks: glyphs.isASCII).string.fitted(to: width, ellipsis: glyphs.ellipsis)
    }
}
