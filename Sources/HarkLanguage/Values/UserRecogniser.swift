import HarkCore

extension ValueFinder {
    /// A colleague by whole name or first name, or "me".
    func user(at start: Int, in context: ReadingContext) -> Found<Identifier<User>>? {
        if ["me", "my", "myself", "i", "mine"].contains(word(start)) { return Found(start + 1, context.user.id) }
        var best: Found<Identifier<User>>?
        for user in context.users {
            let words = NameWords.words(of: user.name)
            guard words.first == word(start), !words.isEmpty else { continue }
            var said = 1
            while said < words.count, word(start + said) == words[said] { said += 1 }
            if said > (best?.end ?? start) - start { best = Found(start + said, user.id) }
        }
        return best
    }
}
