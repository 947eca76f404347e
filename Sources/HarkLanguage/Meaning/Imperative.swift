/// A sentence that says in another order what is to be done, put as a command.
///
/// "Login broken can be closed", "login broken: close" and "would you mind closing login broken" are all "close login
/// broken". The templates know the last; the others are turned to it, word by word as they stand in the phrase, and
/// only where nothing else was made of the phrase.
struct Imperative {
    private let phrase: TokenizedPhrase

    init(_ phrase: TokenizedPhrase) { self.phrase = phrase }

    /// The phrase in the order of a command, the likeliest first; empty where nothing in it can be turned.
    var turns: [String] {
        guard (3...Imperative.maximumCount).contains(phrase.tokens.count), !phrase.isCut else { return [] }
        return interjected + passive + wished + gerund + topical
    }

    /// "Oh no, reopen that one": the phrase behind what is only breathed.
    private var interjected: [String] {
        let first = phrase.tokens.firstIndex { !Imperative.interjections.contains($0.text) } ?? 0
        guard first > 0, count - first > 1 else { return [] }
        return [phrase.text(first..<count)]
    }

    private static let interjections: Set<String> = [
        "oh", "ah", "hm", "hmm", "um", "uh", "er", "and", "also", "so", "well", "right", "okay", "ok", "no", "wait",
        ",", "hey", "fine", "now", "then", "yeah", "alright",
    ]

    private static let maximumCount = 30
    /// How many words a topic has at the most.
    private static let longestTopic = 12

    private var count: Int { phrase.tokens.count }

    private func word(_ index: Int) -> String {
        index >= 0 && index < phrase.tokens.count ? phrase.tokens[index].text : ""
    }

    /// "X should be closed because …", "X needs closing".
    private var passive: [String] {
        for index in 1..<count where Imperative.modals.contains(word(index)) {
            var place = index + 1
            while place < count, Imperative.light.contains(word(place)) { place += 1 }
            if let verb = Imperative.gerunds[word(place)], ["needs", "need"].contains(word(index)) {
                return [turned(verb, 0..<index, (place + 1)..<count)]
            }
            guard word(place) == "be" else { continue }
            place += 1
            while place < count, Imperative.light.contains(word(place)) { place += 1 }
            guard let verb = Imperative.participles[word(place)] else { continue }
            return [turned(verb, 0..<index, (place + 1)..<count)]
        }
        return []
    }

    /// "I need X entered as a lead", "we want X to be closed".
    private var wished: [String] {
        guard let wish = (0..<min(5, count)).first(where: { Imperative.wishes.contains(word($0)) }) else { return [] }
        guard wish == 0 || ["i", "we", "would", "to", "you", "please"].contains(word(wish - 1)) else { return [] }
        for index in (wish + 2)..<max(wish + 2, count) {
            guard let verb = Imperative.participles[word(index)], word(index) != verb || word(index - 1) == "be" else {
                continue
            }
            var end = index
            while end > wish + 1, ["to", "be"].contains(word(end - 1)) { end -= 1 }
            return [turned(verb, (wish + 1)..<end, (index + 1)..<count)]
        }
        return []
    }

    /// "Would you mind opening a lead for X", "how about closing X", "we are disqualifying X".
    private var gerund: [String] {
        for index in 1..<count {
            guard let verb = Imperative.gerunds[word(index)] else { continue }
            let before = word(index - 1)
            let isAsked = ["mind", "about", "suggest", "consider", "start", "try", "recommend"].contains(before)
            let isOwn = ["am", "are"].contains(before) && ["i", "we"].contains(word(index - 2)) && index == 2
            guard isAsked || isOwn else { return [] }
            return [turned(verb, 0..<0, (index + 1)..<count)]
        }
        return []
    }

    /// "X: close", "X, close it", "all lost deals: delete", "X from Leeds, create the company".
    private var topical: [String] {
        var turns: [String] = []
        for index in (1..<count).reversed() where Imperative.verbs.contains(word(index)) && turns.count < 3 {
            var topic = 0..<index
            while let last = topic.last, !isContent(last) { topic = topic.dropLast() }
            guard !topic.isEmpty, topic.count <= Imperative.longestTopic, !isStatement(topic) else { continue }
            var end = index + 1
            while Imperative.pronouns.contains(word(end)) { end += 1 }
            let bare = turned(word(index), topic, end..<count)
            turns.append(bare)
            // "… create the company" names the kind before what it is called.
            let noun = ["a", "an", "the", "new"].contains(word(end)) ? end + 1 : end
            let kind = word(noun) == "new" ? noun + 1 : noun
            if Imperative.kinds.contains(word(kind)) {
                let verb = phrase.text(index..<(kind + 1))
                turns.append(turned(verb, topic, (kind + 1)..<count))
            }
        }
        return turns
    }

