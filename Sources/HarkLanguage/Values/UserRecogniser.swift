import HarkCore

/// The names of everybody a record or task can be given to, by their first words.
struct UserNames: Sendable {
    /// A name and the user's place among all.
    struct Name: Sendable {
        var id: Identifier<User>
        var words: [String]
        var place: Int
    }

    private var names: [String: [Name]] = [:]

    init(_ users: [User]) {
        for (place, user) in users.enumerated() {
            let words = NameWords.words(of: user.name)
            guard let first = words.first else { continue }
            names[first, default: []].append(Name(id: user.id, words: words, place: place))
        }
    }

    /// The names that begin with a word.
    func starting(with word: String) -> [Name] { names[word] ?? [] }
}

extension ValueFinder {
    /// A colleague by whole name or first name, or "me".
    func user(at start: Int) -> Found<Identifier<User>>? {
        if ["me", "my", "myself", "i", "mine"].contains(word(start)) { return Found(start + 1, me) }
        return colleague(at: start)
    }

    /// A colleague by whole name or first name; of several the longest name, and of those the first user's.
    func colleague(at start: Int) -> Found<Identifier<User>>? {
        var found = users.starting(with: word(start))
        // "Marias" is Maria's.
        if word(start).utf8.last == UInt8(ascii: "s") {
            found += users.starting(with: String(word(start).dropLast()))
            found.sort { $0.place < $1.place }
        }
        var best: Found<Identifier<User>>?
        for name in found {
            var said = 1
            while said < name.words.count, word(start + said) == name.words[said] { said += 1 }
            if start + said > best?.end ?? start { best = Found(start + said, name.id) }
        }
        return best
    }
}
