/// A phrase about a field that leaves out whose it is, said as belonging to what is spoken of: after a new lead "the
/// value is 15,000", "phone 0113 496 0221" and "change the source to LinkedIn" are its value, its phone, its source.
struct Possession {
    private let phrase: TokenizedPhrase

    init(_ phrase: TokenizedPhrase) { self.phrase = phrase }

    private static let openings: Set<String> = [
        "and", "also", "oh", "um", "uh", "er", "then", "so", "ok", "okay", ",", "the", "a", "new", "with",
    ]
    private static let verbs: Set<String> = [
        "set", "change", "put", "make", "update", "move", "push", "raise", "lower", "correct", "fix", "switch", "bump",
        "add", "enter",
    ]
    private static let joints: Set<String> = ["is", "to", ":", "=", "of", "'s", "at", "-", ",", "as", "like", "now"]
    /// Each word for a field, in the words a template takes it in.
    private static let fields: [String: String] = [
        "phone": "phone", "number": "phone", "mobile": "mobile", "telephone": "phone", "email": "email",
        "mail": "email", "value": "value", "amount": "amount", "worth": "value", "budget": "budget", "price": "amount",
        "source": "source", "owner": "owner", "stage": "stage", "probability": "probability", "chance": "probability",
        "close": "close date", "closing": "close date", "status": "status", "priority": "priority", "title": "title",
        "city": "city", "industry": "industry", "contact": "contact person", "person": "contact person",
        "due": "due date", "subject": "subject",
    ]
    /// Words that go with the word for a field.
    private static let rests: Set<String> = ["address", "number", "date", "person", "size", "title", "by"]
    private static let mostWords = 14

    /// The phrase with "its" put where it belongs, the likeliest first; empty where it begins with no field.
    var turns: [String] {
        let tokens = phrase.tokens
        guard (2...Possession.mostWords).contains(tokens.count), !phrase.isCut else { return [] }
        var first = 0
        while first < tokens.count, Possession.openings.contains(tokens[first].text) { first += 1 }
        guard first < tokens.count else { return [] }
        var verb: String?
        if Possession.verbs.contains(tokens[first].text) {
            verb = tokens[first].text
            first += 1
            while first < tokens.count, Possession.openings.contains(tokens[first].text) { first += 1 }
        }
        guard first < tokens.count, let field = Possession.fields[tokens[first].text] else { return [] }
        var end = first + 1
        while end < tokens.count, Possession.rests.contains(tokens[end].text) { end += 1 }
        while end < tokens.count, Possession.joints.contains(tokens[end].text) { end += 1 }
        guard end < tokens.count else { return [] }
        let value = phrase.text(end..<tokens.count)
        return [
            "\(verb ?? "set") its \(field) to \(value)", "its \(field) is \(value)",
            "set the \(field) of it to \(value)",
        ]
    }
}
