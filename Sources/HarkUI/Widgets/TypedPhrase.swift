import HarkCore
import HarkLanguage
import HarkScreen

/// A phrase while it is being typed: what each of its words is, and what the whole would become.
///
/// Colour only repeats what underlines, the line of words below and the note at the right say.
enum TypedPhrase {
    /// The visible part of a phrase, each word in the role of what it is.
    ///
    /// - Parameters:
    ///   - visible: The part of `text` on the screen, which begins at its character `start`.
    ///   - outline: What is known of the phrase; it may lag behind the text.
    static func runs(_ visible: String, from start: Int, of text: String, _ outline: PhraseOutline?) -> [Run] {
        guard let outline, text.dropFirst(start).hasPrefix(visible) else { return [Run(visible, .prompt)] }
        // As far as the outline's phrase is still what stands there.
        let known = zip(text.utf8, outline.phrase.utf8).prefix { $0 == $1 }.count
        var runs: [Run] = []
        var offset = text.prefix(start).utf8.count
        for character in visible {
            let piece = outline.pieces.first { $0.range.contains(offset) }
            let isCurrent = piece.map { $0.range.upperBound <= known } ?? false
            let role = isCurrent ? piece?.kind.role ?? .prompt : .prompt
            if runs.last?.role == role {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(Run(String(character), role))
            }
            offset += character.utf8.count
        }
        return runs
    }

    /// What the phrase would become, what is missing, and which words were not understood.
    static func lines(_ outline: PhraseOutline, _ state: Dashboard.State) -> [[Run]] {
        var lines: [[Run]] = []
        if outline.actions.isEmpty {
            if let likely = outline.likely { lines.append([Run(likely.rawValue + " ?", .muted)]) }
        } else {
            lines.append(Array(outline.actions.map { runs($0) }.joined(separator: [Run("  ")])))
        }
        // While a word can be completed it is too early to ask what it means.
        if state.shownGhost.isEmpty, let question = question(outline) { lines.append([Run(question, .medium)]) }
        let unknown = outline.unknownWords
        if !unknown.isEmpty {
            lines.append([Run("not understood: ", .muted), Run(unknown.joined(separator: " "), .notUnderstood)])
        }
        let ways = outline.completions.filter { !$0.isEmpty }
        if ways.count > 1, !state.shownGhost.isEmpty {
            let last = String(outline.phrase.split(separator: " ").last ?? "")
            let stem = outline.phrase.last?.isWhitespace == true ? "" : last
            lines.append([
                Run(state.key(.nextReading), .key),
                Run("  " + ways.map { stem + $0 }.joined(separator: "  "), .muted),
            ])
        }
        return lines
    }

    /// What Enter would ask, where it would ask something.
    private static func question(_ outline: PhraseOutline) -> String? {
        outline.actions.first { $0.status != .ready }?.question
    }

    /// The command and what it is about, in words.
    private static func runs(_ action: Action) -> [Run] {
        [Run(action.commandType.rawValue, .title)]
            + action.entities.members.flatMap { member in
                let value = if case .string(let text) = member.value { text } else { member.value.compact }
                return [Run("  \(member.name) ", .muted), Run(value)]
            }
    }

    /// How far the phrase has come, in a word or two.
    static func note(_ outline: PhraseOutline?) -> (text: String, role: Role) {
        guard let outline, let action = outline.decisive else { return ("typed", .muted) }
        let confidence = (outline.actions.map(\.confidence).min() ?? 0).percent
        return switch action.status {
        case .ready: ("ready \(confidence)", .good)
        case .confirm: ("asks first \(confidence)", .warning)
        case .clarify: (action.missing.first.map { "needs \($0)" } ?? "which one?", .medium)
        case .refused: ("refused", .error)
        case .unknown: ("typed", .muted)
        }
    }
}

extension PhraseOutline {
    /// The action that decides what Enter may do: the first that cannot simply run.
    fileprivate var decisive: Action? { actions.first { $0.status != .ready } ?? actions.first }
}

extension PhraseOutline.Kind {
    fileprivate var role: Role {
        switch self {
        case .command: .prompt
        case .name: .saidName
        case .time: .saidTime
        case .value: .saidValue
        case .choice: .saidChoice
        case .text: .text
        case .unknown: .notUnderstood
        }
    }
}
