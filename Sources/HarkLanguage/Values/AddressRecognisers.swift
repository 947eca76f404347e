extension ValueFinder {
    /// An address as typed, or spoken with "at" and "dot": `h dot marsh at aldgate optics dot co dot uk`.
    func email(at start: Int) -> Found<String>? {
        guard start < count, mayBeEmail(start) else { return nil }
        if tokens[start].kind == .email { return Found(start + 1, tokens[start].text) }
        guard tokens[start].kind != .mark, var local = addressPart(from: start, joining: false) else { return nil }
        guard word(local.end) == "at", let domain = addressPart(from: local.end + 1, joining: true),
            let dot = domain.value.lastIndex(of: "."),
            domainEndings.contains(String(domain.value[domain.value.index(after: dot)...]))
        else { return nil }
        local.end = domain.end
        local.value += "@" + domain.value
        return local
    }

    /// Words joined by spoken marks; a domain may also run over several words before its first dot.
    private func addressPart(from start: Int, joining: Bool) -> Found<String>? {
        guard start < count, tokens[start].kind != .mark else { return nil }
        var text = word(start)
        var end = start + 1
        while end < count, end - start < 12 {
            if let mark = spokenMarks[word(end)], end + 1 < count, tokens[end + 1].kind != .mark {
                text += mark + word(end + 1)
                end += 2
            } else if joining, !text.contains("."), end - start < 3, tokens[end].kind == .word {
                text += word(end)
                end += 1
            } else {
                break
            }
        }
        return Found(end, text)
    }

    /// An address of the web: with `http`, with `www`, or a bare domain with a known ending and an optional path.
    func url(at start: Int) -> Found<String>? {
        guard start < count, tokens[start].kind == .word || tokens[start].kind == .digits else { return nil }
        let isSchemed =
            ["http", "https", "ftp"].contains(word(start)) && word(start + 1) == ":"
            && word(start + 2) == "/"
        guard isSchemed || (word(start + 1) == "." && phrase.touches(start) && phrase.touches(start + 1)) else {
            return nil
        }
        var end = start
        while end + 1 < count, phrase.touches(end) { end += 1 }
        // A mark at the end belongs to the sentence.
        while end > start, [".", ",", "!", "?", ":", ";", ")", "\"", "'"].contains(word(end)) { end -= 1 }
        let text = phrase.text(start..<(end + 1))
        if isSchemed { return end > start + 3 ? Found(end + 1, text) : nil }
        let domain = text.prefix { !"/?#:".contains($0) }.lowercased()
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let ending = labels.last.map(String.init),
            domain.hasPrefix("www.") && labels.count > 2 || domainEndings.contains(ending)
        else { return nil }
        return Found(end + 1, text)
    }

    /// Seven to fifteen digits: `+47 22 33 44 55`, `(555) 123-4567`, `double five five one two …`.
    func phone(at start: Int) -> Found<String>? {
        guard mayBeNumber(start) else { return nil }
        var end = start
        var number = ""
        if word(start) == "+" || word(start) == "plus" {
            number = "+"
            end += 1
        }
        var lastDigit = end
        scan: while end < count, number.utf8.count < 17 {
            let token = tokens[end]
            if token.kind == .digits {
                number += token.text
            } else if let times = ["double": 2, "triple": 3][token.text], let digit = digitWords[word(end + 1)] {
                number += String(repeating: digit, count: times)
                end += 1
            } else if let digit = digitWords[token.text] {
                number += digit
            } else if ["-", "(", ")", ".", "/"].contains(token.text), end + 1 < count, tokens[end + 1].kind != .word {
                end += 1
                continue scan
            } else {
                break scan
            }
            end += 1
            lastDigit = end
        }
        if compactDay(at: start)?.end == lastDigit { return nil }
        let digits = number.utf8.count - (number.hasPrefix("+") ? 1 : 0)
        guard (7...15).contains(digits), !looksLikeDate(start..<lastDigit) else { return nil }
        return Found(lastDigit, number)
    }

    private func looksLikeDate(_ range: Range<Int>) -> Bool {
        range.count == 5 && word(range.lowerBound + 1) == word(range.lowerBound + 3)
            && ["-", "/", "."].contains(word(range.lowerBound + 1)) && word(range.lowerBound).utf8.count <= 4
            && word(range.upperBound - 1).utf8.count <= 4 && word(range.lowerBound + 2).utf8.count <= 2
    }
}

private let spokenMarks = ["dot": ".", "underscore": "_", "dash": "-", "hyphen": "-", ".": "."]
private let domainEndings: Set<String> = [
    "com", "org", "net", "io", "co", "uk", "no", "se", "dk", "fi", "de", "fr", "es", "it", "nl", "be", "ch", "at",
    "eu", "us", "ca", "au", "in", "jp", "dev", "app", "ai", "biz", "info", "edu", "gov",
]
private let digitWords = [
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9",
]
