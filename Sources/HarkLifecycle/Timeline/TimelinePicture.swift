import HarkCore

/// Timelines as one SVG picture that stands alone: no script, nothing loaded, light or dark as the reader's system is.
///
/// Every text stands where ``TimelineLayout`` put it, a column being as wide as a character; what is drawn is what a
/// terminal would show. Pointing at a mark names its events.
public struct TimelinePicture {
    /// What is drawn, one below the other, each with the name over it; they share the axis of the first.
    private let parts: [(title: String, layout: TimelineLayout)]
    private let columnWidth = 9
    private let rowHeight = 24
    private let margin = 16

    /// - Parameter parts: At least one; all of the same window and width.
    public init(_ parts: [(title: String, layout: TimelineLayout)]) { self.parts = parts }

    /// How a file made by this begins.
    public static let signature = "<svg xmlns=\"http://www.w3.org/2000/svg\" data-made-by=\"hark timeline\""

    /// The picture as a file.
    public var svg: String {
        guard let first = parts.first?.layout else { return "" }
        var body = ""
        var top = margin
        for (position, part) in parts.enumerated() {
            body += text(part.title, "name", x: margin, y: top + 16)
            top += rowHeight + 4
            if position == 0 { top += rowHeight }
            let lanes = part.layout.lanes.filter { !$0.isEmpty }
            for lane in lanes {
                body += draw(lane, part.layout, y: top)
                top += rowHeight
            }
            top += 12
        }
        let axis = drawAxis(first, bottom: top - 12)
        let legend = TimelineLayout.legend(of: parts.map(\.layout))
        for line in TimelineLayout.legendLines(legend, width: first.columns + TimelineLayout.gutter) {
            body += text(line.drop { $0 == " " }, "quiet", x: margin, y: top + 16)
            top += rowHeight - 6
        }
        let width = 2 * margin + (first.columns + TimelineLayout.gutter) * columnWidth
        let height = top + margin
        let title = parts.map(\.title).joined(separator: ", ")
        return """
            \(TimelinePicture.signature) viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img">
            <title>\(PlainMarkup.text("Timeline of \(title), \(first.now.date)"))</title>
            <style>\(TimelinePicture.style)</style>
            <rect class="paper" width="\(width)" height="\(height)"/>
            \(axis)\(body)</svg>

            """
    }

    private func x(_ column: Int) -> Int { margin + (TimelineLayout.gutter + column) * columnWidth }

    private func drawAxis(_ layout: TimelineLayout, bottom: Int) -> String {
        let top = margin + rowHeight + 4
        var result = text(layout.window.zoom.rawValue, "quiet", x: margin, y: top + 16)
        for tick in layout.ticks {
            result += line("tick", x: x(tick.column), from: top + 4, to: bottom)
            if !tick.label.isEmpty { result += text(tick.label, "quiet", x: x(tick.column) + 2, y: top + 16) }
        }
        let signs = layout.hidden.signs(.unicode, columns: layout.columns)
        result += text(signs.left, "quiet", x: x(0), y: top + 16)
        result += text(signs.right, "quiet", x: x(layout.columns - signs.right.count), y: top + 16)
        if let column = layout.nowColumn {
            result += line("now", x: x(column) + columnWidth / 2, from: top + 4, to: bottom)
            if let label = layout.nowLabelColumn { result += text("now", "now", x: x(label) + 2, y: top + 16) }
        }
        return result
    }

    private func draw(_ lane: TimelineLayout.Lane, _ layout: TimelineLayout, y: Int) -> String {
        var result = text(lane.lane.rawValue, "quiet", x: margin, y: y + 16)
        for span in lane.spans {
            let kind = span.isAhead ? "span ahead" : "span"
            let box = rectangle(kind, column: span.columns.lowerBound, columns: span.columns.count, y: y)
            result += tip(span.name, box)
        }
        for span in lane.spans where !span.label.isEmpty {
            result += text(span.label, span.isAhead ? "quiet" : "", x: x(span.labelColumn) + 1, y: y + 16)
        }
        for mark in lane.marks {
            let kind = (mark.isAhead ? "mark ahead" : "mark") + (lane.lane == .risk ? " risk" : "")
            let box = rectangle(kind, column: mark.column, columns: mark.text.count, y: y)
            result += tip(words(for: mark, layout), box + text(mark.text, "", x: x(mark.column) + 1, y: y + 16))
        }
        return result
    }

    /// The events of a mark in words; of very many the first ones and their number.
    private func words(for mark: TimelineLayout.Mark, _ layout: TimelineLayout) -> String {
        let lines = mark.indices.prefix(12).map { TimelineText.line(layout.events[$0], now: layout.now) }
        let rest = mark.count - lines.count
        return (lines + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
    }

    private func tip(_ words: String, _ content: String) -> String {
        "<g><title>\(PlainMarkup.text(words))</title>\(content)</g>\n"
    }

    private func rectangle(_ kind: String, column: Int, columns: Int, y: Int) -> String {
        "<rect class=\"\(kind)\" x=\"\(x(column))\" y=\"\(y + 3)\" width=\"\(columns * columnWidth)\" height=\"18\" rx=\"3\"/>"
    }

    private func line(_ kind: String, x: Int, from top: Int, to bottom: Int) -> String {
        "<line class=\"\(kind)\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(bottom)\"/>\n"
    }

    /// A text as wide as its characters have columns, whatever font the reader has.
    private func text(_ words: some StringProtocol, _ kind: String, x: Int, y: Int) -> String {
        guard !words.isEmpty else { return "" }
        let length = kind == "name" ? "" : " textLength=\"\(words.count * columnWidth - 2)\""
        let style = kind.isEmpty ? "" : " class=\"\(kind)\""
        return "<text\(style) x=\"\(x)\" y=\"\(y)\"\(length)>\(PlainMarkup.text(String(words)))</text>\n"
    }

    private static let style = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1d2733;--quiet:#5a6875;--faint:#dfe5eb;--span:#cfe3f5;\
        --mark:#e6e9ed;--risk:#f6d5cf;--now:#b3432f}\
        @media screen and (prefers-color-scheme:dark){:root{--paper:#14191f;--ink:#dfe6ee;--quiet:#93a1af;\
        --faint:#28323c;--span:#1f4463;--mark:#2b343e;--risk:#5b2a22;--now:#e8826e}}\
        text{font:14px ui-monospace,monospace;fill:var(--ink);white-space:pre}.paper{fill:var(--paper)}\
        .name{font-weight:600;font-family:system-ui,sans-serif}.quiet{fill:var(--quiet)}text.now{fill:var(--now)}\
        line{stroke:var(--faint)}line.now{stroke:var(--now);stroke-width:2}.span{fill:var(--span)}\
        .mark{fill:var(--mark)}.risk{fill:var(--risk)}\
        .ahead{fill:var(--paper);stroke:var(--quiet);stroke-dasharray:3 3}
        """
}
