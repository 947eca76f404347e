import HarkCore

/// What people ask of a computer that a CRM in a terminal does not do: it says so, and what it does instead.
enum BeyondHark {
    /// The answer to a request for such a thing; `nil` for anything else.
    static func answer(to phrase: TokenizedPhrase) -> String? {
        let words = phrase.tokens.map(\.text)
        guard let first = words.firstIndex(where: { !openings.contains($0) }), words.count <= 16,
            !words.contains(where: noted.contains)
        else { return nil }
        let asked = words[first...]
        return things.first { thing in
            asked.first.map(thing.verbs.contains) == true
                && (thing.nouns.isEmpty || !thing.nouns.isDisjoint(with: asked.dropFirst()))
        }?.answer
    }

    private static let openings: Set<String> = [
        "can", "could", "would", "will", "you", "please", "also", "and", "um", "uh", "so", "ok", "okay", "then", "just",
        "now", "me", "i", "want", "to", "like", "'d", "need", "let", "us", "oh",
    ]
    /// What is noted down to be done by somebody is no request to the program.
    private static let noted: Set<String> = ["task", "todo", "reminder", "remind", "note", "log", "ticket", "tomorrow"]

    private static let things: [(verbs: Set<String>, nouns: Set<String>, answer: String)] = [
        (
            ["send", "text", "message", "write", "drop", "ping"],
            ["whatsapp", "sms", "text", "slack", "telegram", "dm"],
            "Hark sends no messages. It can draft an e-mail, or make a task of it: “task: text Helen Marsh”."
        ),
        (
            ["send", "turn", "give", "export", "show"],
            ["powerpoint", "slides", "presentation", "pdf", "slideshow", "keynote"],
            "Hark makes no slides or PDF. Lists are exported as CSV: “export my open deals”."
        ),
        (["print", "fax", "scan"], [], "Hark does not print. Lists are exported as CSV: “export my open deals”."),
        (
            ["attach", "upload", "download"], [],
            "Hark keeps no files. A note can say where one is: “note on Contoso: the offer is in the shared folder”."
        ),
        (
            ["translate"], [], "Hark does not translate."
        ),
        (
            ["order", "book", "get", "call"], ["taxi", "cab", "flight", "hotel", "uber", "train", "pizza"],
            "Hark books no travel. It can remind you: “remind me to book a flight tomorrow”."
        ),
        (["play"], ["music", "song", "radio"], "Hark plays nothing."),
    ]
}