    /// Whether a token is neither a mark nor a word of politeness.
    private func isContent(_ index: Int) -> Bool {
        phrase.tokens[index].kind != .mark && !Imperative.polite.contains(word(index))
    }

    /// Whether words tell something and are no mere name of what is meant.
    private func isStatement(_ range: Range<Int>) -> Bool {
        range.contains { Imperative.finite.contains(word($0)) }
    }

    private func turned(_ verb: String, _ topic: Range<Int>, _ tail: Range<Int>) -> String {
        [verb, phrase.text(topic), phrase.text(tail)].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Imperative {
    private static let modals: Set<String> = [
        "should", "must", "can", "may", "could", "needs", "need", "has", "have", "ought", "is", "are",
    ]
    private static let light: Set<String> = ["to", "now", "also", "please", "just", "really", "both", "all"]
    private static let wishes: Set<String> = ["want", "need", "like", "have", "get", "wish"]
    private static let pronouns: Set<String> = ["it", "them", "him", "her", "that", "this", "both", "these"]
    private static let polite: Set<String> = [
        "please", "pls", "plz", "can", "could", "would", "you", "we", "so", "then", "and", "just", "let", "us", "to",
        "now", "kindly", "should",
    ]
    private static let kinds: Set<String> = [
        "lead", "contact", "company", "customer", "deal", "ticket", "task", "opportunity", "account", "case",
        "prospect",
    ]
    private static let finite: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "said", "says", "wants", "signed", "will", "because", "if",
        "do", "does", "did", "not", "when", "called", "rang", "phoned", "wrote", "emailed", "reported", "reports",
        "complained", "complains", "asked", "chose", "told", "works", "confirmed", "left", "joined", "sent", "got", "i",
        "we", "they", "he", "she", "you", "who", "what", "never",
    ]

    /// Verbs that begin a command, as far as people put them last.
    private static let regular = [
        "add", "create", "enter", "register", "save", "open", "close", "delete", "remove", "erase", "wipe", "purge",
        "trash", "scrap", "merge", "combine", "join", "unify", "assign", "reassign", "hand", "transfer", "pass",
        "label", "mark", "turn", "promote", "move", "push", "shift", "change", "update", "raise", "lower", "increase",
        "reduce", "disqualify", "reject", "qualify", "reopen", "revive", "reactivate", "restore", "recover",
        "undelete", "resolve", "solve", "escalate", "log", "record", "reschedule", "schedule", "cancel", "postpone",
        "snooze", "complete", "finish", "convert", "tag", "untag", "flag", "drop", "consolidate", "anonymise",
        "anonymize", "list", "export", "file", "discount", "adjust", "bump", "correct", "rename", "prioritise",
        "prioritize", "archive", "bin", "shut", "advance",
    ]
    private static let irregular = [
        "made": "make", "put": "put", "set": "set", "given": "give", "taken": "take", "forgotten": "forget",
        "brought": "bring", "thrown": "throw", "lost": "lose", "won": "win", "shut": "shut", "undone": "undo",
    ]
    /// Verbs that end in a consonant said twice in their other forms.
    private static let doubling: Set<String> = ["log", "tag", "untag", "flag", "drop", "bin", "scrap", "transfer"]

    private static let verbs = Set(regular).union(irregular.values).subtracting(["list", "file", "record", "lead"])
    private static let participles: [String: String] = {
        var forms = irregular
        for verb in regular where verb != "shut" { forms[stem(verb, before: "ed")] = verb }
        return forms
    }()
    private static let gerunds: [String: String] = {
        var forms: [String: String] = [:]
        for verb in regular + irregular.values { forms[stem(verb, before: "ing")] = verb }
        forms["setting"] = "set"
        forms["putting"] = "put"
        forms["winning"] = "win"
        forms["forgetting"] = "forget"
        return forms
    }()

    private static func stem(_ verb: String, before ending: String) -> String {
        if doubling.contains(verb), let last = verb.last { return verb + String(last) + ending }
        if verb.hasSuffix("e") { return verb.dropLast() + ending }
        if verb.hasSuffix("y"), ending == "ed" { return verb.dropLast() + "ied" }
        return verb + ending
    }
}
