import HarkCore
import HarkLifecycle
import Testing

/// Builds events the way tests name them.
enum Sample {
    static let lead = RecordReference(.lead, 1)

    static func at(_ text: String) throws -> LocalDateTime { try #require(LocalDateTime(text)) }

    static func event(_ kind: Event.Kind, _ at: String, _ note: String? = nil) throws -> Event {
        Event(subject: lead, kind: kind, at: try self.at(at), note: note)
    }

    /// The desk's mock-up: a lead with a proposal out, a task and a renewal ahead.
    static func journey() throws -> [Event] {
        try [
            event(.leadCreated, "2026-01-05T10:00"), event(.emailSent, "2026-01-07T09:00"),
            event(.stageChanged, "2026-02-02T10:00", "lead → qualified"), event(.call, "2026-02-03T11:00"),
            event(.call, "2026-02-03T15:00"), event(.call, "2026-02-04T15:00"), event(.call, "2026-02-05T15:00"),
            event(.demoHeld, "2026-03-20T13:00", "went well"), event(.proposalSent, "2026-05-04T10:00"),
            event(.task, "2026-07-20T09:00", "send v2"), event(.renewal, "2026-08-01T00:00"),
        ]
    }

    /// A lead of many touches, and a customer with everything that can happen, at random moments of two years.
    static func noise(_ count: Int, seed: UInt64) throws -> [Event] {
        var generator = SplitMix64(seed: seed)
        let start = try at("2025-01-01")
        return (0..<count).map { _ in
            let look = EventLook.table[Int.random(in: EventLook.table.indices, using: &generator)]
            let minutes = Int.random(in: 0..<730 * 1_440, using: &generator)
            return Event(subject: lead, kind: look.kind, at: start.adding(minutes: minutes), note: "7")
        }
    }
}

extension Journey {
    /// The life events alone tell of, whomever they are about; no stage of it was kept.
    init(_ events: [Event], now: LocalDateTime) {
        let everybody = RecordReference(.company, 1)
        self.init(
            RecordDetail(reference: everybody, title: "Everybody", events: events), now: now, cutoffs: StageCutoffs())
    }
}

extension TimelineLayout {
    /// Lays out the life events alone tell of.
    init(events: [Event], now: LocalDateTime, window: TimelineWindow, columns: Int, form: Form) {
        self.init(Journey(events, now: now), now: now, window: window, columns: columns, form: form)
    }
}
