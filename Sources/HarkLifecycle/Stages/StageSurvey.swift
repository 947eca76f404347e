public import HarkCore

/// How records of a kind pass through the stages: how many reach each, how long they stay, and what moved in a time.
public struct StageSurvey: Sendable {
    /// One stage.
    public struct Line: Hashable, Sendable {
        public let stage: LifecycleStage
        /// How many records were ever in it, and how many are in it now; a lead that was lost is in none.
        public let entered: Int
        public let here: Int
        /// For leads, how many came at least so far; for customers the same as `entered`.
        public let reached: Int
        /// For leads, the share of those that came one stage less far; for customers, the share of all.
        public let conversion: Double?
        public let stay: StageStay
    }

    /// How many records went from one stage to another between two moments, those that stayed included.
    public struct Movement: Hashable, Sendable {
        /// `nil` where the record was not there yet.
        public let from: LifecycleStage?
        public let to: LifecycleStage
        public let count: Int
    }

    /// The stages of the kind with somebody in them at some time, in order.
    public let lines: [Line]
    private let journeys: [[StageEntry]]

    /// Surveys the journeys of records of one kind.
    ///
    /// - Parameters:
    ///   - entries: Every entry of these records, each record's together and the oldest first.
    ///   - ended: When leads that were lost were so; their last stay ends with it.
    public init(
        _ entries: [StageEntry], kind: RecordKind, ended: [RecordReference: LocalDateTime], now: LocalDateTime
    ) {
        journeys = entries.filter { $0.record.kind == kind }.chunked { $0.record == $1.record }
        let path: [LifecycleStage] =
            kind == .lead
            ? [.lead, .qualified, .opportunity, .new] : LifecycleStage.allCases.filter { !$0.isBeforePurchase }
        var entered: [LifecycleStage: Int] = [:]
        var here: [LifecycleStage: Int] = [:]
        var reached = [Int](repeating: 0, count: path.count)
        var stays: [LifecycleStage: [StageStay.Spell]] = [:]
        for journey in journeys {
            guard let last = journey.last else { continue }
            for stage in Set(journey.map(\.to)) { entered[stage, default: 0] += 1 }
            let end = ended[last.record]
            if end == nil { here[last.to, default: 0] += 1 }
            let furthest = journey.compactMap { path.firstIndex(of: $0.to) }.max() ?? 0
            for index in 0...furthest { reached[index] += 1 }
            for (entry, next) in zip(journey, journey.dropFirst().map(Optional.some) + [nil]) {
                let isOver = next != nil || end != nil
                let days = max(0, (next?.at ?? end ?? now).days(since: entry.at))
                stays[entry.to, default: []].append(StageStay.Spell(days: days, isOver: isOver))
            }
        }
        let total = journeys.count
        lines = path.enumerated().compactMap { index, stage in
            let count = kind == .lead ? reached[index] : entered[stage] ?? 0
            guard count > 0 else { return nil }
            let base = kind == .lead ? (index == 0 ? 0 : reached[index - 1]) : total
            return Line(
                stage: stage, entered: entered[stage] ?? 0, here: here[stage] ?? 0, reached: count,
                conversion: base == 0 ? nil : Double(count) / Double(base), stay: StageStay(stays[stage] ?? []))
        }
    }

    /// What moved between two moments, in the order of stages.
    public func movements(from start: LocalDateTime, until end: LocalDateTime) -> [Movement] {
        struct Pair: Hashable { var from: LifecycleStage?, to: LifecycleStage }
        var counts: [Pair: Int] = [:]
        for journey in journeys {
            guard let to = journey.last(where: { $0.at <= end })?.to else { continue }
            counts[Pair(from: journey.last { $0.at <= start }?.to, to: to), default: 0] += 1
        }
        let froms = [nil] + LifecycleStage.allCases.map(Optional.some)
        return froms.flatMap { from in
            LifecycleStage.allCases.compactMap { to in
                counts[Pair(from: from, to: to)].map { Movement(from: from, to: to, count: $0) }
            }
        }
    }
}

/// How long records stay in a stage; stays that still go on count as longer than they are now (Kaplan and Meier's
/// product-limit estimate), so that slow records are not forgotten.
public struct StageStay: Hashable, Sendable {
    /// The days after which a quarter, half, and three quarters have gone on; `nil` where fewer have.
    public let quarter: Double?
    public let median: Double?
    public let threeQuarters: Double?
    /// How many stays are over.
    public let finished: Int

    struct Spell {
        var days: Double
        var isOver: Bool
    }

    init(_ spells: [Spell]) {
        finished = spells.count(where: \.isOver)
        // Of equal length, ends come before those that go on.
        let sorted = spells.sorted { ($0.days, $0.isOver ? 0 : 1) < ($1.days, $1.isOver ? 0 : 1) }
        var staying = 1.0
        var quartiles: [Double?] = [nil, nil, nil]
        for (index, spell) in sorted.enumerated() where spell.isOver {
            staying *= 1 - 1 / Double(sorted.count - index)
            // Products of fractions may miss a quartile by a hair.
            for (place, share) in [0.75, 0.5, 0.25].enumerated()
            where staying <= share + 1e-9 && quartiles[place] == nil {
                quartiles[place] = spell.days
            }
        }
        (quarter, median, threeQuarters) = (quartiles[0], quartiles[1], quartiles[2])
    }
}

extension Array {
    /// The elements in runs whose neighbours belong together.
    fileprivate func chunked(_ belongs: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, belongs(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}
