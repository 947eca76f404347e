public import HarkCore

/// One thing that can be said.
public struct HelpEntry: Hashable, Sendable {
    /// The command it becomes.
    public var commandType: CommandType
    /// The heading it stands under, such as `Leads`.
    public var group: String
    /// Sentences that work as they stand, the plainest first.
    public var samples: [String]

    /// Whether a sample, with its heading and the command's name, has all words of a search.
    public func finds(_ search: String, in sample: String) -> Bool {
        HelpEntry.finds(search, in: sample, group: group, commandType: commandType)
    }

    /// Whether each word of a search begins a word of a phrase, its heading or its command's name; a plural finds its
    /// singular, and case counts for nothing.
    public static func finds(_ search: String, in phrase: String, group: String, commandType: CommandType) -> Bool {
        let name = String(commandType.rawValue.map { $0 == "_" ? " " : $0 })
        let known = "\(phrase) \(group) \(name)".lowercased().split { !($0.isLetter || $0.isNumber) }
        return search.lowercased().split { $0.isWhitespace }.allSatisfy { word in
            let stem = word.count > 3 && word.hasSuffix("s") ? word.dropLast() : word
            return known.contains { $0.hasPrefix(stem) }
        }
    }
}
