/// Turns patterns into states of a ``TemplateMachine``, one pattern after another.
struct TemplateCompiler {
    /// The types of the patterns whose spans are found beforehand, in the order they are met.
    private(set) var spanTypes: [SlotType] = []
    /// The slots of the pattern added last, each once, by their numbers in the lexicon.
    private(set) var slots: [Int32] = []

    private let lexicon: Lexicon
    /// The vocabulary's numbers of the lexicon's words; -1 for those not met yet.
    private var words: [Int32]
    /// The numbers of the types of the lexicon's slots; -1 for those not met yet and those without spans.
    private var types: [Int32]

    private var base = 0
    private var count = 0
    private var wordArcs: [(list: Int, element: TemplateMachine.WordArc)] = []
    private var slotArcs: [(list: Int, element: TemplateMachine.SlotArc)] = []
    private var free: [(list: Int, element: Int)] = []

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        words = Array(repeating: -1, count: lexicon.words.count)
        types = Array(repeating: -1, count: lexicon.slots.count)
    }

    /// Gives the words and types of a pattern their numbers; all patterns must be met before one is added.
    mutating func collect(_ pattern: Pattern, into vocabulary: inout Vocabulary) {
        switch pattern {
        case .word(let word):
            if words[Int(word)] < 0 { words[Int(word)] = vocabulary.insert(lexicon.words[Int(word)]) }
        case .slot(let slot):
            let type = lexicon.slots[Int(slot)].type
            guard types[Int(slot)] < 0, type != .text, type != .rest else { return }
            let known = spanTypes.firstIndex(of: type) ?? spanTypes.count
            if known == spanTypes.count { spanTypes.append(type) }
            types[Int(slot)] = Int32(known)
        case .sequence(let parts), .choice(let parts): for part in parts { collect(part, into: &vocabulary) }
        case .optional(let inner), .repeated(let inner): collect(inner, into: &vocabulary)
        }
    }

    // MARK: States

    /// Puts the states of a pattern at the end of the machine.
    ///
    /// - Returns: Where they are.
    mutating func add(_ pattern: Pattern, to machine: inout TemplateMachine) -> Range<Int> {
        base = machine.stateCount
        count = 1
        wordArcs.removeAll(keepingCapacity: true)
        slotArcs.removeAll(keepingCapacity: true)
        free.removeAll(keepingCapacity: true)
        slots = []
        let end = state()
        add(pattern, from: 0, to: end)
        let words = Groups(wordArcs, count: count)
        let gaps = Groups(slotArcs, count: count)
        let steps = Groups(free, count: count)
        var reached: [Int] = []
        for state in 0..<count {
            close(state, steps, &reached)
            for open in reached where !words.range(open).isEmpty || !gaps.range(open).isEmpty {
                machine.open.add(Int32(base + open))
            }
            machine.open.close()
            machine.wordArcs.append(words[state])
            machine.wordArcs.sort(base + state) { $0.word < $1.word }
            machine.slotArcs.append(gaps[state])
            machine.isAccepting.append(reached.contains(end))
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
            wordArcs.append((start, TemplateMachine.WordArc(word: words[Int(word)], target: Int32(base + end))))
        case .slot(let slot): addSlot(slot, from: start, to: end)
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

    private mutating func addSlot(_ slot: Int32, from start: Int, to end: Int) {
        if !slots.contains(slot) { slots.append(slot) }
        let spanType = types[Int(slot)]
        func arc(_ eats: TemplateMachine.SlotArc.Eats, to target: Int) -> TemplateMachine.SlotArc {
            TemplateMachine.SlotArc(eats: eats, spanType: spanType, slot: slot, target: Int32(base + target))
        }
        if spanType >= 0 { slotArcs.append((start, arc(.span, to: end))) }
        guard let (first, next) = lexicon.slots[Int(slot)].type.openArcs else { return }
        let inside = state()
        slotArcs.append((start, arc(first, to: inside)))
        slotArcs.append((inside, arc(next, to: inside)))
        free.append((inside, end))
    }

    /// Finds a state and those reached from it for free, the nearest first.
    private func close(_ start: Int, _ steps: Groups<Int>, _ reached: inout [Int]) {
        reached.removeAll(keepingCapacity: true)
        reached.append(start)
        var next = 0
        while next < reached.count {
            for index in steps.range(reached[next]) where !reached.contains(steps.elements[index]) {
                reached.append(steps.elements[index])
            }
            next += 1
        }
    }

    // MARK: What a phrase must have

    /// Sets of symbols, of each of which a phrase must have one to match the pattern.
    func requirements(of pattern: Pattern, _ vocabulary: Vocabulary) -> [[Int32]] {
        var sets: [[Int32]] = []
        add(pattern, vocabulary, to: &sets)
        return sets
    }

    private func add(_ pattern: Pattern, _ vocabulary: Vocabulary, to sets: inout [[Int32]]) {
        if case .sequence(let parts) = pattern {
            for part in parts { add(part, vocabulary, to: &sets) }
            return
        }
        var set: [Int32] = []
        if addFirst(pattern, vocabulary, to: &set) { sets.append(set) }
    }

    /// Adds the first set a pattern requires, if it requires any.
    private func addFirst(_ pattern: Pattern, _ vocabulary: Vocabulary, to set: inout [Int32]) -> Bool {
        switch pattern {
        case .word(let word):
            set.append(words[Int(word)])
            return true
        case .slot(let slot):
            guard !lexicon.slots[Int(slot)].type.isOpen else { return false }
            set.append(vocabulary.symbol(ofType: Int(types[Int(slot)])))
            return true
        case .sequence(let parts): return parts.contains { addFirst($0, vocabulary, to: &set) }
        case .choice(let branches):
            // One symbol of one branch: of each branch take its first requirement.
            let count = set.count
            for branch in branches where !addFirst(branch, vocabulary, to: &set) {
                set.removeLast(set.count - count)
                return false
            }
            return true
        case .optional, .repeated: return false
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
