import HarkCore

/// Finds what a phrase has of a command's sentences though it is none of them: words may be missing, words may be
/// left over, only values and names must have their place.
///
/// It looks at the few templates of one command that have most in common with the phrase, as it is asked only of
/// commands that are likely for other reasons.
struct LooseMatcher {
    /// What a word of the sentence costs that the phrase does not have, and a value or name it does not have.
    private static let missingWord: Float = 0.7
    private static let missingValue: Float = 1.6
    /// Readings as dear as this have nothing in common with the phrase.
    static let limit: Float = 9
    /// How much dearer than the best one a reading may be.
    private static let margin: Float = 2
    /// How many templates of a command are looked at.
    private static let templateCount = 10

    private let grammar: Grammar
    private let spans: PhraseSpans
    /// What passing over a token costs.
    private let passing: [Float]
    /// Whether the phrase has what each of the grammar's sets of symbols asks for.
    private let isMet: [Bool]
    private var cost: [Float] = []
    private var back: [Step] = []
    /// Paths as dear as this are dropped: so far from the best reading that nobody would choose them.
    private var bound = LooseMatcher.limit
    /// The steps of the template in hand over one word or value it asks for, by state; each target once.
    private var omissions = Groups<Omission>()

    /// A step over something the phrase does not have.
    private struct Omission {
        var target: Int32
        var cost: Float
    }

    /// How a state was reached: over which slot's arc, by a word of the phrase, over one, or over one that is missing.
    private struct Step {
        var token: Int32 = -1
        var state: Int32 = -1
        var arc: Int32 = Step.passed

        static let word: Int32 = -1
        static let passed: Int32 = -2
        static let missing: Int32 = -3
    }

    /// - Parameter isWeighty: Whether each token is part of a value or a known name.
    init(grammar: Grammar, spans: PhraseSpans, isWeighty: [Bool]) {
        self.grammar = grammar
        self.spans = spans
        isMet = grammar.sieve.met(by: spans.symbols.elements)
        passing = isWeighty.indices.map { token in
            isWeighty[token] ? 2 : spans.skipCost[token] >= 3 ? 1 : min(0.15, spans.skipCost[token])
        }
    }

    /// The cheapest readings as a command, best first.
    mutating func readings(as command: CommandType, count: Int) -> [Reading] {
        var found: [Reading] = []
        bound = LooseMatcher.limit
        for index in templates(of: command) {
            guard let reading = read(grammar.templates[index]) else { continue }
            found.append(reading)
            bound = min(bound, reading.cost + LooseMatcher.margin)
        }
        return Array(found.sorted { $0.cost < $1.cost }.prefix(count))
    }

    /// The templates of a command that lack least, of those the ones that have most.
    private func templates(of command: CommandType) -> [Int] {
        var ranked: [(index: Int, lacks: Int, has: Int)] = []
        for run in grammar.templatesByIntent where grammar.templates[run.lowerBound].intent == command {
            for index in run {
                let requirements = grammar.sieve.requirements[index]
                let met = requirements.reduce(0) { $0 + (isMet[Int($1)] ? 1 : 0) }
                ranked.append((index, requirements.count - met, met))
            }
        }
        ranked.sort { ($0.lacks, $1.has, $0.index) < ($1.lacks, $0.has, $1.index) }
        return ranked.prefix(LooseMatcher.templateCount).map(\.index)
    }

    private mutating func read(_ template: Template) -> Reading? {
        let states = template.states.count
        omissions = omissions(in: template)
        let size = (spans.count + 1) * states
        if cost.count < size {
            cost = Array(repeating: .infinity, count: size)
            back = Array(repeating: Step(), count: size)
        } else {
            for index in 0..<size { cost[index] = .infinity }
        }
        cost[0] = template.weight
        for token in 0...spans.count {
            miss(template, token)
            guard token < spans.count else { break }
            for state in 0..<states where cost[token * states + state] < bound {
                pass(template, state, token)
                for open in grammar.machine.open[template.states.lowerBound + state] {
                    eatWord(template, Int(open), state, token)
                    fillSlot(template, Int(open), state, token)
                }
            }
        }
        return best(template)
    }

    /// Notes that a state can be reached at a token for so much more, if that is cheaper than before.
    private mutating func reach(
        _ end: Int, _ target: Int, _ more: Float, _ arc: Int32, from token: Int, _ state: Int, _ states: Int
    ) {
        let total = cost[token * states + state] + more
        let index = end * states + target
        guard total < cost[index], total < bound else { return }
        cost[index] = total
        back[index] = Step(token: Int32(token), state: Int32(state), arc: arc)
    }

