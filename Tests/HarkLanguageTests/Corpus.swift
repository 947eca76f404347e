import HarkCore

/// Phrases and what they mean: one meaning with all its wordings.
enum Corpus {
    struct Meaning: Sendable {
        var command: CommandType
        var status: Action.Status
        /// The entities as compact JSON.
        var entities: String
        var wordings: [String]

        init(_ command: CommandType, _ status: Action.Status, _ entities: String, _ wordings: [String]) {
            self.command = command
            self.status = status
            self.entities = entities
            self.wordings = wordings
        }
    }

    static let all = creating + working + asking + talking
}
