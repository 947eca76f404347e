import HarkCore

/// Who else is to do what was just given to somebody: "it should rather be Jonas", "that should be Helen rather than
/// Samir", "Helen should do that instead".
struct NewOwner {
    /// The name of whom it is for now, or "me".
    let name: String

    /// - Returns: `nil` where the words say anything besides who, or name nobody or several.
    init?(_ phrase: TokenizedPhrase, in context: ReadingContext) {
        guard (3...16).contains(phrase.tokens.count), !NewOwner.asking.contains(phrase.tokens[0].text) else {
            return nil
        }
        let finder = ValueFinder(phrase, context)
        var wanted: [String] = []
        var isDuty = false
        var index = 0
        while index < finder.count {
            if let user = finder.user(at: index), NewOwner.names(finder.word(index)) {
                // "Not for me"
                let before = ["for", "to"].contains(finder.word(index - 1)) ? index - 2 : index - 1
                if before < 0 || !NewOwner.against.contains(finder.word(before)) {
                    let isMe = user.value == context.user.id
                    let name = context.users.first { $0.id == user.value }?.name
                    wanted.append(isMe ? "me" : name ?? finder.phrase.text(index..<user.end))
                }
                index = user.end
                continue
            }
            guard NewOwner.small.contains(finder.word(index)) else { return nil }
            isDuty = isDuty || NewOwner.duties.contains(finder.word(index))
            index += 1
        }
        guard isDuty, wanted.count == 1 else { return nil }
        name = wanted[0]
    }

    /// "I meant Helen" names one, "my task" none.
    private static func names(_ word: String) -> Bool { !["i", "my", "mine"].contains(word) }

    private static let asking: Set<String> = ["is", "does", "did", "was", "should", "will", "who", "has", "do", "are"]
    private static let against: Set<String> = ["not", "than", "of", "from"]
    /// Words without which a name corrects nobody's duty.
    private static let duties: Set<String> = [
        "should", "is", "'s", "was", "for", "does", "do", "did", "will", "'ll", "shall", "let", "meant", "instead",
        "rather", "than", "give", "better",
    ]
    private static let small: Set<String> = duties.union([
        "no", "nope", "not", "sorry", "wait", "actually", "oh", "um", "uh", "hm", "hmm", "and", "well", "ok", "okay",
        "so", "please", "then", "it", "that", "thats", "this", "the", "task", "reminder", "call", "one", "be", "been",
        "who", "to", "of", "from", "i", "mean", "better", "take", "takes", "handle", "handles", "have", "has", "get",
        "could", "can", "you", "we", "'d", "would", "supposed", "my", "of", ",", ".", "!", "-", "by", "done", "over",
        "really", "maybe", "mine", "think", "looking", "after", "care", "job", "him", "her",
    ])
}

extension PhraseReader {
    /// The task or record given to somebody just now, given to whom the phrase names instead.
    func reassigned(_ phrase: String, in context: ReadingContext) -> Action? {
        guard let last = context.pending ?? context.last,
            [.createTask, .setReminder, .assignRecord, .snoozeTask, .updateDeal].contains(last.commandType)
                || context.touched.first?.reference.kind == .task,
            let owner = NewOwner(Tokenizer.tokenize(phrase), in: context)
        else { return nil }
        // What waits for a yes is for another, and a task is entered anew in place of the one that was.
        if last.commandType == .createTask || last.commandType == .assignRecord,
            let action = followUp("no, \(owner.name)", in: context),
            action.entities["assignee"] != nil || action.entities["owner"] != nil
        {
            return action
        }
        let task = (context.touched + context.mentioned.prefix(3)).first { $0.reference.kind == .task }
        guard context.pending == nil, let task else { return nil }
        var plain = context
        (plain.selected, plain.touched, plain.colleague) = (task, [task], nil)
        let actions = plainly("give it to \(owner.name)", in: plain)
        return actions.count == 1 && actions[0].command != nil ? actions[0] : nil
    }
}
