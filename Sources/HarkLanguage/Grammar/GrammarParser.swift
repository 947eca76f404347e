import HarkCore

/// Reads template files line by line.
///
/// ```
/// # a comment                          group Leads
/// values stage                         rule <add> = add | create | put in
///   won = won | closed won             intent CREATE_LEAD
/// skip um | could you                    help Add a new lead from ABC Corporation
/// alike lead = led | leed                say <add> [a] lead from {company:name}   weight=0.2
/// ```
/// A line `set SLOT = VALUE` in an intent fills that slot of every sentence below it that does not.
struct GrammarParser {
    /// One sentence of a command.
    struct Sentence {
        var intent: CommandType
        var pattern: Pattern
        /// What the sentence costs before any word is looked at.
        var weight: Float
        /// What the slots hold that the sentence does not have.
        var fixed: [FixedValue] = []
        var place: GrammarPlace
    }

    /// One way to say a value of a table.
    struct TableEntry {
        var table: String
        var value: String
        var words: [String]
        var place: GrammarPlace
    }

    private(set) var sentences: [Sentence] = []
    private(set) var entries: [TableEntry] = []
    private(set) var skips: [[String]] = []
    private(set) var homophones: [(word: String, heard: String)] = []
    private(set) var help: [HelpEntry] = []
    /// The words and slots of the sentences.
    var lexicon: Lexicon { patterns.lexicon }

    private var patterns = PatternParser()
    private var group = ""
    private var table: String?
    private var intent: CommandType?
    private var fixed: [FixedValue] = []

    /// Reads one more file.
    ///
    /// - Throws: The first mistake.
    mutating func read(_ file: GrammarFile) throws(GrammarError) {
        if let first = mistakes(readingIn: file).first { throw first }
    }

    /// Reads one more file as far as it can be read.
    ///
    /// - Returns: Every mistake; a line with one is left out.
    mutating func mistakes(readingIn file: GrammarFile) -> [GrammarError] {
        var mistakes: [GrammarError] = []
        table = nil
        intent = nil
        fixed = []
        let lines = file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let read = GrammarLine(line, number: index + 1, file: file.name)
            guard let first = read.content.utf8.first, first != UInt8(ascii: "#") else { continue }
            do throws(GrammarError) { try self.read(read) } catch { mistakes.append(error) }
        }
        return mistakes
    }

    private mutating func read(_ line: GrammarLine) throws(GrammarError) {
        if line.offset > 0, table != nil {
            try readTableEntry(line)
            return
        }
        if line.offset == 0 { table = nil }
        let rest = line.rest
        switch line.keyword {
        case "say": try readSentence(line)
        case "group": group = String(rest)
        case "values":
            table = String(rest)
            patterns.tables.insert(String(rest))
        case "skip":
            skips += GrammarLine.parts(rest, "|").map { GrammarLine.parts($0, " ").map(String.init) }
        case "alike":
            let (word, heard) = try line.halves(rest)
            homophones += GrammarLine.parts(heard, "|").map { (word, GrammarLine.trimmed($0)) }
        case "rule": try readRule(line)
        case "intent":
            guard let type = CommandType(rawValue: String(rest)) else {
                throw line.error(.unknownIntent(String(rest)), at: rest.startIndex)
            }
            intent = type
            fixed = []
            help.append(HelpEntry(commandType: type, group: group, samples: []))
        case "help" where intent != nil: help[help.count - 1].samples.append(String(rest))
        case "set" where intent != nil:
            let (slot, value) = try line.halves(rest)
            fixed.append(
                FixedValue(
                    slot: FixedValue.slotName(slot), text: GrammarLine.trimmed(value),
                    place: line.place(at: rest.startIndex)))
        default:
            throw line.error(
                .expected("group, values, skip, alike, rule, intent, help, set or say"), at: line.content.startIndex)
        }
    }

    private mutating func readTableEntry(_ line: GrammarLine) throws(GrammarError) {
        let (value, wordings) = try line.halves(line.content)
        for wording in GrammarLine.parts(wordings, "|") {
            let words = GrammarLine.parts(wording, " ")
            guard let first = words.first, let table else {
                throw line.error(.expected("words after ="), at: line.content.startIndex)
            }
            entries.append(
                TableEntry(
                    table: table, value: value, words: words.map(String.init), place: line.place(at: first.startIndex)))
        }
    }

    private mutating func readRule(_ line: GrammarLine) throws(GrammarError) {
        let rest = line.rest
        let (name, text) = try line.halves(rest)
        guard name.first == "<", name.last == ">" else { throw line.error(.expected("<name>"), at: rest.startIndex) }
        patterns.rules[String(name.dropFirst().dropLast())] = try pattern(text, of: line)
    }

    private mutating func readSentence(_ line: GrammarLine) throws(GrammarError) {
        guard let intent else { throw line.error(.expected("intent before say"), at: line.content.startIndex) }
        var weight: Float = 0
        var text = line.content.dropFirst("say".count)
        if let mark = text.utf8.lastIndex(of: UInt8(ascii: "=")), text[..<mark].hasSuffix("weight") {
            guard let value = Float(text[text.utf8.index(after: mark)...]) else {
                throw line.error(.expected("a number"), at: mark, plus: 1)
            }
            weight = value
            text = text[..<mark].dropLast("weight".count)
        }
        let pattern = try pattern(text, of: line)
        if pattern.canBeEmpty { throw line.error(.matchesNothing, at: line.content.startIndex, plus: 4) }
        sentences.append(
            Sentence(
                intent: intent, pattern: pattern, weight: weight, fixed: fixed,
                place: line.place(at: line.rest.startIndex)))
    }

    /// The pattern a part of a line writes.
    private mutating func pattern(_ text: Substring, of line: GrammarLine) throws(GrammarError) -> Pattern {
        do throws(PatternParser.Mistake) {
            return try patterns.parse(text)
        } catch {
            throw line.error(error.reason, at: text.startIndex, plus: error.column)
        }
    }
}

extension Pattern {
    /// Whether no word at all would match.
    var canBeEmpty: Bool {
        switch self {
        case .word, .slot: false
        case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
        case .choice(let branches): branches.contains(where: \.canBeEmpty)
        case .optional, .repeated: true
        }
    }
}
