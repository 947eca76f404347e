import HarkCore

/// Who is to do what only "him" or "she" is told to.
extension Interpreter {
    /// The colleague spoken of last, where the words of a task give it to "him": "set him a task to call them", "she
    /// should ring them on Friday".
    func colleagueMeant(by reading: Reading) -> User? {
        isForSomebody(reading) || isWhatSomebodyShould(reading) ? context.colleague : nil
    }

    /// Whether a task is given to "him" before it is said what it is.
    func isForSomebody(_ reading: Reading) -> Bool {
        reading.range.prefix(6).dropFirst().contains { index in
            index < reading.first("subject")?.range.lowerBound ?? 0
                && ["him", "her", "them"].contains(phrase.tokens[index].text)
                && ["give", "set", "assign", "tell", "ask", "get", "remind", "let"].contains(
                    phrase.tokens[index - 1].text)
        }
    }

    private func isWhatSomebodyShould(_ reading: Reading) -> Bool {
        reading.range.prefix(4).dropLast().contains { index in
            ["he", "she"].contains(phrase.tokens[index].text)
                && ["should", "must", "needs", "has", "ought"].contains(phrase.tokens[index + 1].text)
        }
    }
}
