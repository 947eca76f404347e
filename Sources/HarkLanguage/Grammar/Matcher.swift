import HarkCore

/// One way to read a part of a phrase.
struct Reading: Hashable, Sendable {
    var intent: CommandType
    /// What every word it does not account for, and every doubt, adds up to.
    var cost: Float
    var slots: [FilledSlot]
    /// Whether a "not" was passed over.
    var isNegated: Bool
    /// The tokens read.
    var range: Range<Int>
    /// The template's place in the files.
    var place: String

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
    /// Paths dearer than this are dropped.
    static let limit: Float = 6.5

    private let grammar: Grammar
    private let spans: PhraseSpans
    private var cost: [Float] = []
    private var back: [Step] = []

    /// How a state was reached; `arc` is -1 for words passed over.
    private struct Step {
        var token: Int32
        var state: Int32
        var arc: Int32
    }

    init(grammar: Grammar, spans: PhraseSpans) {
        self.grammar = grammar
        self.spans = spans
    }

    /// The cheapest readings of a part of the phrase, at most one a template, best first.
    mutating func readings(of range: Range<Int>, limit count: Int) -> [Reading] {
        guard !range.isEmpty else { return [] }
        let words = spans.words(in: range)
        var found: [Reading] = []
        var bound = Matcher.limit
        for template in grammar.templates where template.requirements.allSatisfy({ $0.intersects(words) }) {
            guard let reading = read(template, range, bound: bound) else { continue }
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
            back = Array(repeating: Step(token: -1, state: -1, arc: -1), count: size)
        } else {
            for index in 0..<size { cost[index] = .infinity }
        }
        cost[0] = template.weight
        for token in range {
            let row = (token - range.lowerBound) * states
            for state in 0..<states where cost[row + state] < bound {
                step(template, state, token, range, bound)
            }
        }
        return best(template, range, bound)
    }

    private mutating func step(_ template: Template, _ state: Int, _ token: Int, _ range: Range<Int>, _ bound: Float) {
        let base = cost[(token - range.lowerBound) * template.stateCount + state]
        let from = (token: token, state: state)
        func reach(_ end: Int, _ target: Int, _ more: Float, _ arc: Int) {
            guard end <= range.upperBound else { return }
            let index = (end - range.lowerBound) * template.stateCount + target
            if base + more < cost[index], base + more < bound {
                cost[index] = base + more
                back[index] = Step(token: Int32(from.token), state: Int32(from.state), arc: Int32(arc))
            }
        }
        reach(token + 1, state, spans.skipCost[token], -1)
        for end in spans.skips[token] { reach(end, state, 0.05, -1) }
        for index in Int(template.firstArc[state])..<Int(template.firstArc[state + 1]) {
            let arc = template.arcs[index]
            let target = Int(arc.target)
            switch arc.eats {
            case .word:
                for alternative in spans.alternatives[token] where alternative.word == arc.id {
                    reach(token + 1, target, alternative.cost, index)
                }
            case .span:
                guard let type = template.slots[Int(arc.id)].spanType else { continue }
                for span in spans.spans[type][token] { reach(span.end, target, span.cost + 0.02, index) }
            case .firstOpen, .nextOpen:
                let isFirst = arc.eats == .firstOpen
                let more = openCost(template.slots[Int(arc.id)].type, token, isFirst: isFirst)
                reach(token + 1, target, more, index)
            }
        }
    }

    /// What a token costs in a slot that takes any words.
    private func openCost(_ type: SlotType, _ token: Int, isFirst: Bool) -> Float {
        let isMark = spans.phrase.tokens[token].kind == .mark
        switch type {
        case .rest: return isFirst ? 0.15 : 0.005
        case .text: return isMark ? 0.02 : isFirst ? 0.25 : 0.08
        case .record: return spans.nameCost[token] + (isFirst ? 0.9 : 0.1)
        default: return isFirst && isMark ? 3 : spans.nameCost[token]
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
        while token > range.lowerBound {
            let step = back[(token - range.lowerBound) * template.stateCount + state]
            let tokens = Int(step.token)..<token
            if step.arc >= 0 {
                collect(template.arcs[Int(step.arc)], template, tokens, into: &slots)
            } else if spans.isNegation[tokens.lowerBound], tokens.count == 1 {
                isNegated = true
            }
            token = Int(step.token)
            state = Int(step.state)
        }
        return Reading(
            intent: template.intent, cost: total, slots: slots.reversed(), isNegated: isNegated, range: range,
            place: template.place)
    }

    private func collect(_ arc: Template.Arc, _ template: Template, _ tokens: Range<Int>, into slots: inout [FilledSlot]) {
        guard arc.eats != .word else { return }
        let slot = template.slots[Int(arc.id)]
        // Walking back, the later tokens of an open slot come first.
        if arc.eats != .span, let last = slots.last, last.isOpen, last.name == slot.name,
            last.range.lowerBound == tokens.upperBound, arc.eats == .firstOpen || slot.type == last.type
        {
            slots[slots.count - 1].range = tokens.lowerBound..<last.range.upperBound
        } else {
            slots.append(FilledSlot(name: slot.name, type: slot.type, range: tokens, isOpen: arc.eats != .span))
        }
    }
}
