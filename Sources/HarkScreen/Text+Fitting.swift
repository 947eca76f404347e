/// Which part of a text goes when it is too long.
public enum Cut: Hashable, Sendable {
    /// Keep the end: `…jord/notes`.
    case start
    /// Keep both ends: `Bergen…line`.
    case middle
    /// Keep the start: `Bergen Fj…`.
    case end
}

/// Where a text stands in a wider field.
public enum Alignment: Hashable, Sendable {
    /// Spaces follow the text.
    case leading
    /// Spaces on both sides, the odd one after.
    case center
    /// Spaces come before the text.
    case trailing
}

extension String {
    /// The text in at most `columns` columns, with `ellipsis` (one column wide) where something was cut.
    public func truncated(to columns: Int, cut: Cut = .end, ellipsis: Character = "…") -> String {
        guard self.columns > columns else { return self }
        guard columns > 0 else { return "" }
        switch cut {
        case .end: return prefix(columns: columns - 1) + String(ellipsis)
        case .start: return String(ellipsis) + suffix(columns: columns - 1)
        case .middle:
            let tail = (columns - 1) / 2
            return prefix(columns: columns - 1 - tail) + String(ellipsis) + suffix(columns: tail)
        }
    }

    /// The text in exactly `columns` columns, cut or filled with spaces.
    public func fitted(
        to columns: Int, align: Alignment = .leading, cut: Cut = .end, ellipsis: Character = "…"
    ) -> String {
        let text = truncated(to: columns, cut: cut, ellipsis: ellipsis)
        let spaces = max(0, columns - text.columns)
        let before =
            switch align {
            case .leading: 0
            case .center: spaces / 2
            case .trailing: spaces
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: spaces - before)
    }

    /// As many whole graphemes from the start as fit in `columns`.
    public func prefix(columns: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.columns
                return used <= columns
            })
    }

    /// As many whole graphemes from the end as fit in `columns`.
    public func suffix(columns: Int) -> String {
        var used = 0
        var start = endIndex
        while start > startIndex {
            let previous = index(before: start)
            used += self[previous].columns
            guard used <= columns else { break }
            start = previous
        }
        return String(self[start...])
    }

    /// The text as lines of at most `columns` columns, broken between words, and within a word only if it fills
    /// more than a line. Line ends in the text stay line ends; an empty text is one empty line.
    ///
    /// - Parameter columns: At least 2, so that every grapheme fits; smaller values count as 2.
    public func wrapped(to columns: Int) -> [String] {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { Self.wrap($0, to: max(2, columns)) }
    }

    private static func wrap(_ paragraph: Substring, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(separator: " ") {
            if !line.isEmpty, line.columns + 1 + word.columns > columns {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
            while line.columns > columns {
                let head = line.prefix(columns: columns)
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}
