import HarkCore

/// Puts events into lanes and columns so that nothing overlaps.
///
/// What is past stays left of now and what is ahead stays right of it. Marks that would touch are collapsed into one;
/// the labels of spans take what room the marks leave.
struct TimelinePacking {
    let journey: Journey
    let now: LocalDateTime
    let window: TimelineWindow
    let columns: Int
    let form: TimelineLayout.Form

    var events: [Event] { journey.events }

    /// The lanes of the form, from top to bottom.
    var lanes: [TimelineLayout.Lane] {
        let phases = journey.phases
        // An event of the stage lane that begins a phase is shown by the phase's span alone.
        let beginnings = Set(phases.flatMap(\.indices).filter { EventLook.of(events[$0].kind).lane == .stage })
        var byLane: [TimelineLane: [Int]] = [:]
        for (index, event) in events.enumerated() where !beginnings.contains(index) && isShown(event) {
            byLane[lane(of: index), default: []].append(index)
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

    private func lane(of index: Int) -> TimelineLane {
        let lane = journey.look(index).lane
        guard form == .strip else { return lane }
        let isMilestoneAhead = events[index].at > now && events[index].kind == .churnPredicted
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
        var runs: [Run] = []
        for index in indices {
            var run = Run(index, journey.look(index))
            while !runs.isEmpty, touch(runs[runs.count - 1], run, in: region) {
                var joined = runs.removeLast()
                joined.absorb(run)
                run = joined
            }
            runs.append(run)
        }
        return runs.map { run in
            TimelineLayout.Mark(
                column: column(of: run, in: region), symbol: run.look.symbol, text: run.text(within: region.count),
                indices: run.indices, isAhead: isAhead)
        }
    }

    /// Where a run begins: where its first event is, or further left where the region would end within it.
    private func column(of run: Run, in region: Range<Int>) -> Int {
        let wished = window.column(of: events[run.indices[0]].at, columns: columns)
        return max(region.lowerBound, min(wished, region.upperBound - run.width(within: region.count)))
    }

    /// Whether two runs would run into each other; what says a number keeps a column free behind it, and before it
    /// where the same letter would stand there.
    private func touch(_ left: Run, _ right: Run, in region: Range<Int>) -> Bool {
        let isMistakable = right.indices.count > 1 && left.look.symbol == right.look.symbol
        let gap = left.indices.count > 1 || isMistakable ? 1 : 0
        let end = column(of: left, in: region) + left.width(within: region.count)
        return end + gap > column(of: right, in: region)
    }

    /// Events drawn as one mark.
    private struct Run {
        private(set) var indices: [Int]
        /// The look of the weightiest one.
        private(set) var look: EventLook
        private var isOneKind = true

        init(_ index: Int, _ look: EventLook) {
            indices = [index]
            self.look = look
        }

        /// Takes in what comes after it.
        mutating func absorb(_ later: Run) {
            isOneKind = isOneKind && later.isOneKind && look.symbol == later.look.symbol
            if later.look.weight > look.weight { look = later.look }
            indices.append(contentsOf: later.indices)
        }

        /// `c`, `c×4` or `P+2`; the letter alone where there is no room for more.
        func text(within columns: Int) -> String {
            guard indices.count > 1, wholeWidth <= columns else { return String(look.symbol) }
            return isOneKind ? "\(look.symbol)×\(indices.count)" : "\(look.symbol)+\(indices.count - 1)"
        }

        /// The columns of ``text(within:)``, counted without making it: ten thousand events ask for it.
        func width(within columns: Int) -> Int { indices.count > 1 && wholeWidth <= columns ? wholeWidth : 1 }

        private var wholeWidth: Int {
            var rest = isOneKind ? indices.count : indices.count - 1
            var width = 2
            while rest > 0 { (rest, width) = (rest / 10, width + 1) }
            return width
        }
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
