/// Short forms and the words they stand for.
enum Contractions {
    /// The words of a short form in lower case with plain apostrophes; `nil` for a word that is none.
    ///
    /// A possessive gives the bare word and `'s`.
    static func parts(of word: String) -> [String]? {
        if let parts = whole[word] { return parts }
        guard let mark = word.lastIndex(of: "'") else { return nil }
        let stem = String(word[..<mark])
        let ending = String(word[word.index(after: mark)...])
        switch ending {
        case "s": return [plain(stem), "'s"]
        case "t" where stem.hasSuffix("n"): return [String(stem.dropLast()), "not"]
        default:
            guard let verb = verbs[ending] else { return nil }
            return [plain(stem), verb]
        }
    }

    private static func plain(_ stem: String) -> String { stem.filter { $0 != "'" } }

    private static let verbs = ["ll": "will", "d": "would", "ve": "have", "re": "are", "m": "am"]

    private static let whole: [String: [String]] = [
        "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"], "dont": ["do", "not"],
        "doesnt": ["does", "not"], "didnt": ["did", "not"], "what's": ["what", "is"], "whats": ["what", "is"],
        "who's": ["who", "is"], "whos": ["who", "is"], "where's": ["where", "is"], "how's": ["how", "is"],
        "when's": ["when", "is"],
        "why's": ["why", "is"], "whens": ["when", "is"], "let's": ["let", "us"],
        "lets": ["let", "us"], "it's": ["it", "is"], "that's": ["that", "is"], "there's": ["there", "is"],
        "wanna": ["want", "to"], "gonna": ["going", "to"], "gotta": ["got", "to"], "gimme": ["give", "me"],
        "lemme": ["let", "me"], "im": ["i", "am"], "hes": ["he", "is"], "shes": ["she", "is"],
        "thats": ["that", "is"], "theres": ["there", "is"], "theyre": ["they", "are"], "youre": ["you", "are"],
        "ive": ["i", "have"], "weve": ["we", "have"], "theyve": ["they", "have"], "isnt": ["is", "not"],
        "wasnt": ["was", "not"], "arent": ["are", "not"], "hasnt": ["has", "not"], "havent": ["have", "not"],
        "couldnt": ["could", "not"], "wouldnt": ["would", "not"], "shouldnt": ["should", "not"],
    ]
}
