extension LineEditor {
    /// Obeys an editing key.
    ///
    /// Characters and pasted text go in; arrows, Home, End, C-a, C-e, C-b, C-f move; with Alt or Control by words;
    /// Backspace, Del, C-h, C-d delete; C-w, M-Backspace, M-d, C-u, C-k cut and C-y puts back; Up, Down, C-p, C-n
    /// walk through the history.
    ///
    /// - Returns: Whether the key is one of these; the caller decides about all others.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .paste(let text): insert(text)
        case .character(let character, []): insert(String(character))
        case .character(let character, .control): return control(character)
        case .character(let character, .alt): return alt(character)
        case .named(let name, []): return plain(name)
        case .named(.left, .control), .named(.left, .alt): moveCursor(to: wordStart)
        case .named(.right, .control), .named(.right, .alt): moveCursor(to: wordEnd)
        case .named(.backspace, .alt), .named(.backspace, .control): delete(wordStart..<cursor, remember: true)
        case .named(.delete, .alt), .named(.delete, .control): delete(cursor..<wordEnd, remember: true)
        default: return false
        }
        return true
    }

    /// The part of the text that shows in a field, scrolled so that the cursor is visible.
    ///
    /// - Parameter columns: The field's width, at least 1.
    /// - Returns: The visible text, the cursor's column in it, `0..<columns`, and how many characters lie before it.
    public func view(columns: Int) -> (text: String, cursor: Int, start: Int) {
        let shown = SafeText(text, .list).string
        let before = SafeText(head, .list).string
        guard shown.columns >= columns else { return (shown, before.columns, 0) }
        let visible = before.suffix(columns: max(0, columns - 1))
        let start = before.count - visible.count
        return (String(shown.dropFirst(start)).prefix(columns: columns), visible.columns, start)
    }

    private mutating func plain(_ name: Key.Name) -> Bool {
        switch name {
        case .left: moveCursor(to: cursor - 1)
        case .right: moveCursor(to: cursor + 1)
        case .home: moveCursor(to: 0)
        case .end: moveCursor(to: text.count)
        case .backspace: delete(cursor - 1..<cursor)
        case .delete: delete(cursor..<cursor + 1)
        case .up: recallPrevious()
        case .down: recallNext()
        default: return false
        }
        return true
    }

    private mutating func control(_ character: Character) -> Bool {
        switch character {
        case "a": moveCursor(to: 0)
        case "e": moveCursor(to: text.count)
        case "b": moveCursor(to: cursor - 1)
        case "f": moveCursor(to: cursor + 1)
        case "h": delete(cursor - 1..<cursor)
        case "d": delete(cursor..<cursor + 1)
        case "w": delete(wordStart..<cursor, remember: true)
        case "u": delete(0..<cursor, remember: true)
        case "k": delete(cursor..<text.count, remember: true)
        case "y": yank()
        case "p": recallPrevious()
        case "n": recallNext()
        default: return false
        }
        return true
    }

    private mutating func alt(_ character: Character) -> Bool {
        switch character {
        case "b": moveCursor(to: wordStart)
        case "f": moveCursor(to: wordEnd)
        case "d": delete(cursor..<wordEnd, remember: true)
        default: return false
        }
        return true
    }

    /// Where the word left of the cursor starts.
    private var wordStart: Int {
        let characters = Array(text)
        var place = cursor
        while place > 0, !isWord(characters[place - 1]) { place -= 1 }
        while place > 0, isWord(characters[place - 1]) { place -= 1 }
        return place
    }

    /// Where the word right of the cursor ends.
    private var wordEnd: Int {
        let characters = Array(text)
        var place = cursor
        while place < characters.count, !isWord(characters[place]) { place += 1 }
        while place < characters.count, isWord(characters[place]) { place += 1 }
        return place
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
