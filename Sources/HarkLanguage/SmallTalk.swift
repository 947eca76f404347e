import HarkCore

/// What people say to be polite: nothing is done, and it is answered in kind.
enum SmallTalk {
    /// The answer to a phrase that is nothing but a greeting, thanks or farewell.
    static func answer(to phrase: String) -> String? {
        let words = Tokenizer.tokenize(phrase).tokens.filter { $0.kind != .mark }.map(\.text)
        guard (1...12).contains(words.count) else { return nil }
        let said = words.joined(separator: " ")
        let isLast = endings.contains {
            said.hasPrefix($0) || said.hasPrefix("thank you " + $0) || said.hasPrefix("thanks " + $0)
        }
        if isLast, words.allSatisfy(parting.contains) { return "Good bye. What was done is kept." }
        return answers.first { $0.phrases.contains(said) }?.answer
    }

    private static let endings = ["that will be all", "that is all", "that's all", "that would be all"]
    /// Words of a farewell: "thank you, that will be all for this morning".
    private static let parting: Set<String> = [
        "thank", "thanks", "you", "that", "will", "be", "would", "all", "is", "it", "for", "this", "today", "now",
        "morning", "afternoon", "evening", "week", "the", "then", "ok", "okay", "great", "very", "much", "bye", "'s",
    ]

    private static let answers: [(phrases: Set<String>, answer: String)] = [
        (
            [
                "wait", "wait a second", "wait a moment", "one moment", "just a moment", "one second", "hang on",
                "hang on a second", "just a second", "let me think", "give me a second",
            ], "Nothing is done before you say so."
        ),
        (
            [
                "hi", "hello", "hey", "hi there", "hello there", "good morning", "good afternoon", "good evening",
                "morning", "hey there", "hi hark", "hello hark", "hey hark",
            ], "Hello. Say what is to be done, such as “What is on my calendar today”; 'help' lists more."
        ),
        (
            [
                "thanks", "thank you", "thanks a lot", "thank you very much", "cheers", "ok thanks", "okay thanks",
                "great thanks", "perfect thanks", "thanks hark", "thank you so much", "many thanks", "thx",
            ], "You are welcome."
        ),
        (
            [
                "bye", "goodbye", "good bye", "see you", "that is all", "that's all", "thats all", "okay that's all",
                "okay thats all", "ok thats all", "ok that's all", "that is all for now", "that's it for now",
                "that is it for today", "that's it for today", "see you tomorrow", "good night",
                "thanks that's all", "thanks thats all", "thank you that's all", "thanks that is all",
            ], "Good bye. What was done is kept."
        ),
    ]
}
