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
        for (position, phase) in phases.enumerated() {
            let end = position + 1 < phases.count ? column(of: phases[position + 1].from) : past.upperBound
            let clipped = column(of: phase.from)..<max(end, column(of: phase.from))
            let columns = clipped.clamped(to: past)
            guard !columns.isEmpty else { continue }
            spans.append(span(phase.name, columns, indices: phase.indices, isAhead: false))
        }
        if let last = phases.last, last.goesOn, !ahead.isEmpty {
            spans.append(span(last.name, ahead, indices: [], isAhead: true, isNamed: spans.isEmpty))
        }
        return spans
    }

    private func column(of moment: LocalDateTime) -> Int {
        packing.window.column(of: moment, columns: packing.columns)
    }

    private func span(
        _ name: String, _ columns: Range<Int>, indices: [Int], isAhead: Bool, isNamed: Bool = true
    ) -> TimelineLayout.Span {
        let (column, label) = isNamed ? label(name, within: columns) : (columns.lowerBound, "")
        return TimelineLayout.Span(
            columns: columns, name: name, label: label, labelColumn: column, indices: indices, isAhead: isAhead)
    }

    /// The first gap that takes the whole name, else the widest one with as much of the name as it takes.
    private func label(_ name: String, within columns: Range<Int>) -> (column: Int, label: String) {
        let gaps = gaps(in: columns)
        if let roomy = gaps.first(where: { $0.count >= name.count }) { return (roomy.lowerBound, name) }
        guard let widest = gaps.max(by: { $0.count < $1.count }), widest.count > 1 else {
            return (columns.lowerBound, "")
        }
        return (widest.lowerBound, String(name.prefix(widest.count - 1)))
    }

    private func gaps(in columns: Range<Int>) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = columns.lowerBound
        for mark in marks where mark.column < columns.upperBound && mark.column + mark.text.count > start {
            if mark.column > start { gaps.append(start..<mark.column) }
            start = mark.column + mark.text.count
        }
        if start < columns.upperBound { gaps.append(start..<columns.upperBound) }
        return gaps
    }
}
