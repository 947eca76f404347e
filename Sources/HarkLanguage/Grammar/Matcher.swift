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
    private let spans: PhraseSpans
    private var cost: [Float] = []
    private var back: [Step] = []

    /// How a state was reached: over which slot's arc, or -1 for a word eaten and -2 for words passed over.
    private struct Step {
        var token: Int32
        var state: Int32
        var arc: Int32

        static let word: Int32 = -1
        static let passed: Int32 = -2
    }

    init(grammar: Grammar, spans: PhraseSpans) {
        self.grammar = grammar
        self.spans = spans
    }

    /// The cheapest readings of a part of the phrase, at most one a template, best first.
    ///
    /// - Parameters:
    ///   - count: How many at the most.
    ///   - limit: Readings as dear as this are left out.
    mutating func readings(of range: Range<Int>, count: Int, limit: Float = Matcher.limit) -> [Reading] {
        guard !range.isEmpty else { return [] }
        let words = spans.words(in: range)
        var found: [Reading] = []
        var bound = limit
        for index in grammar.templates.indices where grammar.templates[index].canMatch(words) {
            guard let reading = read(grammar.templates[index], range, bound: bound) else { continue }
            found.append(reading)
            if found.count > count {
                found.sort { $0.cost < $1.cost }
                found.removeLast()
                bound = min(bound, found[found.count - 1].cost)
            }
        }
        return found.sorted { $0.cost < $1.cost }
    }

    private mutating func read(_ template: Template, _ range: Range<Int>, bound: Float) -> Reading? {
        let states = template.stateCount
        let size = (range.count + 1) * states
        if cost.count < size {
            cost = Array(repeating: .infinity, count: size)
            back = Array(repeating: Step(token: -1, state: -1, arc: Step.passed), count: size)
        } else {
            for index in 0..<size { cost[index] = .infinity }
        }
        cost[0] = template.weight
        for token in range {
            let row = (token - range.lowerBound) * states
            for state in 0..<states where cost[row + state] < bound {
                pass(template, state, token, range, bound)
                eatWord(template, state, token, range, bound)
                fillSlot(template, state, token, range, bound)
            }
        }
        return best(template, range, bound)
    }

    /// Notes that a state can be reached at a token for so much more, if that is cheaper than before.
    private mutating func reach(
        _ end: Int, _ target: Int, _ more: Float, _ arc: Int32, from place: (token: Int, state: Int), _ states: Int,
        _ range: Range<Int>, _ bound: Float
    ) {
        guard end <= range.upperBound else { return }
        let total = cost[(place.token - range.lowerBound) * states + place.state] + more
        let index = (end - range.lowerBound) * states + target
        guard total < cost[index], total < bound else { return }
        cost[index] = total
        back[index] = Step(token: Int32(place.token), state: Int32(place.state), arc: arc)
    }

    private mutating func pass(
        _ template: Template, _ state: Int, _ token: Int, _ range: Range<Int>, _ bound: Float
    ) {
        let place = (token, state)
        reach(token + 1, state, spans.skipCost[token], Step.passed, from: place, template.stateCount, range, bound)
        for end in spans.skips[token] {
            reach(end, state, 0.05, Step.passed, from: place, template.stateCount, range, bound)
        }
    }

    private mutating func eatWord(
        _ template: Template, _ state: Int, _ token: Int, _ range: Range<Int>, _ bound: Float
    ) {
        let last = Int(template.firstWordArc[state + 1])
        for alternative in spans.alternatives[token] {
            // The first arc of that word, by halving.
            var low = Int(template.firstWordArc[state])
            var high = last
            while low < high {
                let middle = (low + high) / 2
                if template.wordArcs[middle].word < alternative.word { low = middle + 1 } else { high = middle }
            }
            while low < last, template.wordArcs[low].word == alternative.word {
                let target = Int(template.wordArcs[low].target)
                reach(
                    token + 1, target, alternative.cost, Step.word, from: (token, state), template.stateCount, range,
                    bound)
                low += 1
            }
        }
    }

    private mutating func fillSlot(
        _ template: Template, _ state: Int, _ token: Int, _ range: Range<Int>, _ bound: Float
    ) {
        for index in Int(template.firstSlotArc[state])..<Int(template.firstSlotArc[state + 1]) {
            let arc = template.slotArcs[index]
            let target = Int(arc.target)
            if arc.eats == .span {
                for span in spans.spans[Int(arc.spanType) * spans.count + token] {
                    reach(
                        span.end, target, span.cost + 0.02, Int32(index), from: (token, state), template.stateCount,
                        range, bound)
                }
            } else {
                reach(
                    token + 1, target, openCost(arc.eats, token), Int32(index), from: (token, state),
                    template.stateCount, range, bound)
            }
        }
    }

    /// What a token costs in a slot that takes any words.
    private func openCost(_ eats: Template.SlotArc.Eats, _ token: Int) -> Float {
        switch eats {
        case .firstRest: 0.15
        case .nextRest: 0.005
        case .firstText: spans.isMark[token] ? 0.02 : 0.25
        case .nextText: spans.isMark[token] ? 0.02 : 0.08
        case .firstRecord: spans.nameCost[token] + 0.9
        case .nextRecord: spans.nameCost[token] + 0.1
        case .firstName: spans.isMark[token] ? 3 : spans.nameCost[token]
        case .nextName, .span: spans.nameCost[token]
        }
    }

    private func best(_ template: Template, _ range: Range<Int>, _ bound: Float) -> Reading? {
        let row = range.count * template.stateCount
        var best: Int?
        for state in 0..<template.stateCount where template.isAccepting[state] && cost[row + state] < bound {
            if best.map({ cost[row + state] < cost[row + $0] }) ?? true { best = state }
        }
        guard var state = best else { return nil }
        let total = cost[row + state]
        var token = range.upperBound
        var slots: [FilledSlot] = []
        var isNegated = false
        var passed: [Int] = []
        while token > range.lowerBound {
            let step = back[(token - range.lowerBound) * template.stateCount + state]
            let tokens = Int(step.token)..<token
            if step.arc >= 0 {
                collect(template.slotArcs[Int(step.arc)], template, tokens, into: &slots)
            } else if step.arc == Step.passed, tokens.count == 1 {
                if spans.isNegation[tokens.lowerBound] { isNegated = true }
                if !spans.isMark[tokens.lowerBound], spans.skips[tokens.lowerBound].isEmpty {
                    passed.insert(tokens.lowerBound, at: 0)
                }
            }
            token = Int(step.token)
            state = Int(step.state)
        }
        return Reading(
            intent: template.intent, cost: total, slots: slots.reversed(), isNegated: isNegated, passed: passed,
            range: range,
            fixed: template.fixed, place: template.place)
    }

    private func collect(
        _ arc: Template.SlotArc, _ template: Template, _ tokens: Range<Int>, into slots: inout [FilledSlot]
    ) {
        let slot = template.slots[Int(arc.slot)]
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

extension Template {
    /// Whether a phrase with these words and types has everything the sentence cannot do without.
    func canMatch(_ words: WordSet) -> Bool {
        for requirement in requirements where !requirement.intersects(words) { return false }
        return true
    }
}
