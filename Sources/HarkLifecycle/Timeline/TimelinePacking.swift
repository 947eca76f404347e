import HarkCore

/// Puts events into lanes and columns so that nothing overlaps.
///
/// What is past stays left of now and what is ahead stays right of it. Marks that would touch are collapsed into one;
/// the labels of spans take what room the marks leave.
struct TimelinePacking {
    let events: [Event]
    let now: LocalDateTime
    let window: TimelineWindow
    let columns: Int
    let form: TimelineLayout.Form

    /// The lanes of the form, from top to bottom.
    var lanes: [TimelineLayout.Lane] {
        let phases = JourneyPhase.phases(of: events, now: now)
        // An event of the stage lane that begins a phase is shown by the phase's span alone.
        let beginnings = Set(phases.flatMap(\.indices).filter { EventLook.of(events[$0].kind).lane == .stage })
        var byLane: [TimelineLane: [Int]] = [:]
        for (index, event) in events.enumerated() where !beginnings.contains(index) && isShown(event) {
            byLane[lane(of: event), default: []].append(index)
        }
        let shown: [TimelineLane] = form == .strip ? [.stage, .touch] : TimelineLane.allCases
        return shown.map { lane in
            let marks = marks(byLane[lane] ?? [])
            let spans = lane == .stage ? TimelineSpans(packing: self, phases: phases, marks: marks).spans : []
            return TimelineLayout.Lane(lane: lane, marks: marks, spans: spans)
        }
    }

    /// The columns of what is over, and of what lies ahead; at least one column for whichever the window touches.
    var regions: (past: Range<Int>, ahead: Range<Int>) {
        let nowColumn = window.column(of: now, columns: columns)
        let split = min(max(nowColumn, 0), columns)
        let past = 0..<max(split, min(1, columns))
        let aheadStart = min(max(nowColumn + 1, 0), columns - 1)
        return (nowColumn < 0 ? 0..<0 : past, nowColumn >= columns ? columns..<columns : aheadStart..<columns)
    }

    /// Whether an event lies in the window.
    func isShown(_ event: Event) -> Bool { event.at >= window.from && event.at < window.until }

    private func lane(of event: Event) -> TimelineLane {
        let lane = EventLook.of(event.kind).lane
        guard form == .strip else { return lane }
        let isMilestoneAhead = event.at > now && event.kind == .churnPredicted
        return lane == .stage || isMilestoneAhead ? .stage : .touch
    }

    private func marks(_ indices: [Int]) -> [TimelineLayout.Mark] {
        let split = indices.firstIndex { events[$0].at > now } ?? indices.endIndex
        let (past, ahead) = regions
        return packed(indices[..<split], into: past, isAhead: false)
            + named(packed(indices[split...], into: ahead, isAhead: true), in: ahead)
    }

    private func packed(_ indices: ArraySlice<Int>, into region: Range<Int>, isAhead: Bool) -> [TimelineLayout.Mark] {
        guard !region.isEmpty else { return [] }
        var marks: [TimelineLayout.Mark] = []
        for index in indices {
            var mark = mark([index], in: region, isAhead: isAhead)
            while let last = marks.last, last.column + last.text.count + (last.count > 1 ? 1 : 0) > mark.column {
                marks.removeLast()
                mark = self.mark(last.indices + mark.indices, in: region, isAhead: isAhead)
            }
            marks.append(mark)
        }
        return marks
    }

    private func mark(_ indices: [Int], in region: Range<Int>, isAhead: Bool) -> TimelineLayout.Mark {
        let looks = indices.map { EventLook.of(events[$0].kind) }
        let symbol = looks.max { $0.weight < $1.weight }?.symbol ?? "n"
        let isOneKind = looks.allSatisfy { $0.symbol == symbol }
        var text = String(symbol)
        if indices.count > 1 { text += isOneKind ? "×\(indices.count)" : "+\(indices.count - 1)" }
        if text.count > region.count { text = String(symbol) }
        let wished = window.column(of: events[indices[0]].at, columns: columns)
        let column = max(region.lowerBound, min(wished, region.upperBound - text.count))
        return TimelineLayout.Mark(column: column, symbol: symbol, text: text, indices: indices, isAhead: isAhead)
    }

    /// Turning points that lie ahead are written out, such as `renewal` or `churn 62%`, where there is room; at the
    /// right edge the words end at the edge.
    private func named(_ marks: [TimelineLayout.Mark], in region: Range<Int>) -> [TimelineLayout.Mark] {
        var free = region.lowerBound
        return marks.indices.map { position in
            var mark = marks[position]
            let isLast = position + 1 == marks.count
            let end = isLast ? region.upperBound : marks[position + 1].column - 1
            if mark.count == 1, let words = words(for: events[mark.indices[0]]) {
                let column = isLast ? min(mark.column, end - words.count) : mark.column
                if column >= free, column + words.count <= end {
                    mark = TimelineLayout.Mark(
                        column: column, symbol: mark.symbol, text: words, indices: mark.indices, isAhead: true)
                }
            }
            free = mark.column + mark.text.count + 1
            return mark
        }
    }

    private func words(for event: Event) -> String? {
        switch event.kind {
        case .renewal: "renewal"
        case .churnPredicted: TimelineText.percentage(in: event.note).map { "churn \($0)" } ?? "churn"
        default: nil
        }
    }
}
