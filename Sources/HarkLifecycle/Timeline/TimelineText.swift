public import HarkCore

/// The timeline in words: a dated list for plain and accessible output, and JSON.
public enum TimelineText {
    static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// One line an event, oldest first, such as `2026-03-05  demo held — note`; what lies ahead says so. Events of a
    /// kind that follow each other on one day with nothing else to say share a line: `2026-03-05  login (4 times)`.
    ///
    /// The text of notes is passed on as it is: whoever prints it makes it safe.
    public static func lines(_ events: [Event], now: LocalDateTime) -> [String] {
        runs(TimelineLayout.sorted(events)).map { event, count in
            line(event, now: now) + (count > 1 ? " (\(count) times)" : "")
        }
    }

    /// Sorted events, those that share a line as one with their number.
    public static func runs(_ events: [Event]) -> [(event: Event, count: Int)] {
        var runs: [(event: Event, count: Int)] = []
        for event in events {
            if let last = runs.last?.event, last.kind == event.kind, last.at.date == event.at.date,
                (last.note ?? "").isEmpty, (event.note ?? "").isEmpty
            {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((event, 1))
            }
        }
        return runs
    }

    /// One event as a line.
    public static func line(_ event: Event, now: LocalDateTime) -> String {
        var line = "\(event.at.date)  \(EventLook.of(event.kind).title)"
        if event.at > now { line += " (ahead)" }
        if let note = event.note, !note.isEmpty { line += " — \(note)" }
        return line
    }

    /// The events, oldest first, as an array of objects with `at`, `kind`, `title`, `lane`, `ahead` and `note`, and
    /// `stage` where the event began a stage.
    public static func json(_ events: [Event], now: LocalDateTime) -> JSONValue {
        let sorted = TimelineLayout.sorted(events)
        var began: [Int: String] = [:]
        for phase in Journey(sorted, now: now).phases {
            for index in phase.indices { began[index] = phase.name }
        }
        return .array(
            sorted.enumerated().map { index, event in
                let look = EventLook.of(event.kind)
                var members: [JSONValue.Member] = [
                    .init("at", .string(event.at.description)), .init("kind", .string(event.kind.rawValue)),
                    .init("title", .string(look.title)), .init("lane", .string(look.lane.rawValue)),
                    .init("ahead", .bool(event.at > now)),
                ]
                if let note = event.note { members.append(.init("note", .string(note))) }
                if let stage = began[index] { members.append(.init("stage", .string(stage))) }
                return .object(members)
            })
    }

    /// The first percentage in a text as a share of one.
    static func share(in text: String?) -> Double? {
        percentage(in: text).flatMap { Double($0.dropLast()) }.map { $0 / 100 }
    }

    /// The first percentage in a text, such as `62%` in `likely to churn (62%)`.
    static func percentage(in text: String?) -> String? {
        guard let text, let sign = text.firstIndex(of: "%") else { return nil }
        let digits = text[..<sign].reversed().prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits.reversed()) + "%"
    }
}
