import HarkCore
import HarkScreen

/// What was done, newest first, and whether it has been undone.
enum LogScreen {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let log = state.log
        guard !log.rows.isEmpty else {
            let (text, role): (String, Role) =
                log.failure.map { ($0, .error) } ?? (
                    log.isLoaded ? "Nothing has been done yet." : "Reading the log", .muted
                )
            buffer.write(paragraph: text, in: area.inset(columns: 2), role: role)
            return
        }
        for line in 0..<max(0, min(area.rows, log.rows.count - log.top)) {
            let index = log.top + line
            let row = area.row(line)
            buffer.write(
                runs(log.rows[index], state, columns: row.columns), at: row.origin.offset(columns: 2),
                columns: row.columns - 3)
            guard index == log.selection else { continue }
            buffer.write(String(buffer.glyphs.pointer), at: row.origin)
            buffer.paint(row, role: .selection)
        }
    }

    /// The last actions, beside the prompt.
    static func drawRecent(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        if state.log.rows.isEmpty {
            buffer.write(state.log.isLoaded ? "Nothing yet." : "", at: area.origin.offset(columns: 1), role: .muted)
        }
        for (line, action) in state.log.rows.prefix(area.rows).enumerated() {
            buffer.write(
                runs(action, state, columns: 0), at: area.origin.offset(columns: 1, rows: line),
                columns: area.columns - 1)
        }
    }

    /// When, who and which command, as far as the width allows, and what was done.
    private static func runs(_ action: LoggedAction, _ state: Dashboard.State, columns: Int) -> [Run] {
        let isToday = action.at.date == state.now.date
        let at = isToday ? action.at.clock : action.at.date.dayAndMonth
        let what = [Run(action.title, action.undone ? .muted : .text), Run(action.undone ? " (undone)" : "", .warning)]
        guard columns > 0 else { return [Run(at.leftPadded(to: 6) + "  ", .muted)] + what }
        let user = SafeText(action.userName, .list, asciiMarks: state.glyphs.isASCII).string
        let type =
            columns < 100
            ? "" : (action.commandType == .unknown ? "" : action.commandType.rawValue).fitted(to: 16) + "  "
        return [
            Run(action.at.dayAndTime + "  ", .muted),
            Run(user.fitted(to: 10, ellipsis: state.glyphs.ellipsis) + "  ", .muted), Run(type, .jsonKey),
        ] + what
    }
}
