/// Keys written down in one line, for tests and demonstrations: `jj/acme<Enter><C-l>`.
///
/// Every grapheme is a key; `<…>` holds a key or event in the notation of ``Key/notation``; `<lt>` is `<` itself.
public struct KeyScript: Hashable, Sendable {
    /// The keys in order.
    public let keys: [Key]

    /// Why a script cannot be read.
    public enum Failure: Error, Equatable, Sendable {
        /// A `<` has no `>`.
        case unclosed(at: Int)
        /// The text between `<` and `>` is no key.
        case unknownKey(String, at: Int)
    }

    /// Reads a script; line ends are skipped, so that long ones can be broken.
    ///
    /// - Throws: ``Failure`` with the position, in graphemes from 0, of the `<` in question.
    public init(_ script: String) throws(Failure) {
        var keys: [Key] = []
        var rest = Substring(script)
        while let character = rest.first {
            let position = script.count - rest.count
            guard character == "<" else {
                if !character.isNewline { keys.append(.character(character)) }
                rest = rest.dropFirst()
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { throw .unclosed(at: position) }
            let name = String(rest[rest.index(after: rest.startIndex)..<end])
            guard let key = name == "lt" ? .character("<") : Key(notation: name) else {
                throw .unknownKey(name, at: position)
            }
            keys.append(key)
            rest = rest[rest.index(after: end)...]
        }
        self.keys = keys
    }
}
