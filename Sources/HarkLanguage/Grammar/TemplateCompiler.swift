/// Turns a pattern into a ``Template``.
struct TemplateCompiler {
    private let vocabulary: Vocabulary
    private let spanTypes: [SlotType: Int]
    private var slots: [Template.Slot] = []
    private var arcs: [[Template.Arc]] = [[]]
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
        var flat: [Template.Arc] = []
        var firstArc: [Int32] = [0]
        var isAccepting: [Bool] = []
        for index in arcs.indices {
            let reached = closure(of: index)
            isAccepting.append(reached.contains(end))
            flat += reached.flatMap { arcs[$0] }
            firstArc.append(Int32(flat.count))
        }
        return Template(
            intent: sentence.intent, weight: sentence.weight, slots: slots, firstArc: firstArc, arcs: flat,
            isAccepting: isAccepting, requirements: requirements(of: sentence.pattern),
            place: "\(sentence.file):\(sentence.line)")
    }

    private mutating func state() -> Int {
        arcs.append([])
        free.append([])
        return arcs.count - 1
    }

    private mutating func add(_ pattern: Pattern, from start: Int, to end: Int) {
        switch pattern {
        case .word(let word):
            let number = vocabulary.number(of: word) ?? -1
            arcs[start].append(Template.Arc(eats: .word, id: number, target: Int32(end)))
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
        slots.append(Template.Slot(name: name, type: type, spanType: spanTypes[type]))
        if spanTypes[type] != nil { arcs[start].append(Template.Arc(eats: .span, id: slot, target: Int32(end))) }
        guard type.isOpen else { return }
        let inside = state()
        arcs[start].append(Template.Arc(eats: .firstOpen, id: slot, target: Int32(inside)))
        arcs[inside].append(Template.Arc(eats: .nextOpen, id: slot, target: Int32(inside)))
        free[inside].append(end)
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
