import HarkCore

/// One way to read a part of a phrase.
struct Reading: Hashable, Sendable {
    var intent: CommandType
    /// What every word it does not account for, and every doubt, adds up to.
    var cost: Float
    var slots: [FilledSlot]
    /// Whether a "not" was passed over.
    var isNegated: Bool
    /// Single words passed over that are neither marks nor politeness, in order.
    var passed: [Int] = []
    /// The tokens read.
    var range: Range<Int>
    /// What slots hold that were not filled by words.
    var fixed: [FixedValue] = []
    /// The template's place in the files.
    var place: GrammarPlace

    /// The fillings of a slot, in the order said.
    func all(_ name: String) -> [FilledSlot] { slots.filter { $0.name == name } }

    /// The first filling of a slot.
    func first(_ name: String) -> FilledSlot? { slots.first { $0.name == name } }
}

/// What fills a slot.
struct FilledSlot: Hashable, Sendable {
    var name: String
    var type: SlotType
    var range: Range<Int>
    /// Whether it was filled word by word and not by a known span.
    var isOpen: Bool
}

/// Finds the cheapest way through each template: a shortest path over tokens and states.
///
/// Every token must be eaten by an arc or passed over; passing over a word with content costs more than any template
/// is worth, so what is not about the CRM ends far from every sentence.
struct Matcher {
    /// Paths dearer than this are dropped; far above it a reading is more likely wrong than right.
    static let limit: Float = 4.2

    private let grammar: Grammar
    private let phrase: PhraseSpans
    // What is asked of the phrase at every step.
    private let alternatives: Groups<Vocabulary.Alternative>
    private let spans: Groups<PhraseSpans.Span>
    private let skips: Groups<Int>
    private let skipCost: [Float]
    private let nameCost: [Float]
    private let isMark: [Bool]
    private var trellis = Trellis()
    /// What passing over a token costs at the least.
    private let leastSkipCost: [Float]
    /// What eating or passing over a token costs at the least; of the template looked at.
    private var leastCost: [Float]

    init(grammar: Grammar, spans phrase: PhraseSpans) {
        self.grammar = grammar
        self.phrase = phrase
        alternatives = phrase.alternatives
        spans = phrase.spans
        skips = phrase.skips
        skipCost = phrase.skipCost
        nameCost = phrase.nameCost
        isMark = phrase.isMark
        var least = phrase.skipCost
        for start in least.indices {
            // The price of a run is so small that its tokens count as free.
            for end in phrase.skips[start] { for token in start..<end { least[token] = 0 } }
        }
        leastSkipCost = least
        leastCost = least
    }

    /// The cheapest readings of a part of the phrase, at most one a template, best first.
    ///
    /// - Parameters:
    ///   - count: How many at the most.
    ///   - limit: Readings as dear as this are left out.
    ///   - intent: The only command whose templates are tried; `nil` for all.
    mutating func readings(
        of range: Range<Int>, count: Int, limit: Float = Matcher.limit, as intent: CommandType? = nil
    ) -> [Reading] {
        guard !range.isEmpty else { return [] }
        var found: [Reading] = []
        var bound = limit
        let candidates = grammar.sieve.templates(matching: phrase.symbols[range])
        let most = candidates.map { grammar.templates[$0].states.count }.max() ?? 0
        trellis.reserve(places: range.count + 1, states: most)
        for index in candidates {
            let template = grammar.templates[index]
            guard intent == nil || template.intent == intent, isWithin(bound, index, range),
                let reading = read(template, range, bound: bound)
            else { continue }
            found.append(reading)
            if found.count > count {
                found.sort { $0.cost < $1.cost }
                found.removeLast()
                bound = min(bound, found[found.count - 1].cost)
            }
        }
        return found.sorted { $0.cost < $1.cost }
    }

    /// Whether a way through a template may cost less than a bound: of each token the least is added up that the
    /// template, with all its words and slots at hand, would pay for it.
    private mutating func isWithin(_ bound: Float, _ template: Int, _ range: Range<Int>) -> Bool {
        let open = grammar.diet.open[template]
        if open.contains(.rest) { return true }
        for token in range { leastCost[token] = leastSkipCost[token] }
        for index in grammar.diet.types.range(template) {
            let first = Int(grammar.diet.types.elements[index]) * phrase.count
            for start in range {
                for place in spans.range(first + start) {
                    for token in start..<spans.elements[place].end { leastCost[token] = 0 }
                }
            }
        }
        var total = grammar.templates[template].weight
        for token in range {
            var least = leastCost[token]
            if open.contains(.text) { least = min(least, openCost(.nextText, token)) }
            if open.contains(.name) { least = min(least, openCost(.nextName, token)) }
            if open.contains(.record) { least = min(least, openCost(.nextRecord, token)) }
            for place in alternatives.range(token) where alternatives.elements[place].cost < least {
                let alternative = alternatives.elements[place]
                if grammar.diet.has(alternative.word, in: template) { least = alternative.cost }
            }
            total += least
            if total >= bound { return false }
        }
        return true
    }

    /// Where a path is: at a token in a state, both counted in the whole, and in the trellis.
    private struct Stand {
        var token: Int
        var place: Int
        var state: Int
        var cost: Float
    }

