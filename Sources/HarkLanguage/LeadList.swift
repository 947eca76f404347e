import HarkCore

/// "Two more from the fair: Ingo Brandt at Brandt Logistik and Sophie Laurent from Hexacare": leads told in one go, and
/// one more of the fair the last was from.
struct LeadList {
    private static let joints: Set<String> = ["at", "from", "of", "with", "("]
    private static let sources = [
        "trade fair", "trade show", "fair", "conference", "event", "webinar", "linkedin", "referral", "website",
    ]
    /// What may stand around the names without telling any more.
    private static let small: Set<String> = [
        "add", "new", "create", "put", "enter", "log", "leads", "lead", "for", "two", "three", "four", "more",
        "another", "one", "others", "from", "the", "same", "fair", "trade", "show", "conference", "event", "webinar",
        "linkedin", "referral", "website", "also", "and", ",", ":", "both", "all", "of", "them", "are", "is", "as",
        "a", "met", "i", "we", "too", "please", "in", "at", "on", "there", "-", ".", "(", ")", "oh", "um", "then",
        "source", "well", "have", "got", "2", "3", "4",
    ]

    /// The phrases that give one lead each; `nil` where the phrase tells of none, or of anything besides.
    static func parts(of phrase: TokenizedPhrase, after last: Action?) -> [String]? {
        let tokens = phrase.tokens
        guard (5...48).contains(tokens.count), !phrase.isCut else { return nil }
        let words = Set(tokens.map(\.text))
        let source = source(in: phrase.raw.lowercased())
        let goesOn = !words.isDisjoint(with: ["more", "another", "others", "same", "too"])
        let isAfterLead = last?.commandType == .createLead
        guard words.contains("leads") || goesOn && (source != nil || isAfterLead) else { return nil }
        let people = people(in: tokens)
        guard people.count > 1 || people.count == 1 && isAfterLead && words.contains("lead") && goesOn,
            tokens.indices.allSatisfy({ index in
                small.contains(tokens[index].text)
                    || people.contains { $0.person.contains(index) || $0.company.contains(index) }
            })
        else { return nil }
        let known = isAfterLead ? last?.entities["source"]?.string : nil
        let from = (words.contains("same") ? known ?? source : source).map { ", \($0)" } ?? ""
        return people.map { "new lead \(phrase.text($0.person)) from \(phrase.text($0.company))\(from)" }
    }

    private static func source(in phrase: String) -> String? { sources.first { phrase.contains($0) } }

    /// Runs of capitals with the company's behind "at" or "from".
    private static func people(in tokens: [Token]) -> [(person: Range<Int>, company: Range<Int>)] {
        var people: [(person: Range<Int>, company: Range<Int>)] = []
        var index = 0
        while index < tokens.count {
            let person = name(at: index, in: tokens)
            guard !person.isEmpty, person.upperBound < tokens.count, joints.contains(tokens[person.upperBound].text),
                case let company = name(at: person.upperBound + 1, in: tokens), !company.isEmpty
            else {
                index = max(index + 1, person.upperBound)
                continue
            }
            people.append((person, company))
            index = company.upperBound
        }
        return people
    }

    private static func name(at start: Int, in tokens: [Token]) -> Range<Int> {
        var end = start
        while end < tokens.count, tokens[end].kind == .word, tokens[end].isCapitalised,
            !small.contains(tokens[end].text), TimeWords.weekdays[tokens[end].text] == nil, end - start < 4
        {
            end += 1
        }
        return start..<end
    }
}
