/// Turns a pattern into a ``Template``.
struct TemplateCompiler {
    private let vocabulary: Vocabulary
    private let spanTypes: [SlotType: Int]
    private var slots: [Template.Slot] = []
    private var wordArcs: [[Template.WordArc]] = [[]]
    private var slotArcs: [[Template.SlotArc]] = [[]]
    private var free: [[Int]] = [[]]

    /// - Parameter spanTypes: The numbers of the types whose spans are found beforehand.
    init(vocabulary: Vocabulary, spanTypes: [SlotType: Int]) {
        self.vocabulary = vocabulary
        self.spanTypes = spanTypes
    }

    /// The machine of a sentence.
    mutating func compile(_ sentence: GrammarParser.Sentence) -> Template {
        let end = state()
        add(sentence.pattern, from: 0, to: end)
        var template = Template(
            intent: sentence.intent, weight: sentence.weight, slots: slots, firstWordArc: [0], wordArcs: [],
            firstSlotArc: [0], slotArcs: [], isAccepting: [], requirements: requirements(of: sentence.pattern),
            fixed: sentence.fixed, place: sentence.place)
        for index in wordArcs.indices {
            let reached = closure(of: index)
            template.isAccepting.append(reached.contains(end))
            template.wordArcs += reached.flatMap { wordArcs[$0] }.sorted { $0.word < $1.word }
            template.slotArcs += reached.flatMap { slotArcs[$0] }
            template.firstWordArc.append(Int32(template.wordArcs.count))
            template.firstSlotArc.append(Int32(template.slotArcs.count))
        }
        return template
    }

    private mutating func state() -> Int {
        wordArcs.append([])
        slotArcs.append([])
        free.append([])
        return free.count - 1
    }

    private mutating func add(_ pattern: Pattern, from start: Int, to end: Int) {
        switch pattern {
        case .word(let word):
            let number = vocabulary.number(of: word) ?? -1
            wordArcs[start].append(Template.WordArc(word: number, target: Int32(end)))
        case .slot(let name, let type): addSlot(name, type, from: start, to: end)
        case .sequence(let parts):
            var current = start
            for (index, part) in parts.enumerated() {
                let next = index == parts.count - 1 ? end : state()
                add(part, from: current, to: next)
                current = next
            }
            if parts.isEmpty { free[start].append(end) }
        case .choice(let branches): for branch in branches { add(branch, from: start, to: end) }
        case .optional(let inner):
            add(inner, from: start, to: end)
            free[start].append(end)
        case .repeated(let inner):
            let loop = state()
            free[start].append(loop)
            add(inner, from: loop, to: loop)
            free[loop].append(end)
        }
    }

    private mutating func addSlot(_ name: String, _ type: SlotType, from start: Int, to end: Int) {
        let slot = Int32(slots.count)
        slots.append(Template.Slot(name: name, type: type))
        if let number = spanTypes[type] {
            slotArcs[start].append(
                Template.SlotArc(eats: .span, spanType: Int32(number), slot: slot, target: Int32(end)))
        }
        guard let (first, next) = type.openArcs else { return }
        let inside = Int32(state())
        slotArcs[start].append(Template.SlotArc(eats: first, spanType: -1, slot: slot, target: inside))
        slotArcs[Int(inside)].append(Template.SlotArc(eats: next, spanType: -1, slot: slot, target: inside))
        free[Int(inside)].append(end)
    }

    private func closure(of start: Int) -> [Int] {
        var reached = [start]
        var next = 0
        while next < reached.count {
            for state in free[reached[next]] where !reached.contains(state) { reached.append(state) }
            next += 1
        }
        return reached
    }

    // MARK: What a phrase must have

    private func requirements(of pattern: Pattern) -> [WordSet] {
        switch pattern {
        case .word(let word):
            var set = WordSet(capacity: vocabulary.words.count + spanTypes.count)
            if let number = vocabulary.number(of: word) { set.insert(Int(number)) }
            return [set]
        case .slot(_, let type):
            guard !type.isOpen, let number = spanTypes[type] else { return [] }
            var set = WordSet(capacity: vocabulary.words.count + spanTypes.count)
            set.insert(vocabulary.words.count + number)
            return [set]
        case .sequence(let parts): return parts.flatMap { requirements(of: $0) }
        case .choice(let branches):
            // One word of one branch: of each branch take its first requirement.
            var union = WordSet(capacity: vocabulary.words.count + spanTypes.count)
            for branch in branches {
                guard let first = requirements(of: branch).first else { return [] }
                union.formUnion(first)
            }
            return [union]
        case .optional, .repeated: return []
        }
    }
}

extension SlotType {
    /// How the first and the later tokens are eaten where any words will do.
    fileprivate var openArcs: (first: Template.SlotArc.Eats, next: Template.SlotArc.Eats)? {
        switch self {
        case .name: (.firstName, .nextName)
        case .record: (.firstRecord, .nextRecord)
        case .text: (.firstText, .nextText)
        case .rest: (.firstRest, .nextRest)
        default: nil
        }
    }
}
