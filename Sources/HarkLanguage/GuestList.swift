import HarkCore

/// Who else takes part in the meeting planned just now, or no longer does: "with Claire too", "Helen should join as
/// well", "add Ole to it", "take Ole off again".
struct GuestList {
    let grammar: Grammar
    let context: ReadingContext

    private static let mostTokens = 12
    private static let openings: Set<String> = [
        "and", "also", "oh", "um", "uh", "then", "so", "ok", "okay", ",", "please", "can", "could", "you", "we", "let",
        "us", "i", "would", "like", "to", "actually", "no", "wait", "sorry",
    ]
    private static let inviting = [
        ["invite"], ["add"], ["include"], ["bring"], ["have"], ["with"], ["put"], ["ask"], ["want"], ["along", "with"],
    ]
    private static let leaving = [
        ["remove"], ["without"], ["drop"], ["take"], ["uninvite"], ["leave", "out"], ["leave"], ["not", "with"],
        ["minus"],
    ]
    /// What may follow whom "add" names for the meeting to be meant.
    private static let endings: Set<String> = [
        "too", "also", "as", "well", "to", "it", "in", "into", "on", "along", "the", "that", "this", "meeting", "call",
        "demo", "invite", "invitation", "please", ".", "!", "again", "off", "out", "from", "of", "there", "instead",
        "join", "come", "us",
    ]
    private static let joining: Set<String> = [
        "join", "come", "attend", "participate", "there", "along", "invited", "sit",
    ]
    private static let duties: Set<String> = [
        "should", "can", "could", "will", "would", "must", "wants", "to", "needs", "be", "also", "is", "has", "too",
        "shall", "might", "'ll",
    ]

    /// The meeting with the guests the phrase makes of them; `nil` where none is planned or the phrase names none.
    func action(_ phrase: String) -> Action? {
        guard let last = context.pending ?? context.last, last.commandType == .scheduleMeeting,
            phrase.utf8.count <= 100
        else { return nil }
        let tokens = Tokenizer.tokenize(phrase).tokens
        guard tokens.count <= GuestList.mostTokens,
            let first = tokens.firstIndex(where: { !GuestList.openings.contains($0.text) })
        else { return nil }
        let words = tokens[first...].map(\.text)
        if let cue = GuestList.leaving.first(where: words.starts), words.count > cue.count {
            return leaving(name(tokens[(first + cue.count)...]), last, phrase)
        }
        if let cue = GuestList.inviting.first(where: words.starts), words.count > cue.count {
            let named = name(tokens[(first + cue.count)...])
            // "Add Hector Morgan" alone may make a contact; "add a note" adds nobody.
            let isMeant = ["invite", "with"].contains(cue[0]) || named.endIndex < tokens.count
            return isMeant ? joining(named, last, phrase) : nil
        }
        return comer(tokens[first...]).flatMap { joining($0, last, phrase) }
    }

    /// Who "should come along".
    private func comer(_ tokens: ArraySlice<Token>) -> ArraySlice<Token>? {
        guard let duty = tokens.firstIndex(where: { GuestList.duties.contains($0.text) }), duty > tokens.startIndex,
            tokens[duty...].contains(where: { GuestList.joining.contains($0.text) }),
            tokens[duty...].allSatisfy({
                GuestList.duties.contains($0.text) || GuestList.joining.contains($0.text)
                    || GuestList.endings.contains($0.text)
            })
        else { return nil }
        return tokens[..<duty]
    }

    /// The words of a name, without what follows it.
    private func name(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
        var name = tokens
        while let end = name.last, GuestList.endings.contains(end.text) { name = name.dropLast() }
        return name
    }

    private func joining(_ name: ArraySlice<Token>, _ last: Action, _ phrase: String) -> Action? {
        guard let text = text(name, phrase) else { return nil }
        let action = reread(last, with: last.answers + [.init(slot: "attendees", text: text)])
        guard let action, action.command != nil || !action.choices.isEmpty else { return nil }
        return action
    }

    /// Those who stay, invited anew.
    private func leaving(_ name: ArraySlice<Token>, _ last: Action, _ phrase: String) -> Action? {
        guard let text = text(name, phrase) else { return nil }
        let guests = last.entities["attendees"]?.elements.compactMap(\.string) ?? []
        let isVague = ["her", "him"].contains(text.lowercased())
        let latest = last.answers.last { $0.slot == "attendees" }?.text
        guard let said = isVague ? latest : text else { return nil }
        let words = Set(NameWords.words(of: said))
        let leaving = guests.filter { words.isSubset(of: NameWords.words(of: $0)) }
        guard leaving.count == 1, let gone = leaving.first, guests.count > 1 else { return nil }
        let stay = guests.filter { $0 != gone }.joined(separator: " and ")
        let others = last.answers.filter { $0.slot != "attendees" }
        return reread(last, with: others + [.init(slot: "attendees", text: stay, replaces: true)])
    }

    private func text(_ name: ArraySlice<Token>, _ phrase: String) -> String? {
        guard let first = name.first, let last = name.last, name.count <= 4 else { return nil }
        return String(decoding: Array(phrase.utf8)[first.start..<last.end], as: UTF8.self)
    }

    private func reread(_ last: Action, with answers: [Action.Answer]) -> Action? {
        var action = Rereading(grammar: grammar, context: context).action(last, with: answers)
        action?.corrects = true
        return action?.forgettingTwin(in: context)
    }
}
