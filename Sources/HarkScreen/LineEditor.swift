/// One line of text being typed, with its cursor, history and the text last cut.
public struct LineEditor: Hashable, Sendable {
    /// The text.
    public private(set) var text: String
    /// The cursor, in graphemes from the start: `0...text.count`.
    public private(set) var cursor: Int
    /// Lines entered before, oldest first.
    public private(set) var history: [String]
    /// The line laid aside last, and nothing entered since; empty for none.
    public private(set) var shelved: String

    private var killed = ""
    /// The place among ``lines`` shown, their number for the line being typed.
    private var recalled: Int
    private var draft = ""

    /// The most lines kept in the history.
    private static let mostHistory = 500

    /// Starts with `text`, the cursor at its end.
    ///
    /// - Parameter shelved: A line laid aside before.
    public init(_ text: String = "", history: [String] = [], shelved: String = "") {
        self.text = Self.oneLine(text)
        self.history = history
        self.shelved = Self.oneLine(shelved)
        cursor = self.text.count
        recalled = history.count + (shelved.isEmpty ? 0 : 1)
    }

    /// Whether nothing is typed.
    public var isEmpty: Bool { text.isEmpty }

    /// Whether a line of before is shown and not the one being typed.
    public var isRecalling: Bool { recalled < lines.count }

    /// The text left of the cursor.
    public var head: String { String(text.prefix(cursor)) }

    /// Replaces everything, as a completion does; the cursor goes to the end.
    public mutating func replace(with text: String) {
        self.text = Self.oneLine(text)
        cursor = self.text.count
    }

    /// Takes the line: it is returned, remembered, and the editor is empty. A line that was shelved is remembered too.
    public mutating func take() -> String {
        let line = text
        if !line.allSatisfy(\.isWhitespace), history.last != line {
            let aside = shelved == line ? [] : lines.dropFirst(history.count)
            history = (history + aside + [line]).suffix(Self.mostHistory)
            shelved = ""
        }
        clear()
        return line
    }

    /// Lays the line aside: the editor is empty, and the line is what ``recallPrevious()`` shows first.
    ///
    /// It takes the place of the line shelved before, and is no part of the history until it is entered.
    public mutating func shelve() {
        if !text.allSatisfy(\.isWhitespace), history.last != text { shelved = text }
        clear()
    }

    private mutating func clear() {
        text = ""
        cursor = 0
        draft = ""
        recalled = lines.count
    }

    /// Forgets every line with `part` in it, without case, as if it had never been entered.
    public mutating func forgetLines(with part: String) {
        let key = part.lowercased()
        history.removeAll { $0.lowercased().contains(key) }
        if shelved.lowercased().contains(key) { shelved = "" }
        if draft.lowercased().contains(key) { draft = "" }
        recalled = lines.count
    }

    /// What can be recalled, oldest first: the history, then the line shelved.
    private var lines: [String] { shelved.isEmpty ? history : history + [shelved] }

    /// Inserts text at the cursor; line ends become spaces.
    public mutating func insert(_ inserted: String) {
        let tail = String(text.dropFirst(cursor))
        let start = head + Self.oneLine(inserted)
        text = start + tail
        cursor = text.count - tail.count
    }

    /// Shows the line before in the history.
    public mutating func recallPrevious() { recall(recalled - 1) }

    /// Shows the line after in the history, at last the one being typed.
    public mutating func recallNext() { recall(recalled + 1) }

    /// The newest line of the history that contains `part`, without case, older than the one shown if it does too.
    ///
    /// - Returns: Whether there is one; it is shown then.
    @discardableResult
    public mutating func recall(containing part: String) -> Bool {
        let wanted = part.lowercased()
        guard let index = lines.prefix(recalled).lastIndex(where: { $0.lowercased().contains(wanted) }) else {
            return false
        }
        recall(index)
        return true
    }

    private mutating func recall(_ index: Int) {
        let lines = lines
        guard index >= 0, index <= lines.count, index != recalled else { return }
        if recalled == lines.count { draft = text }
        recalled = index
        replace(with: index == lines.count ? draft : lines[index])
    }

    /// Moves the cursor, within the text.
    mutating func moveCursor(to place: Int) { cursor = min(max(0, place), text.count) }

    /// Deletes the graphemes of `range`; the cursor ends where they were.
    mutating func delete(_ range: Range<Int>, remember: Bool = false) {
        let range = range.clamped(to: 0..<text.count)
        guard !range.isEmpty else { return }
        let start = text.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.index(start, offsetBy: range.count)
        if remember { killed = String(text[start..<end]) }
        text.removeSubrange(start..<end)
        cursor = min(range.lowerBound, text.count)
    }

    /// Inserts the text last cut.
    mutating func yank() { insert(killed) }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
