import HarkCore
import HarkLifecycle
import HarkScreen

/// How the record stood at the event under the cursor, beside how it stands today.
enum StandingLines {
    /// Longer values push what stands beside them to the right, so that it can be read with others of usual length.
    private static let widestAligned = 10

    /// The block above a detail pane's text; empty while the cursor is not in the past.
    static func lines(_ state: Dashboard.State) -> [[Run]] {
        guard let then = state.standing, let today = state.standingToday?.parts else { return [] }
        let values = then.parts.map { SafeText($0.value, .list).string }
        let width = min(values.map(\.columns).max() ?? 0, widestAligned)
        let rows = zip(then.parts, values).map { part, value -> [Run] in
            let now = today.first { $0.label == part.label }.map { SafeText($0.value, .list).string } ?? ""
            let label = Run(part.label.capitalised.fitted(to: 8), .muted)
            return now == value
                ? [label, Run(value)]
                : [
                    label, Run(value.columns < width ? value.fitted(to: width) : value, .title),
                    Run("  now \(now)", .muted),
                ]
        }
        return [[Run("As of \(then.at.date)", .title), Run(", not today", .muted)]] + rows + [[]]
    }
}

extension Dashboard.State {
    /// How the record stood at the event under the cursor; `nil` unless that is over.
    var standing: Standing? {
        guard let event = currentEvent, event.at <= now, let detail = record.detail, let journey = record.journey
        else { return nil }
        return Standing(of: detail, journey, at: event.at)
    }

    /// How a lead or customer stands today; `nil` for other records and while there is none.
    var standingToday: Standing? {
        guard let detail = record.detail, let journey = record.journey,
            detail.reference.kind == .lead || detail.reference.kind == .customer
        else { return nil }
        return Standing(of: detail, journey, today: now)
    }
}
