import HarkCore

/// Whom a new lead is about: templates fill `company` with any name, and which of them is a person is told here.
extension Interpreter {
    /// A person and the company they are with, either of which may not be said.
    struct Party {
        var person: FilledSlot?
        var company: FilledSlot?
        /// Whether a second name was taken up as well.
        var usesSecond = false
    }

    /// Words between a person and the company they are with.
    private static let ofCompany: Set<String> = [
        "from", "at", "of", "with", "works", "working", "company", "employer",
    ]

    /// Tells the person from the company among the names of a new lead.
    func party(_ reading: Reading) -> Party {
        let names = reading.all("company")
        if let person = reading.first("person") { return Party(person: person, company: names.first) }
        guard let first = names.first else { return Party() }
        guard names.count == 2 else {
            return isPersonal(first, in: reading) ? Party(person: first) : Party(company: first)
        }
        let second = names[1]
        let between = first.range.upperBound..<second.range.lowerBound
        if between.contains(where: saysOfCompany) {
            return Party(person: first, company: second, usesSecond: true)
        }
        if isPersonal(second, in: reading), !isPersonal(first, in: reading) {
            return Party(person: second, company: first, usesSecond: true)
        }
        let isPlausible = isPersonal(first, in: reading) || first.range.count > 1 && hasForm(second) && !hasForm(first)
        return isPlausible
            ? Party(person: first, company: second, usesSecond: true) : Party(company: first)
    }

    /// Whether a word, slips aside, says that a company follows.
    private func saysOfCompany(_ token: Int) -> Bool {
        let near = spans.alternatives[token].map { grammar.vocabulary.words[Int($0.word)] }
        return ([phrase.tokens[token].text] + near).contains(where: Interpreter.ofCompany.contains)
    }

    private func hasForm(_ slot: FilledSlot) -> Bool {
        phrase.tokens[slot.range].contains { NameWords.forms.contains($0.text) }
    }

    /// Whether a name is that of a person: known as one, with a common first name, or the one an address is made of.
    private func isPersonal(_ slot: FilledSlot, in reading: Reading) -> Bool {
        if let mention = spans.mentions[slot.range.lowerBound].first(where: {
            $0.end == slot.range.upperBound && $0.match >= 1
        }) {
            return mention.kinds.contains(.contact) && mention.kinds.isDisjoint(with: [.company, .customer, .lead])
        }
        let words = phrase.tokens[slot.range].map(\.text)
        guard (2...4).contains(words.count), !hasForm(slot) else { return false }
        if GivenNames.all.contains(words[0]) { return true }
        guard let email = email("email", in: reading), let at = email.firstIndex(of: "@") else { return false }
        let locals = email[..<at].split { !$0.isLetter }.map(String.init)
        return locals.contains(words[0]) || locals.contains(words[words.count - 1])
            || email[..<at].hasSuffix(words[words.count - 1]) && email.first == words[0].first
    }
}
