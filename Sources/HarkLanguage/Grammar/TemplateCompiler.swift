/// Adds the states of one pattern to a ``TemplateMachine``.
struct TemplateCompiler {
    private let vocabulary: Vocabulary
    private let spanTypes: [SlotType: Int]
    /// The machine's number of the pattern's first state.
    private let base: Int
    private var count = 1
    private var wordArcs: [(list: Int, element: TemplateMachine.WordArc)] = []
    private var slotArcs: [(list: Int, element: TemplateMachine.SlotArc)] = []
    private var free: [(list: Int, element: Int)] = []
    private(set) var slots: [Template.Slot] = []

    /// - Parameters:
    ///   - vocabulary: All words of the patterns.
    ///   - spanTypes: The numbers of the types whose spans are found beforehand.
    ///   - base: How many states the machine has.
    init(vocabulary: Vocabulary, spanTypes: [SlotType: Int], base: Int) {
        self.vocabulary = vocabulary
        self.spanTypes = spanTypes
        self.base = base
    }

    /// Puts the states of a pattern at the end of the machine.
    ///
    /// - Returns: Where they are.
    mutating func add(_ pattern: Pattern, to machine: inout TemplateMachine) -> Range<Int> {
        let end = state()
        add(pattern, from: 0, to: end)
        let words = Groups(wordArcs, count: count)
        let gaps = Groups(slotArcs, count: count)
        let steps = Groups(free, count: count)
        for state in 0..<count {
            let reached = closure(of: state, steps)
            machine.append(
                open: reached.filter { !words[$0].isEmpty || !gaps[$0].isEmpty }.map { Int32(base + $0) },
                wordArcs: words[state].sorted { $0.word < $1.word },
                slotArcs: gaps[state], isAccepting: reached.contains(end))
        }
        return base..<(base + count)
    }

    private mutating func state() -> Int {
        count += 1
        return count - 1
    }

    private mutating func add(_ pattern: Pattern, from start: Int, to end: Int) {
        switch pattern {
        case .word(let word):
            let number = vocabulary.number(of: word) ?? -1
            wordArcs.append((start, TemplateMachine.WordArc(word: number, target: Int32(base + end))))
        case .slot(let name, let type): addSlot(name, type, from: start, to: end)
        case .sequence(let parts):
            var current = start
            for (index, part) in parts.enumerated() {
                let next = index == parts.count - 1 ? end : state()
                add(part, from: current, to: next)
                current = next
            }
            if parts.isEmpty { free.append((start, end)) }
        case .choice(let branches): for branch in branches { add(branch, from: start, to: end) }
        case .optional(let inner):
            add(inner, from: start, to: end)
            free.append((start, end))
        case .repeated(let inner):
            let loop = state()
            free.append((start, loop))
            add(inner, from: loop, to: loop)
            free.append((loop, end))
        }
    }

    private mutating func addSlot(_ name: String, _ type: SlotType, from start: Int, to end: Int) {
        let slot = slots.count
        slots.append(Template.Slot(name: name, type: type))
        func arc(_ eats: TemplateMachine.SlotArc.Eats, to target: Int, spanType: Int = -1) -> TemplateMachine.SlotArc {
            TemplateMachine.SlotArc(
                eats: eats, spanType: Int32(spanType), slot: Int32(slot), target: Int32(base + target))
        }
        if let number = spanTypes[type] {
            slotArcs.append((start, arc(.span, to: end, spanType: number)))
        }
        guard let (first, next) = type.openArcs else { return }
        let inside = state()
        slotArcs.append((start, arc(first, to: inside)))
        slotArcs.append((inside, arc(next, to: inside)))
        free.append((inside, end))
    }

    /// A state and what is reached from it for free, the nearest first.
    private func closure(of start: Int, _ steps: Groups<Int>) -> [Int] {
        var reached = [start]
        var next = 0
        while next < reached.count {
            for state in steps[reached[next]] where !reached.contains(state) { reached.append(state) }
            next += 1
        }
        return reached
    }

    // MARK: What a phrase must have

    /// Sets of symbols, of each of which a phrase must have one to match the pattern.
    func requirements(of pattern: Pattern) -> [[Int32]] {
        switch pattern {
        case .word(let word): return [vocabulary.number(of: word).map { [$0] } ?? []]
        case .slot(_, let type):
            guard !type.isOpen, let number = spanTypes[type] else { return [] }
            return [[vocabulary.symbol(ofType: number)]]
        case .sequence(let parts): return parts.flatMap { requirements(of: $0) }
        case .choice(let branches):
            // One symbol of one branch: of each branch take its first requirement.
            var union: [Int32] = []
            for branch in branches {
                guard let first = requirements(of: branch).first else { return [] }
                union += first
            }
            return [union]
        case .optional, .repeated: return []
        }
    }
}

extension SlotType {
    /// How the first and the later tokens are eaten where any words will do.
    fileprivate var openArcs: (first: TemplateMachine.SlotArc.Eats, next: TemplateMachine.SlotArc.Eats)? {
        switch self {
        case .name: (.firstName, .nextName)
        case .record: (.firstRecord, .nextRecord)
        case .text: (.firstText, .nextText)
        case .rest: (.firstRest, .nextRest)
        default: nil
        }
    }
}
