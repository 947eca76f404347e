internal import HarkCore

/// A count of events of some kinds, over all time or over the last days before the record is looked at.
struct EventCounter: Sendable {
    /// The feature's name.
    let name: String
    /// The kinds counted.
    let kinds: [Event.Kind]
    /// Only events of so many days before the moment count; `nil` for all.
    let days: Int?
    /// The count in words, such as "pricing page 3 visits in 7 days".
    let phrase: Count

    init(
        _ name: String, _ kinds: [Event.Kind], days: Int? = nil, one: String, many: String, none: String
    ) {
        self.name = name
        self.kinds = kinds
        self.days = days
        phrase = Count(one: one, many: many, none: none, suffix: days.map { " in \($0) days" } ?? "")
    }
}

/// Which counter counts which kinds: built once for a list of counters, then asked for every record.
struct EventCounters: Sendable {
    let counters: [EventCounter]
    private let countersOfKind: [Event.Kind: [Int]]

    init(_ counters: [EventCounter]) {
        self.counters = counters
        var countersOfKind: [Event.Kind: [Int]] = [:]
        for (index, counter) in counters.enumerated() {
            for kind in counter.kinds { countersOfKind[kind, default: []].append(index) }
        }
        self.countersOfKind = countersOfKind
    }

    /// Counts what happened strictly before `moment`; kinds that no counter names are passed over.
    func facts(_ events: [Event], before moment: LocalDateTime) -> EventFacts {
        var facts = EventFacts(counts: Array(repeating: 0, count: counters.count), lastTouch: nil)
        for event in events where event.at < moment {
            guard let indices = countersOfKind[event.kind] else { continue }
            facts.touch(event.at)
            for index in indices {
                if let days = counters[index].days, event.at < moment.adding(days: -days) { continue }
                facts.counts[index] += 1
            }
        }
        return facts
    }
}

/// What the events of one record come to at one moment.
struct EventFacts: Sendable {
    /// By counter.
    var counts: [Double]
    /// When something last happened.
    private(set) var lastTouch: LocalDateTime?

    init(counts: [Double], lastTouch: LocalDateTime?) {
        self.counts = counts
        self.lastTouch = lastTouch
    }

    mutating func touch(_ moment: LocalDateTime) { lastTouch = lastTouch.map { max($0, moment) } ?? moment }
}
