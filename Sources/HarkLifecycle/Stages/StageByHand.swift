public import HarkCore

/// A stage somebody set a customer to, as the note of a `stage_changed` event says it:
/// `at-risk → active because they signed again`.
public struct StageByHand: Hashable, Sendable {
    /// The stage set.
    public let stage: LifecycleStage
    /// The stage it overruled.
    public let overruled: LifecycleStage
    /// Why; empty where nothing was said.
    public let reason: String
    public let at: LocalDateTime

    /// Reads an event; `nil` for one that names no two stages of customers.
    init?(_ event: Event) {
        let parts = StageByHand.parts(of: event.note ?? "")
        let words = parts.change.split { !$0.isLetter && $0 != "-" }.compactMap {
            LifecycleStage(rawValue: $0.lowercased())
        }
        guard words.count == 2, words.allSatisfy({ !$0.isBeforePurchase }) else { return nil }
        (overruled, stage, reason, at) = (words[0], words[1], parts.reason, event.at)
    }

    /// The note of an event that sets a stage.
    public static func note(from before: LifecycleStage, to stage: LifecycleStage, because reason: String) -> String {
        "\(before.rawValue) → \(stage.rawValue)" + (reason.isEmpty ? "" : "\(mark)\(reason)")
    }

    /// The change and the reason a note names.
    static func parts(of note: String) -> (change: String, reason: String) {
        var index = note.startIndex
        while index < note.endIndex {
            if note[index...].hasPrefix(mark) {
                return (String(note[..<index]), String(note[note.index(index, offsetBy: mark.count)...]))
            }
            index = note.index(after: index)
        }
        return (note, "")
    }

    private static let mark = " because "
}
