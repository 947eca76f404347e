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
    /// What each template can eat.
    private(set) var diet = TemplateDiet()
    /// The runs of templates that mean the same command.
    private(set) var templatesByIntent: [Range<Int>] = []
    /// The slots of all templates, by number.
    let slots: [Lexicon.Slot]
    /// The slots of each family of commands by number, in the order of the templates.
    private var slotsOfFamily: [CommandType: [Int32]] = [:]
    /// The types whose spans are found before matching, by number.
    private(set) var spanTypes: [SlotType] = []
    private(set) var spanTypeNumbers: [SlotType: Int] = [:]
    /// The numbers of the types that more than the words of a table are.
    private(set) var recognisedTypes: [Int] = []
    /// The words of the tables, by their first word.
    private(set) var tableEntries = Groups<TableEntry>()
    /// The ways to say the values of each table, in the order of the files.
    private(set) var wordings: [String: [String]] = [:]
    /// Politeness and fillers by their first word.
    private(set) var skips: [String: [[String]]] = [:]

    /// One way to say a value of a table.
    struct TableEntry: Hashable, Sendable {
        var type: SlotType
        /// The number of the type; `nil` where no sentence has it.
        var spanType: Int?
        var value: String
        var words: [Int32]
    }

    init(files: [GrammarFile]) throws(GrammarError) {
        var parser = GrammarParser()
        for file in files { try parser.read(file) }
        help = parser.help
        slots = parser.lexicon.slots
        for skip in parser.skips { if let first = skip.first { skips[first, default: []].append(skip) } }
        let entries = parser.entries.map { entry in entry.words.map { vocabulary.insert($0) } }
        var compiler = TemplateCompiler(parser.lexicon)
        for sentence in parser.sentences { compiler.collect(sentence.pattern, into: &vocabulary) }
        for word in ValueWords.all.sorted() { _ = vocabulary.insert(word) }
        for (word, heard) in parser.homophones { vocabulary.insert(heard: heard, for: word) }
        vocabulary.close()
        setTypes(compiler.spanTypes)
        setTables(parser.entries, words: entries)
        for sentence in parser.sentences { add(sentence, with: &compiler) }
        sieve.close(symbolCount: Int(vocabulary.symbol(ofType: spanTypes.count)))
        try checkFixedValues()
    }

    private mutating func setTypes(_ types: [SlotType]) {
        spanTypes = types
        for (number, type) in types.enumerated() {
            spanTypeNumbers[type] = number
            switch type {
            case .table("title"): recognisedTypes.append(number)
            case .table: break
            default: recognisedTypes.append(number)
            }
        }
    }

    private mutating func setTables(_ entries: [GrammarParser.TableEntry], words: [[Int32]]) {
        var members: [(list: Int, element: TableEntry)] = []
        for (entry, words) in zip(entries, words) {
            let type = SlotType.table(entry.table)
            wordings[entry.table, default: []].append(entry.words.joined(separator: " "))
            members.append(
                (
                    Int(words[0]),
                    TableEntry(type: type, spanType: spanTypeNumbers[type], value: entry.value, words: words)
                )
            )
        }
        tableEntries = Groups(members, count: vocabulary.words.count)
    }

    private mutating func add(_ sentence: GrammarParser.Sentence, with compiler: inout TemplateCompiler) {
        let states = compiler.add(sentence.pattern, to: &machine)
        sieve.append(compiler.requirements(of: sentence.pattern, vocabulary))
        diet.append(states, of: machine)
        let template = Template(
            intent: sentence.intent, weight: sentence.weight, states: states, fixed: sentence.fixed,
            place: sentence.place)
        if let last = templates.last, last.intent == template.intent {
            let run = templatesByIntent[templatesByIntent.count - 1]
            templatesByIntent[templatesByIntent.count - 1] = run.lowerBound..<(templates.count + 1)
        } else {
            templatesByIntent.append(templates.count..<(templates.count + 1))
        }
        templates.append(template)
        let known = slotsOfFamily[template.intent.family] ?? []
        slotsOfFamily[template.intent.family] = known + compiler.slots.filter { !known.contains($0) }
    }

    /// The slots a command has.
    func slots(of intent: CommandType) -> [Lexicon.Slot] {
        (slotsOfFamily[intent.family] ?? []).map { slots[Int($0)] }
    }

    /// The types a command's slot of that name may have, in the order of the templates.
    func types(of slot: String, in intent: CommandType) -> [SlotType] {
        slots(of: intent).filter { $0.name == slot }.map(\.type)
    }
}
