import HarkCore

/// One self-contained HTML page about a tenant's models: no script, nothing loaded from anywhere.
struct ReportPage {
    var tenant: String
    var at: LocalDateTime
    var models: [ModelReport]

    /// By this a page is known as written by Hark.
    static let mark = "<meta name=\"generator\" content=\"hark report\">"

    /// The page as HTML 5.
    var html: String {
        let head = """
            <meta charset="utf-8"><meta name="viewport" content="width=device-width">\(ReportPage.mark)
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Markup.text(Markup.short(tenant))): models</title><style>\(ReportPage.style)</style>
            """
        let title =
            Markup.element("h1", [:], Markup.text(Markup.short(tenant)))
            + Markup.element(
                "p", ["class": "when"], "What the scores are worth and what they look at, as of \(at.date).")
        return "<!doctype html>\n<html lang=\"en\"><head>\(head)</head><body><header>\(title)</header>"
            + models.map(\.section).joined() + "</body></html>\n"
    }
}

extension ModelReport {
    /// Everything there is to see of the model, in the order of the questions it answers.
    fileprivate var section: String {
        let facts = Markup.element("h2", [:], Markup.text(title)) + Markup.paragraph(summary, "when")
        let verdict = quality.isEmpty ? "" : Markup.paragraph(finding(of: .quality).conclusion, "says")
        let (ordinary, features) = (charts.filter { !$0.isOfFeature }, charts.filter(\.isOfFeature))
        let parts = ordinary.dropFirst().map { article($0) }
        let shapes =
            features.first.map { first in
                Markup.element(
                    "article", ["class": "full"],
                    Markup.element("h3", [:], "What does each feature add?")
                        + Markup.paragraph(finding(of: first).howToRead, "how")
                        + Markup.element("div", ["class": "shapes"], shapeFigures))
            } ?? ""
        return Markup.element(
            "section", ["id": target.rawValue], facts + verdict + qualityCards + notesList + parts.joined() + shapes)
    }

    /// A question, its answer, the drawing, and how it is read.
    private func article(_ chart: Chart) -> String {
        let finding = finding(of: chart)
        let content =
            Markup.element("h3", [:], Markup.text(question(of: chart))) + Markup.paragraph(finding.conclusion, "says")
            + drawing(of: chart) + Markup.paragraph(finding.howToRead, "how")
        return Markup.element("article", ["class": chart.isWide ? "full" : "half"], content)
    }

    private func question(of chart: Chart) -> String {
        switch chart {
        case .quality: "How good is it?"
        case .distribution: "Whom does it pick?"
        case .calibration: "Do its forecasts come true?"
        case .gain: "What does working from the top bring?"
        case .confusion: "What does the cut-off let through?"
        case .slips: "Where is it wrong?"
        case .importance: "What does it look at?"
        case .correlation: "What moves together?"
        case .drift: "Is today still like the past?"
        case .funnel(let index):
            funnels[index].isSequence
                ? "How far do \(funnels[index].subject) come?" : "Where do \(funnels[index].subject) stand?"
        case .shape(let index): "What does \(shapes[index].label) add?"
        }
    }

    private func drawing(of chart: Chart) -> String {
        switch chart {
        case .quality, .shape: ""
        case .distribution:
            Markup.element("p", ["class": "keys"], key(words.positive, "positive") + key(words.negative, "negative"))
                + distributionPlot.svg + distributionNumbers
        case .calibration: calibrationPlot.svg + calibrationNumbers
        case .gain: gainPlot.svg + gainNumbers
        case .confusion: confusion.map(confusionTable) ?? ""
        case .slips: slips.map(slipTables) ?? ""
        case .importance: importanceTable
        case .correlation: correlationTable
        case .drift: driftTable
        case .funnel(let index): funnelTable(funnels[index])
        }
    }

    private func key(_ words: String, _ style: String) -> String {
        Markup.element("span", ["class": "key \(style)"], "") + Markup.text(words) + " "
    }

    private var summary: String {
        guard trainedAt != nil || !quality.isEmpty else { return "Scored by rules of thumb: no model was learned yet." }
        let learned =
            "\(model), learned from \(positives) \(words.records) that \(words.positive)"
            + " and \(negatives) that \(words.negative)"
        return [
            learned, measuredOn.isEmpty ? nil : "measured on \(measuredOn)", trainedAt.map { "trained \($0.date)" },
        ]
        .compactMap(\.self).joined(separator: "; ") + "."
    }

    private var qualityCards: String {
        let cards = quality.map { measure in
            let interval = measure.low.flatMap { low in
                measure.high.map { "\(low.text(places: 3)) to \($0.text(places: 3))" }
            }
            return Markup.element(
                "div", ["class": "card"],
                Markup.element("b", [:], measure.value.text(places: 3))
                    + Markup.element("span", [:], Markup.text(measure.name))
                    + Markup.element(
                        "small", [:],
                        Markup.text([interval, measure.meaning].compactMap(\.self).joined(separator: " · "))))
        }
        return cards.isEmpty ? "" : Markup.element("div", ["class": "cards"], cards.joined())
    }

    private var notesList: String {
        notes.isEmpty
            ? "" : Markup.element("ul", [:], notes.map { Markup.element("li", [:], Markup.text($0)) }.joined())
    }
}

extension ModelReport.Chart {
    fileprivate var isOfFeature: Bool { if case .shape = self { true } else { false } }

    /// Whether the drawing takes the whole width.
    fileprivate var isWide: Bool {
        switch self {
        case .slips, .importance, .correlation, .funnel: true
        default: false
        }
    }
}
