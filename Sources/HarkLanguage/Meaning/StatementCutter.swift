/// Finds where somebody stops telling what happened and says what to do: "they signed, mark it won".
///
/// A part is told only if it has a subject and a verb of its own, or is nothing but the name of what the command is
/// about; what may be a second command is never taken for talk.
struct StatementCutter {
    /// A phrase in two parts.
    struct Split {
        var told: Range<Int>
        var command: Range<Int>
        /// Whether a mark or joining word stands between them.
        var isJoined: Bool
    }

    private static let maximumSplits = 6

    let spans: PhraseSpans

    /// The ways to split a phrase, the longest command first.
    var splits: [Split] {
        guard spans.count >= 3, !spans.phrase.isCut else { return [] }
        var found: [Split] = []
        var index = 1
        while index < spans.count - 1 || (index < spans.count && isVerb(index)) {
            let joint = jointEnd(at: index)
            let start = joint ?? index
            let isUrged = joint != nil && isUrge(start..<spans.count)
            if start < spans.count, isUrged || (joint != nil || isOpening(index)) && isTold(0..<index) {
                found.append(Split(told: 0..<index, command: start..<spans.count, isJoined: joint != nil))
            }
            if start < spans.count, joint != nil || isSubject(index), isExplanation(start..<spans.count) {
                found.append(Split(told: start..<spans.count, command: 0..<index, isJoined: joint != nil))
            }
            index = max(start, index + 1)
        }
        return Array(found.prefix(StatementCutter.maximumSplits))
    }

    private func word(_ index: Int) -> String { spans.phrase.tokens[index].text }

    /// The end of a run of joints that starts at a token.
    private func jointEnd(at index: Int) -> Int? {
        var end = index
        while end < spans.count, StatementCutter.joints.contains(word(end)) { end += 1 }
        return end > index ? end : nil
    }

    private func isVerb(_ index: Int) -> Bool { StatementCutter.verbs.contains(word(index)) }

    /// Whether a command may begin here without a joint: at its verb or at a request.
    private func isOpening(_ index: Int) -> Bool {
        let before = word(index - 1)
        if ["could", "can", "would", "please", "let"].contains(word(index)) { return true }
        return isVerb(index) && !StatementCutter.leading.contains(before)
    }

    /// Whether a part begins with a verb of a command, politeness aside.
    func beginsCommand(_ range: Range<Int>) -> Bool {
        let start = range.first { !["please", "so", "and", "then", "can", "could", "you"].contains(word($0)) }
        return start.map(isVerb) ?? false
    }

    /// Whether a part asks for nothing but that what was told be written down: "please register it", "update the
    /// amount".
    func isUrge(_ range: Range<Int>) -> Bool {
        range.contains { StatementCutter.urging.contains(word($0)) }
            && range.allSatisfy { index in
                spans.isMark[index] || StatementCutter.urging.contains(word(index))
                    || StatementCutter.urged.contains(word(index)) || StatementCutter.parts[word(index)] != nil
            }
    }

    /// The fields named in a part.
    func fields(in range: Range<Int>) -> [Set<String>] { range.compactMap { StatementCutter.parts[word($0)] } }

    // MARK: What is told

    /// Whether a part tells something, or names what the rest is about.
    private func isTold(_ range: Range<Int>) -> Bool {
        isTopic(range) || isStatement(range) && !range.dropFirst().contains(where: isCommand)
    }

    /// Nothing but names, kinds of record and small words: "uh the Delta Foods lead yeah".
    func isTopic(_ range: Range<Int>) -> Bool {
        var hasName = false
        var index = range.lowerBound
        while index < range.upperBound {
            if let end = spans.mentions[index].map(\.end).filter({ $0 <= range.upperBound }).max() {
                hasName = true
                index = end
            } else if let end = spans.skips[index].filter({ $0 <= range.upperBound }).max() {
                index = end
            } else if spans.isMark[index] || StatementCutter.topicWords.contains(word(index)) {
                index += 1
            } else {
                return false
            }
        }
        return hasName
    }

    /// A subject and, after it, a finite verb.
    func isStatement(_ range: Range<Int>) -> Bool {
        guard let first = firstWord(in: range) else { return false }
        if StatementCutter.past.contains(word(first)) { return true }
        guard isSubject(first) || word(first) == "the" || isNamed(first) else { return false }
        return range.contains { index in index > first && isFinite(index) && !spans.isMark[index] }
    }

    /// A reason given after a command: it says nothing that could change what is done.
    private func isExplanation(_ range: Range<Int>) -> Bool {
        guard let first = firstWord(in: range), isSubject(first), isStatement(range) else { return false }
        return !range.contains { spans.isNegation[$0] || $0 > first && isCommand($0) }
    }

    /// Whether a command begins at a token, behind a joint: "he is in, book a demo".
    private func isCommand(_ index: Int) -> Bool {
        StatementCutter.joints.contains(word(index - 1)) && beginsCommand(index..<(index + 1))
    }

