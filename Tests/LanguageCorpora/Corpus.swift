package import HarkCore

/// Phrases and what they mean: one meaning with all its wordings.
package enum Corpus {
    package struct Meaning: Sendable {
        package var command: CommandType
        package var status: Action.Status
        /// The entities as compact JSON.
        package var entities: String
        package var wordings: [String]

        init(_ command: CommandType, _ status: Action.Status, _ entities: String, _ wordings: [String]) {
            self.command = command
            self.status = status
            self.entities = entities
            self.wordings = wordings
        }
    }

    package static let all =
        creating + working + asking + talking + deals + agenda + people + tickets + measures
        + looking + doing + several + views + more + leaning + transfers

    /// Reads blocks of a line `COMMAND status entities` and its wordings, one a line, further in.
    static func meanings(_ text: String) -> [Meaning] {
        var meanings: [Meaning] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("  ") {
                meanings[meanings.count - 1].wordings.append(String(line.dropFirst(2)))
            } else {
                let head = line.split(separator: " ", maxSplits: 2).map(String.init)
                let command = CommandType(rawValue: head[0]) ?? .unknown
                meanings.append(Meaning(command, Action.Status(rawValue: head[1]) ?? .unknown, head[2], []))
            }
        }
        return meanings
    }
}
