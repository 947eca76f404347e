public import HarkCore

/// The timeline in words: a dated list for plain and accessible output, and JSON.
public enum TimelineText {
    static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// One line an event, oldest first, such as `2026-03-05  demo held — note`; what lies ahead says so. Events of a
    /// kind that follow each other on one day with nothing else to say share a line: `2026-03-05  login (4 times)`.
    /// Below what set it off stands every change of the stage with its rule and evidence, such as
    /// `2026-03-05  stage lead → opportunity: …`.
    ///
    /// The text of notes is passed on as it is: whoever prints it makes it safe.
    public static func lines(_ journey: Journey, now: LocalDateTime) -> [String] {
        var changes = journey.changes[...]
        var lines: [String] = []
        func tell(before moment: LocalDateTime?) {
            while let entry = changes.first?.entry, moment.map({ entry.at < $0 }) ?? true {
                lines.append("\(entry.at.date)  stage \(entry.words(journey.cutoffs))")
                changes.removeFirst()
            }
        }
        for (event, count) in runs(journey.events) {
            tell(before: event.at)
            lines.append(line(event, now: now) + (count > 1 ? " (\(count) times)" : ""))
        }
        tell(before: nil)
        return lines
    }

    /// Sorted events, those that share a line as one with their number.
    public static func runs(_ events: [Event]) -> [(event: Event, count: Int)] {
        var runs: [(event: Event, count: Int)] = []
        for event in events {
            if let last = runs.last?.event, share(last, event) {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((event, 1))
            }
        }
        return runs
    }

    /// Whether two events say the same of a day.
    static func share(_ one: Event, _ other: Event) -> Bool {
        one.kind == other.kind && one.at.date == other.at.date && (one.note ?? "").isEmpty && (other.note ?? "").isEmpty
    }

    /// One event as a line.
    public static func line(_ event: Event, now: LocalDateTime) -> String {
        var line = "\(event.at.date)  \(EventLook.of(event.kind).title)"
        if event.at > now { line += " (ahead)" }
        if let note = event.note, !note.isEmpty { line += " — \(note)" }
        return line
    }

    /// What happened and lies ahead, oldest first, as an array of objects: events with `at`, `kind`, `title`, `lane`,
    /// `ahead` and `note`, and entries into a stage with `at`, the kind `stage`, `stage`, `from`, `rule`, `evidence`, and
    /// `by` and `reason` where somebody set it.
    public static func json(_ journey: Journey, now: LocalDateTime) -> JSONValue {
        let told = journey.events.map { (at: $0.at, json: json($0, now: now)) }
        let entered = journey.changes.map { (at: $0.entry.at, json: json($0.entry)) }
        // At one moment what happened comes before what it led to.
        let all = (told + entered).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return .array(all.map(\.element.json))
    }

    private static func json(_ event: Event, now: LocalDateTime) -> JSONValue {
        let look = EventLook.of(event.kind)
        var members: [JSONValue.Member] = [
            .init("at", .string(event.at.description)), .init("kind", .string(event.kind.rawValue)),
            .init("title", .string(look.title)), .init("lane", .string(look.lane.rawValue)),
            .init("ahead", .bool(event.at > now)),
        ]
        if let note = event.note { members.append(.init("note", .string(note))) }
        return .object(members)
    }

    private static func json(_ entry: StageEntry) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("at", .string(entry.at.description)), .init("kind", "stage"),
            .init("stage", .string(entry.to.rawValue)), .init("from", entry.from.map { .string($0.rawValue) } ?? .null),
            .init("rule", .string(entry.rule)), .init("evidence", .string(entry.evidence)),
        ]
        if let by = entry.by { members.append(.init("by", .string(by))) }
        if let reason = entry.reason { members.append(.init("reason", .string(reason))) }
        return .object(members)
    }

    /// The first percentage in a text, such as `62%` in `likely to churn (62%)`.
    static func percentage(in text: String?) -> String? {
        guard let text, let sign = text.firstIndex(of: "%") else { return nil }
        let digits = text[..<sign].reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits.reversed()) + "%"
    }
}
