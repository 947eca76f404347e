import HarkCore

/// Turns phases into spans of the stage lane and finds room for their names.
struct TimelineSpans {
    let packing: TimelinePacking
    let phases: [JourneyPhase]
    /// The marks of the same lane; labels stay clear of them.
    let marks: [TimelineLayout.Mark]

    /// The spans, left to right: the phases so far, then the present one drawn on into the future.
    var spans: [TimelineLayout.Span] {
        let (past, ahead) = packing.regions
        var spans: [TimelineLayout.Span] = []
        // Phases too short for a column hand their events on to the next one.
        var passed: [Int] = []
        for (position, phase) in phases.enumerated() where !past.isEmpty {
            let isLast = position + 1 == phases.count
            let end = isLast ? past.upperBound : start(of: phases[position + 1], in: past)
            let columns = start(of: phase, in: past)..<end
            let indices = passed + phase.indices.filter { packing.isShown(packing.events[$0]) }
            passed = columns.isEmpty ? indices : []
            guard !columns.isEmpty else { continue }
            spans.append(span(phase.name, columns, indices: indices, isAhead: false))
        }
        if let last = phases.last, last.goesOn, !ahead.isEmpty {
            spans.append(
                span(
                    last.name, ahead, indices: [], isAhead: true,
                    isNamed: spans.last.map { $0.name != last.name || $0.label.isEmpty } ?? true))
        }
        return spans
    }

    /// The first column of a phase, moved into the region; what began in the column of now begins just before it.
    private func start(of phase: JourneyPhase, in past: Range<Int>) -> Int {
        let column = packing.window.column(of: phase.from, columns: packing.columns)
        return min(
            max(column, past.lowerBound), phase.from < packing.window.until ? past.upperBound - 1 : past.upperBound)
    }

    private func span(
        _ name: String, _ columns: Range<Int>, indices: [Int], isAhead: Bool, isNamed: Bool = true
    ) -> TimelineLayout.Span {
        let (column, label) = isNamed ? label(name, within: columns) : (columns.lowerBound, "")
        return TimelineLayout.Span(
            columns: columns, name: name, label: label, labelColumn: column, indices: indices, isAhead: isAhead)
    }

    /// The first gap that takes the whole name, else the widest one with as much of the name as it takes, but no
    /// less than three letters.
    private func label(_ name: String, within columns: Range<Int>) -> (column: Int, label: String) {
        let gaps = gaps(in: columns)
        if let roomy = gaps.first(where: { $0.count >= name.count }) { return (roomy.lowerBound, name) }
        guard let widest = gaps.max(by: { $0.count < $1.count }) else { return (columns.lowerBound, "") }
        var part = name.prefix(max(widest.count - 1, 0))
        while part.last?.isLetter == false { part.removeLast() }
        return part.count < 3 ? (columns.lowerBound, "") : (widest.lowerBound, String(part))
    }

    /// What the marks leave free, with a column between a label and a mark.
    private func gaps(in columns: Range<Int>) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = columns.lowerBound
        for mark in marks where mark.column < columns.upperBound + 1 && mark.column + mark.text.count >= start {
            if mark.column - 1 > start { gaps.append(start..<mark.column - 1) }
            start = max(start, mark.column + mark.text.count + 1)
        }
        if start < columns.upperBound { gaps.append(start..<columns.upperBound) }
        return gaps
    }
}
