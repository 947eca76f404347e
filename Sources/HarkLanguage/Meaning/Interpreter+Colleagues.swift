import HarkCore

/// Colleagues whose records are asked about without saying the name again.
extension Interpreter {
    /// Pronouns of one person.
    static let colleagues: Set<String> = ["he", "she", "his", "her", "hers", "him"]

    /// The colleague a pronoun of the reading means: whose records the last question was about.
    func colleague(in reading: Reading) -> User? {
        guard phrase.tokens[reading.range].contains(where: { Interpreter.colleagues.contains($0.text) }) else {
            return nil
        }
        return context.ownerAskedAbout
    }
}

extension ReadingContext {
    /// The colleague whose records were asked for last; `nil` where a record was spoken of since.
    var ownerAskedAbout: User? {
        guard let last, last.links.isEmpty, last.command?.writes != true else { return nil }
        let name =
            last.entities["owner"] ?? last.entities["filters"]?["owner"] ?? list?.entities["owner"]
            ?? list?.entities["filters"]?["owner"]
        guard let name = name?.string, name != user.name else { return nil }
        return users.first { $0.name == name }
    }
}
