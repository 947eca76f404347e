import HarkCore

/// What people say to be polite: nothing is done, and it is answered in kind.
enum SmallTalk {
    /// The answer to a phrase that is nothing but a greeting, thanks, praise or farewell.
    static func answer(to phrase: String) -> String? {
        let words = Tokenizer.tokenize(phrase).tokens.filter { $0.kind != .mark }.map(\.text)
        guard (1...14).contains(words.count) else { return nil }
        let said = words.joined(separator: " ")
        if let answer = answers.first(where: { $0.phrases.contains(said) })?.answer { return answer }
        guard words.allSatisfy({ small.contains($0) || thanks.contains($0) || praise.contains($0) }) else { return nil }
        let padded = " \(said) "
        if endings.contains(where: { padded.contains(" \($0) ") }) { return "Good bye. What was done is kept." }
        if words.contains(where: thanks.contains) { return "You are welcome." }
        return words.contains(where: praise.contains) ? "Good to hear." : nil
    }

    private static let endings = [
        "that will be all", "that is all", "that's all", "that would be all", "thats all", "thats it for",
        "that's it for", "that is it for", "that would be it", "that will be it", "done for today", "done for now",
        "done for the day",
        "bye", "goodbye", "see you", "see ya", "good night", "till tomorrow", "until tomorrow", "all for now",
        "all for today",
    ]
    private static let thanks: Set<String> = ["thank", "thanks", "thx", "cheers", "ty", "grateful"]
    private static let praise: Set<String> = [
        "great", "perfect", "awesome", "nice", "brilliant", "lovely", "wonderful", "cool", "super", "excellent",
        "amazing", "helpful", "fantastic", "sweet", "wow", "splendid", "neat", "haha",
    ]
    /// Words beside thanks, praise or a farewell that ask for nothing.
    private static let small: Set<String> = [
        "you", "that", "will", "be", "would", "all", "is", "it", "for", "this", "today", "now", "morning", "afternoon",
        "evening", "week", "the", "then", "ok", "okay", "very", "much", "bye", "'s", "thats", "a", "lot", "so", "was",
        "were", "are", "job", "one", "hark", "goodbye", "see", "ya", "tomorrow", "later", "soon", "im", "i", "am", "'m",
        "done", "day", "night", "good", "well", "oh", "never", "mind", "doing", "your", "help", "really", "needed",
        "need", "have", "been", "again", "yes", "alright", "right", "and", "more", "of", "everything", "just", "what",
        "wanted", "many", "till", "until", "youre", "'re", "work", "stuff", "fine", "already", "did", "my",
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
        (
            ["who are you", "what are you", "are you a robot", "are you human", "are you there", "you there"],
            "Hark keeps your customers, deals and tasks, and does what you say; 'help' lists what can be said."
        ),
    ]
}
