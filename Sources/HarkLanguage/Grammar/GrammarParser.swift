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

    private var rules: [String: Pattern] = [:]
    private var tables: Set<String> = []
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
        for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.drop { $0 == " " }
            guard let first = content.first, first != "#" else { continue }
            let read = Line(
                content: content, offset: line.count - content.count, number: index + 1, file: file.name)
            do throws(GrammarError) { try self.read(read) } catch { mistakes.append(error) }
        }
        return mistakes
    }

    private struct Line {
        var content: Substring
        var offset: Int
        var number: Int
        var file: String

        func error(_ reason: GrammarError.Reason, at column: Int = 0) -> GrammarError {
            GrammarError(file: file, line: number, column: offset + column + 1, reason: reason)
        }

        /// The place of a character of the content.
        func place(at column: Int = 0) -> GrammarPlace {
            GrammarPlace(file: file, line: number, column: offset + column + 1)
        }
    }

    private mutating func read(_ line: Line) throws(GrammarError) {
        let keyword = line.content.prefix { $0 != " " }
        let rest = line.content.dropFirst(keyword.count).drop { $0 == " " }
        if line.offset > 0, table != nil {
            try readTableEntry(line)
            return
        }
        if line.offset == 0 { table = nil }
        switch keyword {
        case "group": group = String(rest)
        case "values":
            table = String(rest)
            tables.insert(String(rest))
        case "skip": skips += rest.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        case "alike":
            let (word, heard) = try halves(line, rest)
            homophones += heard.split(separator: "|").map { (word, trimmed($0)) }
        case "rule": try readRule(line, rest)
        case "intent":
            guard let type = CommandType(rawValue: String(rest)) else {
                throw line.error(.unknownIntent(String(rest)), at: line.content.count - rest.count)
            }
            intent = type
            fixed = []
            help.append(HelpEntry(commandType: type, group: group, samples: []))
        case "help" where intent != nil: help[help.count - 1].samples.append(String(rest))
        case "say": try readSentence(line, rest)
        case "set" where intent != nil:
            let (slot, value) = try halves(line, rest)
            let place = line.place(at: line.content.count - rest.count)
            fixed.append(FixedValue(slot: FixedValue.slotName(slot), text: trimmed(value), place: place))
        default: throw line.error(.expected("group, values, skip, alike, rule, intent, help, set or say"))
        }
    }

    private mutating func readTableEntry(_ line: Line) throws(GrammarError) {
        let (value, wordings) = try halves(line, line.content)
        for wording in wordings.split(separator: "|") {
            let words = wording.split(separator: " ").map(String.init)
            guard !words.isEmpty, let table else { throw line.error(.expected("words after =")) }
            let column = line.content.distance(from: line.content.startIndex, to: wording.startIndex)
            let blanks = wording.prefix { $0 == " " }.count
            entries.append(
                TableEntry(table: table, value: value, words: words, place: line.place(at: column + blanks)))
        }
    }

    private mutating func readRule(_ line: Line, _ rest: Substring) throws(GrammarError) {
        let (name, _) = try halves(line, rest)
        guard name.first == "<", name.last == ">" else {
            throw line.error(.expected("<name>"), at: line.content.count - rest.count)
        }
        let bare = String(name.dropFirst().dropLast())
        rules[bare] = try pattern(line, after: "=")
    }

    private mutating func readSentence(_ line: Line, _ rest: Substring) throws(GrammarError) {
        guard let intent else { throw line.error(.expected("intent before say")) }
        var weight: Float = 0
        var content = line.content
        if let mark = content.lastIndex(of: "="), content[..<mark].hasSuffix("weight") {
            guard let value = Float(content[content.index(after: mark)...]) else {
                throw line.error(.expected("a number"), at: content.distance(from: content.startIndex, to: mark) + 1)
            }
            weight = value
            content = content[..<mark].dropLast("weight".count)
        }
        let text = content.dropFirst("say".count)
        var parser = PatternParser(
            text, file: line.file, line: line.number, offset: line.offset + 3, rules: rules, tables: tables)
        let pattern = try parser.parse()
        if pattern.canBeEmpty { throw line.error(.matchesNothing, at: 4) }
        sentences.append(
            Sentence(
                intent: intent, pattern: pattern, weight: weight, fixed: fixed,
                place: line.place(at: line.content.count - rest.count)))
    }

    private func pattern(_ line: Line, after mark: Character) throws(GrammarError) -> Pattern {
        let skipped = line.content.prefix { $0 != mark }.count + 1
        var parser = PatternParser(
            line.content.dropFirst(skipped), file: line.file, line: line.number, offset: line.offset + skipped,
            rules: rules, tables: tables)
        return try parser.parse()
    }

    private func halves(_ line: Line, _ text: Substring) throws(GrammarError) -> (String, Substring) {
        guard let mark = text.firstIndex(of: "=") else {
            throw line.error(.expected("="), at: line.content.count)
        }
        return (trimmed(text[..<mark]), text[text.index(after: mark)...])
    }

    private func trimmed(_ text: Substring) -> String {
        let front = text.drop { $0 == " " }
        return String(front.reversed().drop { $0 == " " }.reversed())
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
