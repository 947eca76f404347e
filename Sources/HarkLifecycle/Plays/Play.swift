public import HarkCore

/// One kind of work that may be the best thing to do next with a record.
public struct Play: Hashable, Sendable {
    /// A short name that stays, such as `call-back`.
    public let name: String
    /// What it is, in words, such as `call again`.
    public let title: String
    /// The kinds of record it is for.
    public let kinds: Set<RecordKind>
    /// All must hold.
    let conditions: [PlayCondition]
    /// Why it is wise, with facts in braces.
    let because: PlayText
    /// The share of the record's value it is expected to win or save, before ``factor``.
    let gain: Double
    /// A fact the gain is multiplied by; `nil` for none.
    let factor: PlayFact?
    /// How long the work takes.
    public let minutes: Int
    /// What it is for.
    public let aim: PlayAim
    /// Within how many days that is expected; once done, the play rests so long.
    public let horizonDays: Int
    /// The command the phrase comes to, which not everybody has the right to.
    public let command: CommandType
    /// The phrase that does it, with words in braces.
    let phrase: PlayText
}

/// Something that must hold for a play.
enum PlayCondition: Hashable, Sendable {
    case stage(Set<LifecycleStage>)
    case atLeast(PlayFact, Double)
    case atMost(PlayFact, Double)
    case equals(PlayFact, Double)
    case unknown(PlayFact)

    func holds(for record: PlayRecord) -> Bool {
        switch self {
        case .stage(let stages): stages.contains(record.stage)
        case .atLeast(let fact, let bound): record.facts[fact].map { $0 >= bound } ?? false
        case .atMost(let fact, let bound): record.facts[fact].map { $0 <= bound } ?? false
        case .equals(let fact, let value): record.facts[fact] == value
        case .unknown(let fact): record.facts[fact] == nil
        }
    }
}

/// A sentence with gaps.
struct PlayText: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case fact(PlayFact)
        case word(PlayWord)
    }

    var parts: [Part]

    /// The sentence for a record; `nil` where something it speaks of is not known.
    func filled(for record: PlayRecord) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .word(let word):
                guard let value = record.words[word] else { return nil }
                text += value
            case .fact(let fact):
                guard let value = record.facts[fact] else { return nil }
                text += PlayText.words(for: fact, value)
            }
        }
        return text
    }

    private static func words(for fact: PlayFact, _ value: Double) -> String {
        let number = Int(value.rounded())
        if fact.isDays { return number == 0 ? "today" : number == 1 ? "1 day" : "\(number) days" }
        return fact.isPercent ? "\(number)%" : "\(number)"
    }
}