    private mutating func read(_ template: Template, _ range: Range<Int>, bound: Float) -> Reading? {
        guard template.weight < bound else { return nil }
        trellis.clear(places: range.count + 1, states: template.states.count)
        trellis.reach(0, at: 0, for: template.weight, Trellis.Step(place: 0, state: 0, arc: Trellis.Step.passed))
        let base = template.states.lowerBound
        for place in 0..<range.count {
            var state = -1
            while let next = trellis.reached(at: place, after: state) {
                state = next
                let stand = Stand(
                    token: range.lowerBound + place, place: place, state: state,
                    cost: trellis.cost(of: state, at: place))
                pass(stand, bound)
                let open = grammar.machine.open.range(base + state)
                for index in open { eatWord(Int(grammar.machine.open.elements[index]), stand, base, bound) }
                for index in open { fillSlot(Int(grammar.machine.open.elements[index]), stand, base, bound) }
            }
        }
        return best(template, range, bound)
    }

    /// Notes that a state can be reached some tokens on for so much more.
    private mutating func reach(
        _ state: Int, _ end: Int, _ more: Float, _ arc: Int32, from stand: Stand, _ bound: Float
    ) {
        let place = stand.place + end - stand.token
        let total = stand.cost + more
        guard place < trellis.places, total < bound else { return }
        trellis.reach(
            state, at: place, for: total,
            Trellis.Step(place: Int32(stand.place), state: Int32(stand.state), arc: arc))
    }

    private mutating func pass(_ stand: Stand, _ bound: Float) {
        let token = stand.token
        reach(stand.state, token + 1, skipCost[token], Trellis.Step.passed, from: stand, bound)
        for index in skips.range(token) {
            reach(stand.state, skips.elements[index], 0.05, Trellis.Step.passed, from: stand, bound)
        }
    }

    /// - Parameter base: The number of the template's first state.
    private mutating func eatWord(_ state: Int, _ stand: Stand, _ base: Int, _ bound: Float) {
        let arcs = grammar.machine.wordArcs.range(state)
        guard !arcs.isEmpty else { return }
        for option in alternatives.range(stand.token) {
            let alternative = alternatives.elements[option]
            for index in grammar.machine.arcs(arcs, eating: alternative.word) {
                let target = Int(grammar.machine.wordArcs.elements[index].target) - base
                reach(target, stand.token + 1, alternative.cost, Trellis.Step.word, from: stand, bound)
            }
        }
    }

    private mutating func fillSlot(_ state: Int, _ stand: Stand, _ base: Int, _ bound: Float) {
        for index in grammar.machine.slotArcs.range(state) {
            let arc = grammar.machine.slotArcs.elements[index]
            let target = Int(arc.target) - base
            if arc.eats == .span {
                for place in spans.range(Int(arc.spanType) * phrase.count + stand.token) {
                    let span = spans.elements[place]
                    reach(target, span.end, span.cost + 0.02, Int32(index), from: stand, bound)
                }
            } else {
                let cost = openCost(arc.eats, stand.token)
                reach(target, stand.token + 1, cost, Int32(index), from: stand, bound)
            }
        }
    }

    /// What a token costs in a slot that takes any words.
    private func openCost(_ eats: TemplateMachine.SlotArc.Eats, _ token: Int) -> Float {
        switch eats {
        case .firstRest: 0.15
        case .nextRest: 0.005
        case .firstText: isMark[token] ? 0.02 : 0.25
        case .nextText: isMark[token] ? 0.02 : 0.08
        case .firstRecord: nameCost[token] + 0.9
        case .nextRecord: nameCost[token] + 0.1
        case .firstName: isMark[token] ? 3 : nameCost[token]
        case .nextName, .span: nameCost[token]
        }
    }

    private func best(_ template: Template, _ range: Range<Int>, _ bound: Float) -> Reading? {
        var best: (state: Int, cost: Float)?
        var last = -1
        while let next = trellis.reached(at: range.count, after: last) {
            last = next
            let cost = trellis.cost(of: next, at: range.count)
            if grammar.machine.isAccepting[template.states.lowerBound + next], cost < best?.cost ?? .infinity {
                best = (next, cost)
            }
        }
        guard let best else { return nil }
        var (place, state) = (range.count, best.state)
        var reading = Reading(
            intent: template.intent, cost: best.cost, slots: [], isNegated: false, range: range, fixed: template.fixed,
            place: template.place)
        while place > 0 {
            let step = trellis.step(to: state, at: place)
            let tokens = (range.lowerBound + Int(step.place))..<(range.lowerBound + place)
            if step.arc >= 0 {
                let arc = grammar.machine.slotArcs.elements[Int(step.arc)]
                Matcher.collect(arc, grammar.slots, tokens, into: &reading.slots)
            } else if step.arc == Trellis.Step.passed, tokens.count == 1 {
                if phrase.isNegation[tokens.lowerBound] { reading.isNegated = true }
                if !isMark[tokens.lowerBound], !skips[tokens.lowerBound].contains(tokens.upperBound) {
                    reading.passed.append(tokens.lowerBound)
                }
            }
            (place, state) = (Int(step.place), Int(step.state))
        }
        reading.slots.reverse()
        reading.passed.reverse()
        return reading
    }

    /// Adds what an arc filled to the slots found, the last one first.
    static func collect(
        _ arc: TemplateMachine.SlotArc, _ names: [Lexicon.Slot], _ tokens: Range<Int>, into slots: inout [FilledSlot]
    ) {
        let slot = names[Int(arc.slot)]
        // Walking back, the later tokens of an open slot come first.
        if arc.eats != .span, let last = slots.last, last.isOpen, last.name == slot.name, last.type == slot.type,
            last.range.lowerBound == tokens.upperBound
        {
            slots[slots.count - 1].range = tokens.lowerBound..<last.range.upperBound
        } else {
            slots.append(FilledSlot(name: slot.name, type: slot.type, range: tokens, isOpen: arc.eats != .span))
        }
    }
}
