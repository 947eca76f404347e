import HarkCore
import HarkScreen

/// A record's fields by name, then what was written, newest first.
enum FieldsPane {
    /// The text of the pane, one element a line.
    static func lines(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        guard let detail = state.record.detail else {
            let failure = state.record.failure
            return [[Run(failure ?? "Reading", failure == nil ? .muted : .error)]]
        }
        return fields(detail, columns: columns) + messages(detail, state, columns: columns)
    }

    private static func fields(_ detail: RecordDetail, columns: Int) -> [[Run]] {
        let width = min(18, detail.fields.map { $0.label.columns }.max() ?? 0)
        return detail.fields.flatMap { field -> [[Run]] in
            let value = SafeText(field.value, .paragraph).string
            let lines = value.wrapped(to: max(8, columns - width - 2))
            return lines.enumerated().map { index, line in
                let label = index == 0 ? field.label : ""
                return [Run(label.fitted(to: width) + "  ", .muted), Run(line)]
            }
        }
    }

    private static func messages(_ detail: RecordDetail, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        detail.messages.flatMap { message -> [[Run]] in
            let arrow = message.direction == .incoming ? state.glyphs.left : state.glyphs.right
            let head = [Run("\(arrow) \(message.channel)", .title), Run("  \(message.at.dayAndTime)", .muted)]
            let body = SafeText(message.body, .paragraph).string.wrapped(to: max(8, columns - 2))
            return [[], head] + body.map { [Run("  " + $0)] }
        }
    }
}
