import HarkCore

/// Keeps a sentence that talks about work from doing it, and a command from doing half of what was said.
///
/// It looks at whole sentences, after the templates have had their say: a question or a guess that came out as a
/// command that writes is asked back, and so is one that left a second name or clause unused.
struct Safeguards {
    private let words: [String]
    private let endsInQuestion: Bool
    private let names: NameIndex
    /// Whether something was said before.
    private let isUnderWay: Bool

    private init(_ phrase: String, _ context: ReadingContext) {
        // Longer text only reaches commands that keep it word for word.
        let start = phrase.prefix(400).lowercased()
        words = start.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "&") }.map(String.init)
        endsInQuestion = phrase.last { !$0.isWhitespace } == "?"
        names = context.names
        isUnderWay = context.last != nil
    }

    /// The actions a phrase was read as, those in doubt asked back.
    static func guarded(_ actions: [Action], phrase: String, in context: ReadingContext) -> [Action] {
        let writes = actions.contains { $0.command?.writes == true && !talks.contains($0.commandType) }
        return writes ? Safeguards(phrase, context).guarded(actions) : actions
    }

    private func guarded(_ actions: [Action]) -> [Action] {
        if isSeveralNames(actions) {
            return actions.map { asked($0, .clarify, "Several names in one command: say it once for each.") }
        }
        let made: Set<CommandType> = [.createTask, .assignRecord]
        if asksForRecords, let action = actions.first, actions.count == 1, made.contains(action.commandType.family) {
            return [Action(.unknown, confidence: 0, rawText: action.rawText, status: .unknown)]
        }
        let doubt = self.doubt(actions)
        return actions.map { action in
            guard let doubt, action.status == .ready, action.command?.writes == true else { return action }
            return asked(action, .confirm, doubt.isEmpty ? "\(action.inWords)?" : "\(doubt) \(action.inWords)?")
        }
    }

    /// Readings less sure than this change nothing unasked: inside a conversation every second one between .6 and .9
    /// is wrong, and of those that make something new more than every third below .95, measured on `Dialogues`.
    private func least(for command: CommandType) -> Double {
        guard isUnderWay else { return 0.6 }
        return Safeguards.making.contains(command) ? 0.95 : 0.9
    }

    private static let making: Set<CommandType> = [
        .createTask, .setReminder, .createLead, .createContact, .createCompany, .createDeal, .createTicket,
        .scheduleMeeting,
    ]

    /// Commands about the conversation, which may be asked for in any form.
    private static let talks: Set<CommandType> = [.undo, .redo, .confirm, .reject, .cancel]
    private static let fillers: Set<String> = ["um", "uh", "er", "so", "well", "and", "hey", "ok", "okay", "please"]
    private static let questionWords: Set<String> = [
        "who", "whom", "whose", "what", "what's", "when", "where", "why", "which", "how", "did", "does", "am", "is",
        "are", "was", "were", "should",
    ]
    /// Words that only ask when a pronoun follows: "have I called" asks, "had a call" tells.
    private static let turned: Set<String> = ["have", "has", "had", "do"]
    private static let pronouns: Set<String> = ["i", "we", "you", "they", "he", "she", "it", "anyone", "anybody"]
    private static let requests: Set<String> = ["can", "could", "would", "will", "may", "shall"]
    /// Questions that ask a favour.
    private static let polite = [
        "is it possible to", "is there any way to", "is there a way to", "are you able to", "how about", "what about",
        "do you mind", "any chance you", "is it ok to", "is it okay to", "why not",
        "why don't we", "why don't you",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let showing: Set<String> = [
        "show", "open", "find", "tell", "display", "view", "see", "pull", "bring", "look", "who", "what", "give",
    ]

    /// Why the actions should not be done unasked; empty where they are only unsure.
    private func doubt(_ actions: [Action]) -> String? {
        let said = words.drop { Safeguards.fillers.contains($0) }
        let first = said.first ?? ""
        let isTurned =
            Safeguards.turned.contains(first) && said.dropFirst().first.map(Safeguards.pronouns.contains) == true
        let keepsText = actions.allSatisfy { $0.commandType == .addNote }
        let isRequest =
            Safeguards.requests.contains(first)
            || Safeguards.polite.contains { said.starts(with: $0) }
        let isQuestion =
            !isRequest && (Safeguards.questionWords.contains(first) || isTurned || endsInQuestion && !keepsText)
        let asksWhy = actions.contains { action in
            action.entities["reason"]?.string.map(asks) == true
        }
        if isQuestion || asksWhy { return "That sounded like a question." }
        // A reading as unsure as this is wrong too often to change records unasked.
        if actions.contains(where: { $0.confidence < least(for: $0.commandType) }) { return "" }
        // A chance is a guess by its nature, and said as one.
        if !keepsText, isGuess, !isRequest, !actions.allSatisfy({ $0.commandType == .setProbability }) {
            return "That sounded like a guess."
        }
        if words.contains("both"), actions.count == 1, actions[0].links.count == 1, !keepsText {
            return "“Both” are two, and one was found."
        }
        if actions.count == 1, let unused = unusedWord(in: actions[0]) {
            return "“and \(unused) …” was not used."
        }
        return nil
    }

    /// Whether the phrase asks which records there are, which is nothing to be done.
    private var asksForRecords: Bool {
        let said = words.drop { Safeguards.fillers.contains($0) }
        return ["which", "whose", "who", "how"].contains(said.first) && said.dropFirst().first != "about"
    }

    /// Whether a text begins as a question.
    private func asks(_ text: String) -> Bool {
        let first = text.lowercased().prefix { $0.isLetter || $0 == "'" }
        return Safeguards.questionWords.contains(first.hasSuffix("'s") ? String(first.dropLast(2)) : String(first))
    }

    private var isGuess: Bool {
        words.contains { Safeguards.guesses.contains($0) }
            || words.indices.dropLast().contains {
                words[$0] == "should" && words[$0 + 1] == "have"
                    // "I think we should close it" asks for it.
                    || words[$0] == "i" && words[$0 + 1] == "think"
                        && !["we should", "you should", "we can", "we must"].contains(
                            words.dropFirst($0 + 2).prefix(2).joined(separator: " "))
            }
    }

    private static let guesses: Set<String> = ["maybe", "perhaps", "possibly", "might", "probably"]

    /// The word after an "and" that no entity took up.
    private func unusedWord(in action: Action) -> String? {
        var said = Safeguards.texts(of: action.entities) + action.entities.members.map(\.name)
        if action.entities["owner"] != nil { said += ["assign", "give", "hand"] }
        if action.entities["stage"] != nil { said += ["move", "bring"] }
        let taken = said.joined(separator: " ").lowercased()
        for place in words.indices.dropLast() where words[place] == "and" || words[place] == "&" {
            let next = words[place + 1]
            // What a phrase begins with joins it to the one before.
            if words[..<place].allSatisfy(Safeguards.fillers.contains) { continue }
            if next == "the", place + 2 < words.count, words[place + 2].first?.isNumber == true { continue }
            // "Go ahead and convert it" is one thing to do.
            if place > 0, ["ahead", "go", "try"].contains(words[place - 1]) { continue }
            guard next.count > 1, !taken.contains(next), !NumberWords.starters.contains(next),
                !Safeguards.fillers.contains(next)
            else { continue }
            // Words of the language around names, such as "and then", say nothing of their own.
            if names.knows(next) || !Safeguards.joiners.contains(next) { return next }
        }
        return nil
    }

    private static let joiners: Set<String> = [
        "then", "also", "please", "so", "the", "to", "with", "for", "at", "on", "in", "set", "put", "add", "make",
        "her", "his", "their", "its", "she", "he", "it", "is",
        "that", "left", "leave", "they", "should", "will", "must",
    ]

    /// Whether a second name ended up as a command or text of its own.
    private func isSeveralNames(_ actions: [Action]) -> Bool {
        if actions.dropFirst().contains(where: isBareName) { return true }
        return actions.contains { action in
            let texts = ["reason", "text"].compactMap { action.entities[$0]?.string }
            return texts.contains { text in
                let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
                guard let first = words.first else { return false }
                if action.commandType == .addNote { return first == "and" }
                return action.commandType == .disqualifyLead && names.knows(first)
                    && (words.contains("and") || text.contains(","))
            }
        }
    }

    /// A record shown because its name stood alone, without a word that asks to show it.
    private func isBareName(_ action: Action) -> Bool {
        guard action.commandType == .showRecord else { return false }
        let words = action.rawText.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        return words.allSatisfy { !Safeguards.showing.contains($0) }
    }

    private func asked(_ action: Action, _ status: Action.Status, _ question: String) -> Action {
        var action = action
        action.status = status
        action.question = question
        if status == .clarify { action.command = nil }
        return action
    }

    private static func texts(of json: JSONValue) -> [String] {
        switch json {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts(of:))
        case .object(let members): members.flatMap { texts(of: $0.value) }
        case .null, .bool, .number: []
        }
    }
}