    /// Goes on in the sentence without a word or value of it.
    private mutating func miss(_ template: Template, _ token: Int) {
        let states = template.states.count
        var isDone = false
        // Loops lead back, so that states behind may be reached after they were looked at.
        while !isDone {
            isDone = true
            for state in 0..<states where cost[token * states + state] < bound {
                for omission in omissions[state] {
                    let target = Int(omission.target)
                    let before = cost[token * states + target]
                    reach(token, target, omission.cost, Step.missing, from: token, state, states)
                    if target < state, cost[token * states + target] < before { isDone = false }
                }
            }
        }
    }

    /// The cheapest step over each thing a state asks for.
    private func omissions(in template: Template) -> Groups<Omission> {
        let (base, states) = (template.states.lowerBound, template.states.count)
        var groups = Groups<Omission>()
        var cheapest = Array(repeating: Float.infinity, count: states)
        for state in 0..<states {
            var targets: [Int] = []
            func note(_ target: Int, _ cost: Float) {
                if cheapest[target] == .infinity { targets.append(target) }
                cheapest[target] = min(cheapest[target], cost)
            }
            for open in grammar.machine.open[base + state] {
                for arc in grammar.machine.wordArcs[Int(open)] {
                    note(Int(arc.target) - base, LooseMatcher.missingWord)
                }
                for arc in grammar.machine.slotArcs[Int(open)] {
                    note(Int(arc.target) - base, LooseMatcher.missingValue)
                }
            }
            groups.append(targets.map { Omission(target: Int32($0), cost: cheapest[$0]) })
            for target in targets { cheapest[target] = .infinity }
        }
        return groups
    }

    private mutating func pass(_ template: Template, _ state: Int, _ token: Int) {
        let states = template.states.count
        reach(token + 1, state, passing[token], Step.passed, from: token, state, states)
        for end in spans.skips[token] { reach(end, state, 0.05, Step.passed, from: token, state, states) }
    }

    private mutating func eatWord(_ template: Template, _ open: Int, _ state: Int, _ token: Int) {
        let (base, states) = (template.states.lowerBound, template.states.count)
        for alternative in spans.alternatives[token] {
            for arc in grammar.machine.wordArcs[open] where arc.word == alternative.word {
                reach(token + 1, Int(arc.target) - base, alternative.cost, Step.word, from: token, state, states)
            }
        }
    }

    private mutating func fillSlot(_ template: Template, _ open: Int, _ state: Int, _ token: Int) {
        let (base, states) = (template.states.lowerBound, template.states.count)
        for index in grammar.machine.slotArcs.range(open) {
            let arc = grammar.machine.slotArcs.elements[index]
            let target = Int(arc.target) - base
            if arc.eats == .span {
                for span in spans.spans[Int(arc.spanType) * spans.count + token] {
                    reach(span.end, target, span.cost + 0.02, Int32(index), from: token, state, states)
                }
            } else {
                reach(token + 1, target, openCost(arc.eats, token), Int32(index), from: token, state, states)
            }
        }
    }

    /// What a token costs in a slot that takes any words.
    private func openCost(_ eats: TemplateMachine.SlotArc.Eats, _ token: Int) -> Float {
        // Politeness begins no name.
        let isPolite = !spans.skips[token].isEmpty
        return switch eats {
        case .firstRest: 0.15
        case .nextRest: 0.005
        case .firstText: spans.isMark[token] ? 0.02 : 0.25
        case .nextText: spans.isMark[token] ? 0.02 : 0.08
        case .firstRecord: spans.nameCost[token] + (isPolite ? 3 : 0.9)
        case .nextRecord: spans.nameCost[token] + 0.1
        case .firstName: spans.isMark[token] || isPolite ? 3 : spans.nameCost[token]
        case .nextName, .span: spans.nameCost[token]
        }
    }

    private func best(_ template: Template) -> Reading? {
        let (base, states) = (template.states.lowerBound, template.states.count)
        let row = spans.count * states
        let accepting = (0..<states).filter {
            grammar.machine.isAccepting[base + $0] && cost[row + $0] < bound
        }
        guard var state = accepting.min(by: { cost[row + $0] < cost[row + $1] }) else { return nil }
        var reading = Reading(
            intent: template.intent, cost: cost[row + state], slots: [], isNegated: false, range: 0..<spans.count,
            fixed: template.fixed, place: template.place)
        var token = spans.count
        while token > 0 || state > 0 {
            let step = back[token * states + state]
            let tokens = Int(step.token)..<token
            if step.arc >= 0 {
                let arc = grammar.machine.slotArcs.elements[Int(step.arc)]
                Matcher.collect(arc, grammar.slots, tokens, into: &reading.slots)
            } else if step.arc == Step.passed, tokens.count == 1 {
                if spans.isNegation[tokens.lowerBound] { reading.isNegated = true }
                if !spans.isMark[tokens.lowerBound], spans.skips[tokens.lowerBound].isEmpty {
                    reading.passed.insert(tokens.lowerBound, at: 0)
                }
            }
            token = Int(step.token)
            state = Int(step.state)
        }
        reading.slots.reverse()
        return reading
    }
}
