import HarkCore
import HarkScreen

/// A record's fields by name, then what was written, newest first.
enum FieldsPane {
    /// The text of the pane, one element a line.
    static func lines(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        guard let detail = state.record.detail else {
            let failure = state.record.failure
            return [[Run(failure ?? "Reading", failure == nil ? .muted : .error)]]
        }
        return StandingLines.lines(state) + fields(detail, state, columns: columns)
            + messages(detail, state, columns: columns)
    }

    private static func fields(_ detail: RecordDetail, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        let width = min(18, detail.fields.map { $0.label.columns }.max() ?? 0)
        return detail.fields.flatMap { field -> [[Run]] in
            let words = field.source.map { detail.words(in: $0) } ?? []
            let value = HighlightedText(field.value, words.stretches(detail), asciiMarks: state.glyphs.isASCII)
            let lines = value.wrapped(to: max(8, columns - width - 2)) + legend(words, detail, columns: columns - width)
            return lines.enumerated().map { index, line in
                let label = index == 0 ? field.label : ""
                return [Run(label.fitted(to: width) + "  ", .muted)] + line
            }
        }
    }

    private static func messages(_ detail: RecordDetail, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        detail.messages.flatMap { message -> [[Run]] in
            let arrow = message.direction == .incoming ? state.glyphs.left : state.glyphs.right
            let head = [Run("\(arrow) \(message.channel)", .title), Run("  \(message.at.dayAndTime)", .muted)]
            let words = detail.words(in: .message(message.id))
            let body = HighlightedText(message.body, words.stretches(detail), asciiMarks: state.glyphs.isASCII)
            let lines = body.wrapped(to: max(8, columns - 2)) + legend(words, detail, columns: columns - 2)
            return [[], head] + lines.map { [Run("  ")] + $0 }
        }
    }

    /// The strongest words with their points, as far as they fit on one line.
    private static func legend(_ words: [WordSpan], _ detail: RecordDetail, columns: Int) -> [[Run]] {
        var runs: [Run] = []
        var used = 0
        var seen: Set<String> = []
        for span in words.sorted(by: { $0.points.magnitude > $1.points.magnitude })
        where seen.insert(span.word.lowercased()).inserted {
            let word = SafeText(span.word, .list).string
            let points = (span.points < 0 ? "" : "+") + span.points.text(places: 1)
            guard used + word.columns + points.columns + 3 <= columns else { break }
            runs += [Run(word, detail.role(of: span)), Run(" \(points)  ", .muted)]
            used += word.columns + points.columns + 3
        }
        return runs.isEmpty ? [] : [runs]
    }
}

extension RecordDetail {
    /// The words of a text that counted by a tenth of a point or more.
    fileprivate func words(in source: TextSource) -> [WordSpan] {
        (score?.contributions ?? []).flatMap(\.words).filter { $0.source == source && $0.points.magnitude >= 0.1 }
    }

    /// Good news or bad: what raises a lead's score or lowers a customer's risk is good.
    fileprivate func role(of span: WordSpan) -> Role {
        (span.points > 0) == (score?.target != .churn) ? .good : .warning
    }
}

extension [WordSpan] {
    /// Where the words stand, and how they look.
    fileprivate func stretches(_ detail: RecordDetail) -> [(bytes: Range<Int>, role: Role)] {
        map { ($0.start..<$0.start + $0.length, detail.role(of: $0)) }
    }
}
