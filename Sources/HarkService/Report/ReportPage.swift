import HarkCore

/// One self-contained HTML page about a tenant's models: no script, nothing loaded from anywhere.
struct ReportPage {
    var tenant: String
    var at: LocalDateTime
    var models: [ModelReport]

    /// The page as HTML 5.
    var html: String {
        let head = """
            <meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(Markup.text(tenant)): models</title><style>\(ReportPage.style)</style>
            """
        let title =
            Markup.element("h1", [:], Markup.text(tenant))
            + Markup.element("p", ["class": "when"], "As of \(at)")
        return "<!doctype html>\n<html lang=\"en\"><head>\(head)</head><body><header>\(title)</header>"
            + models.map(\.section).joined() + "</body></html>\n"
    }
}

extension ModelReport {
    /// Everything there is to see of the model, in the order of the questions it answers.
    fileprivate var section: String {
        let facts = Markup.element("h2", [:], Markup.text(words.model)) + Markup.element("p", [:], Markup.text(summary))
        let parts = [
            facts + qualityCards + notesList,
            part("Whom does it pick?", !distribution.isEmpty) { distributionPlot.svg },
            part("Do its forecasts come true?", !calibration.isEmpty) { calibrationPlot.svg },
            part("What does working from the top bring?", !lift.isEmpty) { gainPlot.svg },
            confusion.map { matrix in part("Where is it wrong?", true) { confusionTable(matrix) } } ?? "",
            part("What does it look at?", !importance.isEmpty) { importanceTable },
            part("What does each feature add?", !shapes.isEmpty) {
                Markup.element("div", ["class": "shapes"], shapeFigures)
            },
            part("What moves together?", !correlation.labels.isEmpty) { correlationTable },
            part("Is today still like the past?", !drift.isEmpty) { driftTable },
        ]
        return Markup.element("section", ["id": target.rawValue], parts.joined())
    }

    private var summary: String {
        let learned =
            "\(model), learned from \(positives) \(words.record) that \(words.positive)"
            + " and \(negatives) that \(words.negative)"
        return [
            learned, measuredOn.isEmpty ? nil : "measured on \(measuredOn)", trainedAt.map { "trained \($0.date)" },
        ]
        .compactMap(\.self).joined(separator: "; ") + "."
    }

    private var qualityCards: String {
        let cards = quality.map { measure in
            let interval = zip(measure.low, measure.high).map { "\($0.text(places: 3)) to \($1.text(places: 3))" }
            return Markup.element(
                "div", ["class": "card"],
                Markup.element("b", [:], measure.value.text(places: 3))
                    + Markup.element("span", [:], Markup.text(measure.name))
                    + Markup.element(
                        "small", [:],
                        Markup.text([interval, measure.meaning].compactMap(\.self).joined(separator: " · "))))
        }
        return Markup.element("div", ["class": "cards"], cards.joined())
    }

    private var notesList: String {
        notes.isEmpty
            ? "" : Markup.element("ul", [:], notes.map { Markup.element("li", [:], Markup.text($0)) }.joined())
    }

    private func part(_ question: String, _ isKnown: Bool, _ content: () -> String) -> String {
        guard isKnown else { return "" }
        return Markup.element("article", [:], Markup.element("h3", [:], Markup.text(question)) + content())
    }

    private func zip(_ low: Double?, _ high: Double?) -> (Double, Double)? {
        if let low, let high { (low, high) } else { nil }
    }
}
