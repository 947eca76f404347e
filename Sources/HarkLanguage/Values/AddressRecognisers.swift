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
        if let spoken = spokenDomain(at: start) { return spoken }
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

    /// `fabrikam dot co dot uk`.
    private func spokenDomain(at start: Int) -> Found<String>? {
        var labels = [word(start)]
        var end = start + 1
        while word(end) == "dot" || word(end) == "." && phrase.touches(end), end + 1 < count,
            labels.count > 1 || word(end) == "dot"
        {
            labels.append(word(end + 1))
            end += 2
        }
        guard let ending = labels.dropFirst().last, domainEndings.contains(ending), word(start - 1) != "dot",
            word(start - 1) != "at"
        else { return nil }
        return Found(end, labels.joined(separator: "."))
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
            if number.hasPrefix("+"), word(end) == "(", word(end + 1) == "0", word(end + 2) == ")" {
                // "+44 (0)20": the zero is for callers at home.
                end += 3
                continue scan
            }
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
        guard (7...15).contains(digits), !looksLikeDate(start..<lastDigit), !isOtherNumber(start..<lastDigit) else {
            return nil
        }
        return Found(extensionEnd(at: lastDigit), number)
    }

    /// The token after "ext 12" and the like.
    private func extensionEnd(at start: Int) -> Int {
        if ["ext", "extension", "x"].contains(word(start)) {
            let next = word(start + 1) == "." ? start + 2 : start + 1
            if next < count, tokens[next].kind == .digits { return next + 1 }
        }
        return word(start).first == "x" && Int(word(start).dropFirst()) != nil ? start + 1 : start
    }

    /// Whether digits are the number of something else: an order, an amount, an address of a machine, a card.
    private func isOtherNumber(_ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let before = word(start - 1)
        if start > 0, tokens[start - 1].kind == .digits || otherNumbers.contains(before) { return true }
        if before == "#" || CurrencyWords.before[before] != nil || before == "-" && phrase.touches(start - 1) {
            return true
        }
        if before == "number", otherNumbers.contains(word(start - 2)) { return true }
        if end < count {
            let isTouching = phrase.touches(end - 1)
            if isTouching, tokens[end].kind == .word, extensionEnd(at: end) == end { return true }
            if ["%", "$", "€", "£"].contains(word(end)) || CurrencyWords.after[word(end)] != nil { return true }
            if tokens[end].kind == .digits { return true }
        }
        if calendarDay(at: start, hasArticle: false) != nil { return true }
        let groups = range.filter { tokens[$0].kind == .digits }.map { word($0) }
        let marks = Set(range.filter { tokens[$0].kind == .mark }.map { word($0) })
        let isWritten = groups.count + marks.count > 0
        guard isWritten, word(start) != "+", word(start) != "plus" else { return false }
        if groups.count == 1, range.count == 1, groups[0].utf8.count == 7 {
            return !(count == 1 || phoneCues.contains(before) || before == ":")
        }
        // Decimals, addresses of machines, spans of years, cards.
        if marks == ["."], groups.count == 2 { return true }
        if marks == ["."], groups.count == 4, groups.allSatisfy({ Int($0).map { $0 < 256 } ?? false }) { return true }
        if groups.count == 2,
            groups.allSatisfy({ $0.utf8.count == 4 && Int($0).map { (1900...2100).contains($0) } ?? false })
        {
            return true
        }
        return groups.count > 2 && groups.allSatisfy { $0.utf8.count == 4 }
    }

    private func looksLikeDate(_ range: Range<Int>) -> Bool {
        range.count == 5 && word(range.lowerBound + 1) == word(range.lowerBound + 3)
            && ["-", "/", "."].contains(word(range.lowerBound + 1)) && word(range.lowerBound).utf8.count <= 4
            && word(range.upperBound - 1).utf8.count <= 4 && word(range.lowerBound + 2).utf8.count <= 2
    }
}

/// Words before numbers that are no phones.
private let otherNumbers: Set<String> = [
    "order", "orders", "ticket", "invoice", "isbn", "iban", "id", "sku", "ref", "reference", "case", "po", "serial",
    "tracking", "version", "card", "account", "policy", "contract", "swift", "ip", "between", "am", "visa", "ssn",
    "zip",
]
private let phoneCues: Set<String> = [
    "phone", "tel", "telephone", "mobile", "cell", "number", "call", "ring", "dial", "at", "on", "to", "is", "fax",
    "text",
]
private let spokenMarks = ["dot": ".", "underscore": "_", "dash": "-", "hyphen": "-", ".": "."]
private let domainEndings: Set<String> = [
    "example", "test",
    "com", "org", "net", "io", "co", "uk", "no", "se", "dk", "fi", "de", "fr", "es", "it", "nl", "be", "ch", "at",
    "eu", "us", "ca", "au", "in", "jp", "dev", "app", "ai", "biz", "info", "edu", "gov",
    "me", "tv", "cc", "cz", "pl", "pt", "ie", "is", "nz", "za", "sg", "br", "mx", "ar", "cl", "cn", "hk", "kr", "tr",
    "gr", "hu", "ro", "lt", "lv", "ee", "lu", "sk", "si", "hr", "ua", "energy", "tech", "online", "shop", "store",
    "cloud", "group", "agency", "solutions", "systems", "consulting", "health", "bank", "legal", "media", "studio",
    "digital", "global", "company", "network", "world", "xyz", "site", "website", "software", "services", "life",
]
private let digitWords = [
    "zero": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9",
]
