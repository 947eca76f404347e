import HarkCore

extension ValueFinder {
    /// A colleague by whole name or first name, or "me".
    func user(at start: Int) -> Found<Identifier<User>>? {
        if ["me", "my", "myself", "i", "mine"].contains(word(start)) { return Found(start + 1, me) }
        return colleague(at: start)
    }

    /// A colleague by whole name or first name.
    func colleague(at start: Int) -> Found<Identifier<User>>? {
        var best: Found<Identifier<User>>?
        // "Marias" is Maria's.
        let bare = word(start).hasSuffix("s") ? String(word(start).dropLast()) : word(start)
        for (id, words) in users where words.first == word(start) || words.first == bare {
            var said = 1
            while said < words.count, word(start + said) == words[said] { said += 1 }
            if start + said > best?.end ?? start { best = Found(start + said, id) }
        }
        return best
    }
}
