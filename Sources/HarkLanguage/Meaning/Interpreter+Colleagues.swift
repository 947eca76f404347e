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
        return context.colleague
    }
}
