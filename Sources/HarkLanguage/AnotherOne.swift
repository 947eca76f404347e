import HarkCore

/// "And one for Fjell Telecom, the dashboard is empty" after a ticket was opened: the phrase with the kind of record
/// that was made last in place of "one".
struct AnotherOne {
    let context: ReadingContext

    private static let nouns: [CommandType: String] = [
        .createTicket: "ticket", .createTask: "task", .createLead: "lead", .createDeal: "deal",
        .createContact: "contact", .createCompany: "company", .scheduleMeeting: "meeting", .setReminder: "reminder",
    ]
    private static let openings: Set<String> = ["and", "also", "now", "then", "oh", "um", "uh", "please", ",", "so"]
    private static let verbs: Set<String> = [
        "open", "add", "create", "make", "book", "log", "raise", "set", "schedule", "put", "enter", "need", "new",
    ]
    private static let counts = [
        ["yet", "another", "one"], ["another", "one"], ["one", "more"], ["a", "second", "one"], ["a", "new", "one"],
        ["a", "similar", "one"], ["another"], ["one"],
    ]
    private static let joints: Set<String> = ["for", "from", "with", "at", "called", "to", ":", "about", "on", "by"]

    /// The phrase as a command of its own; `nil` where it asks for no other one.
    func spelled(_ phrase: String) -> String? {
        guard let last = context.last, let noun = AnotherOne.nouns[last.commandType], phrase.utf8.count <= 200 else {
            return nil
        }
        let tokens = Tokenizer.tokenize(phrase).tokens
        let words = tokens.map(\.text)
        var first = words.prefix { AnotherOne.openings.contains($0) }.count
        var verb = "create"
        if first < words.count, AnotherOne.verbs.contains(words[first]) {
            if words[first] != "need", words[first] != "new" { verb = words[first] }
            first += 1
        }
        guard let count = AnotherOne.counts.first(where: { words.dropFirst(first).starts(with: $0) }),
            case var next = first + count.count, next < words.count
        else { return nil }
        // "And another one, Sophie Laurent at Hexacare"
        let isNamed = words[next] == "," && next + 1 < words.count && tokens[next + 1].isCapitalised
        guard isNamed || AnotherOne.joints.contains(words[next]) else { return nil }
        if isNamed { next += 1 }
        return
            "\(verb) a \(noun)\(isNamed ? ":" : "") \(String(decoding: Array(phrase.utf8)[tokens[next].start...], as: UTF8.self))"
    }
}
