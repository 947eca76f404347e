import HarkCore

/// Requirements that are about a field as such.
extension FilterReader {
    /// Asks where something is required that records of the kind do not have.
    mutating func askForOwnFields() {
        // The risk of a deal is told from its close date.
        guard question == nil,
            let strange = conditions.first(where: { !kind.has($0.field) && !($0.field == .risk && kind == .deal) })
        else { return }
        question = "\(Interpreter.sentence(kind.plural)) cannot be listed by \(strange.field.label). By what else?"
    }

    /// What is to be empty: "contacts without an e-mail address".
    mutating func readLacks() {
        guard let lack = reading.first("lack") else { return }
        if let field = table("lack").flatMap(Field.init), kind.has(field) {
            return add(field.rawValue, "none", Condition(field, .equals, .nothing))
        }
        let word = interpreter.phrase.text(lack.range)
        question = "\(Interpreter.sentence(kind.plural)) cannot be listed by a missing \(word). By what else?"
    }
}
