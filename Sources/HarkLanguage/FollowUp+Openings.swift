/// How a phrase that leans on the last one begins and ends.
extension FollowUp {
    /// Openings, the longer ones first.
    private static let openings: [(words: [String], sort: Sort)] = {
        let more = [
            "do the same for", "repeat that for", "repeat it for", "do that for", "do it for", "do that again for",
            "do it again for", "and the same for", "now the same for", "and do the same for", "now do the same for",
            "the same for", "same for", "the same with", "same with", "the same at", "what about",
            "how about", "and what about", "and how about", "and only", "but only", "now only", "only", "just", "and",
            "also", "now", "but",
        ]
        let corrections = [
            "no i meant", "no i mean", "no it was", "no it is", "no that was", "no that is", "sorry it was",
            "sorry it is", "actually it was", "actually it is", "that was", "no to", "no with", "no make it",
            "no make that", "no wait", "wait no", "hang on no", "hang on",
            "scrap that it was", "strike that it was", "forget that it was", "ignore that it was", "cancel that it was",
            "scrap that it is", "scrap that make it", "scrap that", "strike that", "ignore that", "forget that",
            "due it on", "due it", "make it due", "it is due", "due on", "due", "tie it to", "link it to",
            "attach it to", "connect it to", "no not that", "i meant", "i mean",
            "actually make it", "and make it", "and make that", "and set it to", "and mark it as", "and mark it",
            "and change it to", "make it", "make that", "change it to", "change that to", "move it to", "no sorry",
            "whoops", "oops", "oops i meant", "whoops i meant",
            "it took", "that took", "it lasted", "sorry no", "no no", "i said", "or rather",
            "or better",
            "or make it", "typo", "typo i meant", "sorry i meant", "sorry", "actually", "rather", "correction", "wait",
            "no", "nope",
        ]
        let all = more.map { ($0, Sort.more) } + corrections.map { ($0, Sort.correction) }
        return all.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
            .sorted { $0.words.count > $1.words.count }
    }()
    /// What says behind a value that it is the right one: "sorry, thirty minutes it was".
    private static let endings = ["it was", "it is", "i meant", "i mean", "flat", "or so"]
        .map { $0.split(separator: " ").map(String.init) }

    /// What follows an opening; "not Tuesday, Thursday" and "Thursday I mean" correct as well.
    func opened(_ phrase: String, _ tokens: [Token]) -> (Sort, String)? {
        var first = 0
        let words = tokens.map(\.text).filter { ![".", "!"].contains($0) }
        for ending in [["i", "mean"], ["i", "meant"], ["sorry"], ["instead"], ["rather"], ["actually"]]
        where words.count > ending.count && words.count <= 8 && words.suffix(ending.count) == ending[...] {
            guard opened(phrase, Array(tokens.prefix(1)))?.0 == nil else { break }
            var kept = Array(tokens.prefix(tokens.count - ending.count))
            while kept.last?.kind == .mark { kept.removeLast() }
            return kept.isEmpty ? nil : (.correction, text(of: phrase, from: 0, kept))
        }
        while first < tokens.count, ["um", "uh", "er", "oh", "ah", "hm", "hmm"].contains(tokens[first].text) {
            first += 1
        }
        let asked = tokens.dropFirst(first).prefix(2).map(\.text)
        if ["can", "could"].contains(asked.first), ["we", "you"].contains(asked.last) { first += 2 }
        if first < tokens.count, tokens[first].text == "not",
            let turn = tokens[first...].firstIndex(where: { $0.text == "," || $0.text == "but" }),
            turn + 1 < tokens.count
        {
            return (.correction, text(of: phrase, from: turn + 1, tokens))
        }
        for (words, sort) in FollowUp.openings {
            var next = first
            let fits = words.allSatisfy { word in
                while next < tokens.count, tokens[next].kind == .mark, next > first { next += 1 }
                defer { next += 1 }
                return next < tokens.count && tokens[next].text == word
            }
            guard fits else { continue }
            while next < tokens.count, tokens[next].kind == .mark, tokens[next].text == "," { next += 1 }
            // "Hang on, not 18, 19."
            if sort == .correction, next < tokens.count, tokens[next].text == "not",
                let turn = tokens[next...].firstIndex(where: { $0.text == "," || $0.text == "but" }),
                turn + 1 < tokens.count
            {
                next = turn + 1
            }
            // "Actually no, make that the 18th"
            if sort == .correction, next < tokens.count, next > first,
                let (more, rest) = opened(phrase, Array(tokens[next...])), more == .correction, !rest.isEmpty
            {
                return (sort, rest)
            }
            return (sort, text(of: phrase, from: next, tokens))
        }
        return nil
    }

    /// The words from a token on, without what stands against them and small words at the end.
    func text(of phrase: String, from first: Int, _ tokens: [Token]) -> String {
        var last = tokens.count
        // "Thursday instead of Friday", "Maria, not Jonas"
        let against = tokens.indices.first { index in
            index > first
                && (tokens[index].text == "not"
                    || ["instead", "rather"].contains(tokens[index].text)
                        && tokens[(index + 1)...].first.map { ["of", "than"].contains($0.text) } == true)
        }
        if let against { last = against }
        while last > first, tokens[last - 1].kind == .mark { last -= 1 }
        let told = tokens[first..<last].map(\.text)
        let ending = FollowUp.endings.first { $0.count < told.count && told.suffix($0.count) == $0[...] }
        last -= ending?.count ?? 0
        while last > first,
            ["?", ".", "!", ",", "please", "instead", "then", "too", "also", "actually", "only"].contains(
                tokens[last - 1].text)
                || tokens[last - 1].text == "well" && last > first + 1 && tokens[last - 2].text == "as"
        {
            last -= tokens[last - 1].text == "well" ? 2 : 1
        }
        guard first < last else { return "" }
        return String(decoding: Array(phrase.utf8)[tokens[first].start..<tokens[last - 1].end], as: UTF8.self)
    }
}
