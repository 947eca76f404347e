import HarkCore

/// Everything the template files say, ready for matching.
struct Grammar: Sendable {
    let help: [HelpEntry]
    private(set) var vocabulary = Vocabulary()
    private(set) var templates: [Template] = []
    /// The states of all templates.
    private(set) var machine = TemplateMachine()
    /// Which templates a phrase can match.
    private(set) var sieve = TemplateSieve()
    /// The runs of templates that mean the same command.
    private(set) var templatesByIntent: [Range<Int>] = []
    /// The types whose spans are found before matching, by number.
    private(set) var spanTypes: [SlotType] = []
    private(set) var spanTypeNumbers: [SlotType: Int] = [:]
    /// The words of the tables by their first word's number.
    private(set) var tableEntries: [Int32: [TableEntry]] = [:]
    /// The ways to say the values of each table, in the order of the files.
    private(set) var wordings: [String: [String]] = [:]
    /// Politeness and fillers by their first word.
    private(set) var skips: [String: [[String]]] = [:]

    /// One way to say a value of a table.
    struct TableEntry: Hashable, Sendable {
        var type: SlotType
        var value: String
        var words: [Int32]
    }

    init(files: [GrammarFile]) throws(GrammarError) {
        var parser = GrammarParser()
        for file in files { try parser.read(file) }
        help = parser.help
        for skip in parser.skips { if let first = skip.first { skips[first, default: []].append(skip) } }
        for entry in parser.entries {
            wordings[entry.table, default: []].append(entry.words.joined(separator: " "))
            let words = entry.words.map { vocabulary.insert($0) }
            tableEntries[words[0], default: []].append(
                TableEntry(type: .table(entry.table), value: entry.value, words: words))
        }
        for sentence in parser.sentences { collect(sentence.pattern) }
        for word in ValueWords.all { _ = vocabulary.insert(word) }
        for (word, heard) in parser.homophones { vocabulary.insert(heard: heard, for: word) }
        for sentence in parser.sentences { add(sentence) }
        sieve.close(symbolCount: Int(vocabulary.symbol(ofType: spanTypes.count)))
        var start = 0
        for index in templates.indices
        where templates[index].intent != templates[min(index + 1, templates.count - 1)].intent
            || index == templates.count - 1
        {
            templatesByIntent.append(start..<(index + 1))
            start = index + 1
        }
        for template in templates where !template.fixed.isEmpty {
            if let mistake = mistake(inFixedValuesOf: template) { throw mistake }
        }
    }

    private mutating func add(_ sentence: GrammarParser.Sentence) {
        var compiler = TemplateCompiler(
            vocabulary: vocabulary, spanTypes: spanTypeNumbers, base: machine.stateCount)
        let states = compiler.add(sentence.pattern, to: &machine)
        sieve.append(compiler.requirements(of: sentence.pattern))
        templates.append(
            Template(
                intent: sentence.intent, weight: sentence.weight, slots: compiler.slots, states: states,
                fixed: sentence.fixed, place: sentence.place))
    }

    private mutating func collect(_ pattern: Pattern) {
        switch pattern {
        case .word(let word): _ = vocabulary.insert(word)
        case .slot(_, let type):
            let hasSpans =
                switch type {
                case .text, .rest: false
                default: true
                }
            guard hasSpans, spanTypeNumbers[type] == nil else { return }
            spanTypeNumbers[type] = spanTypes.count
            spanTypes.append(type)
        case .sequence(let parts), .choice(let parts): for part in parts { collect(part) }
        case .optional(let inner), .repeated(let inner): collect(inner)
        }
    }
}