    /// The first word that is no filler.
    private func firstWord(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            let isFiller = spans.isMark[index] || StatementCutter.fillers.contains(word(index))
            if !isFiller { return index }
            index += 1
        }
        return nil
    }

    private func isSubject(_ index: Int) -> Bool {
        guard StatementCutter.subjects.contains(word(index)) else { return false }
        return index == 0 || !StatementCutter.leading.contains(word(index - 1))
    }

    private func isNamed(_ index: Int) -> Bool {
        !spans.mentions[index].isEmpty || spans.phrase.tokens[index].isCapitalised
    }

    private func isFinite(_ index: Int) -> Bool {
        let text = word(index)
        if StatementCutter.finite.contains(text) || StatementCutter.past.contains(text) { return true }
        return text.hasSuffix("ed") && text.utf8.count > 4
    }

    private static let urging: Set<String> = [
        "update", "change", "set", "correct", "fix", "adjust", "register", "record", "note", "save", "enter", "put",
        "make", "mark", "add", "log", "do", "create", "book", "edit", "write",
    ]
    private static let urged: Set<String> = [
        "it", "that", "this", "so", "accordingly", "please", "the", "his", "her", "him", "them", "their", "its", "in",
        "system",
        "record", "crm", "there", "here", "to", "now", "can", "you", "could", "down", "up", "for", "me", "just", "and",
        "um", "uh", "then", "company", "contact", "deal", "lead", "new", "thanks", "would", "as", "well", "a", "task",
        "call", "meeting", "of", "on", "from", "out",
    ]
    /// The words for a field, and the values of `field` or the commands they stand for.
    private static let parts: [String: Set<String>] = [
        "amount": ["amount", "SET_DEAL_AMOUNT"], "value": ["amount", "SET_DEAL_AMOUNT"],
        "price": ["amount", "SET_DEAL_AMOUNT"], "stage": ["stage", "UPDATE_DEAL"], "date": ["SET_CLOSE_DATE"],
        "close": ["SET_CLOSE_DATE"], "closing": ["SET_CLOSE_DATE"], "probability": ["SET_PROBABILITY"],
        "chance": ["SET_PROBABILITY"], "percentage": ["SET_PROBABILITY"], "city": ["city"], "location": ["city"],
        "title": ["title"], "job": ["title"], "role": ["title"], "position": ["title"], "email": ["email"],
        "mail": ["email"], "phone": ["phone"], "number": ["phone"], "mobile": ["phone"], "domain": ["domain"],
        "website": ["domain"], "industry": ["industry"], "size": ["size"], "headcount": ["size"],
        "source": ["source"], "status": ["status"], "priority": ["priority"], "employer": ["company"],
    ]
    private static let joints: Set<String> = [
        ",", ".", ";", "!", ":", "-", "…", "so", "and", "then", "but", "because", "since", "please", "hence",
        "therefore", "also", "thus", "while",
    ]
    private static let fillers: Set<String> = [
        "um", "uh", "er", "so", "okay", "ok", "well", "yeah", "hey", "right", "oh", "ah", "and", "sadly",
        "unfortunately", "finally", "great", "news", "good", "bad", "just", "because", "since", "as", "looks", "seems",
        "like", "guess", "what", "damn", "sorry", "hi", "hello", "now", "today",
    ]
    private static let subjects: Set<String> = [
        "i", "we", "they", "he", "she", "it", "this", "that", "there", "our", "my", "his", "her", "their", "its",
        "somebody", "someone", "everybody", "everyone", "nobody", "customer", "client",
    ]
    /// Words before a verb that make it no command.
    private static let leading: Set<String> = [
        "to", "will", "would", "i", "we", "they", "you", "he", "she", "not", "and", "the", "a", "an", "my", "our",
        "his", "her", "their", "for", "of", "with", "on", "at", "in", "by", "'s", "new", "next", "follow", "from",
        "about", "that", "this", "as", "is", "are", "was", "be", "do", "did", "does", "no",
    ]
    private static let finite: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "'s", "did", "do", "does", "will", "wants", "want", "gets",
        "says", "needs", "looks", "seems", "agrees", "likes", "should", "can", "came", "comes", "goes", "'ve",
    ]
    private static let past: Set<String> = [
        "had", "met", "spoke", "talked", "rang", "called", "got", "saw", "sent", "said", "told", "became", "went",
        "came", "left", "won", "lost", "gave", "took", "bought", "found", "heard", "wrote", "made", "paid", "chose",
        "grew", "rung", "spoken", "caught", "sat", "asked", "signed", "agreed", "emailed", "phoned", "visited",
    ]
    private static let topicWords: Set<String> = [
        "the", "a", "an", "that", "this", "our", "my", "of", "at", "for", "on", "to", "lead", "deal", "contact",
        "company", "customer", "ticket", "task", "meeting", "account", "opportunity", "record", "about", "regarding",
        "re", "one",
        "'s", "with", "from", "in", "i", "mean", "meant",
    ]
    /// Verbs a command begins with.
    private static let verbs: Set<String> = Leftovers.verbs.union([
        "update", "change", "put", "correct", "disqualify", "reopen", "tag", "untag", "merge", "combine", "erase",
        "restore", "show", "give", "write", "draft", "compose", "save", "register", "record", "enter", "list", "edit",
        "complete", "finish", "drop", "lose", "win", "rename", "label", "hand", "push", "postpone", "fix", "adjust",
    ])
}
