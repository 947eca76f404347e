/// A character in a template file.
public struct GrammarPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The character in the line, from 1.
    public var column: Int

    /// The place as compilers write it: `leads.intents:12:7`.
    public var description: String { "\(file):\(line):\(column)" }

    /// Orders by file, line and column.
    public static func < (left: GrammarPlace, right: GrammarPlace) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
