import HarkCore

/// Finds what a phrase has of a command's sentences though it is none of them: words may be missing, words may be
/// left over, only values and names must have their place.
///
/// It looks at the few templates of one command that have most in common with the phrase, as it is asked only of
/// commands that are likely for other reasons.
struct LooseMatcher {
    /// Readings as dear as the last have nothing in common with the phrase; most that have something cost far less.
    private static let limits: [Float] = [2.5, 6]
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
    private var trellis = Trellis()
    /// Paths as dear as this are dropped: so far from the best reading that nobody would choose them.
    private var bound: Float = 0
    private var omissions = Omissions()

    /// A state reached at a token, and what that cost.
    private struct Stand {
        var token: Int
        var state: Int
        var cost: Float
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
        let candidates = templates(of: command)
        let most = candidates.map { grammar.templates[$0.index].states.count }.max() ?? 0
        trellis.reserve(places: spans.count + 1, states: most)
        for limit in LooseMatcher.limits {
            let found = readings(of: candidates, limit: limit)
            if !found.isEmpty { return Array(found.prefix(count)) }
        }
        return []
    }

    private mutating func readings(of candidates: [(index: Int, lacks: Int)], limit: Float) -> [Reading] {
        var found: [Reading] = []
        bound = limit
        for (index, lacks) in candidates {
            let template = grammar.templates[index]
            guard template.weight + Float(lacks) * Omissions.missingWord < bound, let reading = read(template) else {
                continue
            }
            found.append(reading)
            bound = min(bound, reading.cost + LooseMatcher.margin)
        }
        return found.sorted { $0.cost < $1.cost }
    }

    /// The templates of a command that lack least, of those the ones that have most, and how much each lacks.
    private func templates(of command: CommandType) -> [(index: Int, lacks: Int)] {
        var ranked: [(index: Int, lacks: Int, has: Int)] = []
        for run in grammar.templatesByIntent where grammar.templates[run.lowerBound].intent == command {
            for index in run {
                let sets = grammar.sieve.requirements.range(index)
                let met = sets.reduce(0) { $0 + (isMet[Int(grammar.sieve.requirements.elements[$1])] ? 1 : 0) }
                ranked.append((index, sets.count - met, met))
            }
        }
        ranked.sort { ($0.lacks, $1.has, $0.index) < ($1.lacks, $0.has, $1.index) }
        return ranked.prefix(LooseMatcher.templateCount).map { ($0.index, $0.lacks) }
    }

    private mutating func read(_ template: Template) -> Reading? {
        omissions.begin(template)
        trellis.clear(places: spans.count + 1, states: template.states.count)
        trellis.reach(0, at: 0, for: template.weight, Trellis.Step(place: 0, state: 0, arc: Trellis.Step.passed))
        let base = template.states.lowerBound
        for token in 0...spans.count {
            miss(at: token)
            guard token < spans.count else { break }
            var state = -1
            while let next = trellis.reached(at: token, after: state) {
                state = next
                let stand = Stand(token: token, state: state, cost: trellis.cost(of: state, at: token))
                pass(stand)
                for open in grammar.machine.open.range(base + state) {
                    eatWord(Int(grammar.machine.open.elements[open]), stand, base)
                    fillSlot(Int(grammar.machine.open.elements[open]), stand, base)
                }
            }
        }
        return best(template)
    }

    /// Notes that a state can be reached at a token for so much more.
    private mutating func reach(_ end: Int, _ target: Int, _ more: Float, _ arc: Int32, from stand: Stand) {
        let total = stand.cost + more
        guard total < bound else { return }
        let step = Trellis.Step(place: Int32(stand.token), state: Int32(stand.state), arc: arc)
        trellis.reach(target, at: end, for: total, step)
    }

    /// Goes on in the sentence without a word or value of it.
    private mutating func miss(at token: Int) {
        var isDone = false
        // Loops lead back, so that states behind may be reached after they were looked at.
        while !isDone {
            isDone = true
            var state = -1
            while let next = trellis.reached(at: token, after: state) {
                state = next
                let stand = Stand(token: token, state: state, cost: trellis.cost(of: state, at: token))
                if missOne(stand) { isDone = false }
            }
        }
    }

    /// Steps over each thing a state asks for; whether a state before it became cheaper.
    private mutating func missOne(_ stand: Stand) -> Bool {
        var leadsBack = false
        for place in omissions.steps(from: stand.state, in: grammar.machine) {
            let omission = omissions.elements[place]
            let target = Int(omission.target)
            let total = stand.cost + omission.cost
            guard total < bound, total < trellis.costIfReached(of: target, at: stand.token) else { continue }
            reach(stand.token, target, omission.cost, Trellis.Step.missing, from: stand)
            if target < stand.state { leadsBack = true }
        }
        return leadsBack
    }

    private mutating func pass(_ stand: Stand) {
        reach(stand.token + 1, stand.state, passing[stand.token], Trellis.Step.passed, from: stand)
        for index in spans.skips.range(stand.token) {
            reach(spans.skips.elements[index], stand.state, 0.05, Trellis.Step.passed, from: stand)
        }
    }

    private mutating func eatWord(_ open: Int, _ stand: Stand, _ base: Int) {
        let arcs = grammar.machine.wordArcs.range(open)
        guard !arcs.isEmpty else { return }
        for option in spans.alternatives.range(stand.token) {
            let alternative = spans.alternatives.elements[option]
            for index in grammar.machine.arcs(arcs, eating: alternative.word) {
                let target = Int(grammar.machine.wordArcs.elements[index].target) - base
                reach(stand.token + 1, target, alternative.cost, Trellis.Step.word, from: stand)
            }
        }
    }

    private mutating func fillSlot(_ open: Int, _ stand: Stand, _ base: Int) {
        for index in grammar.machine.slotArcs.range(open) {
            let arc = grammar.machine.slotArcs.elements[index]
            let target = Int(arc.target) - base
            if arc.eats == .span {
                for place in spans.spans.range(Int(arc.spanType) * spans.count + stand.token) {
                    let span = spans.spans.elements[place]
                    reach(span.end, target, span.cost + 0.02, Int32(index), from: stand)
                }
            } else {
                reach(stand.token + 1, target, openCost(arc.eats, stand.token), Int32(index), from: stand)
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
        let (end, accepting) = (spans.count, grammar.machine.isAccepting[template.states])
        let reached = accepting.indices.lazy.filter { accepting[$0] }.map { $0 - template.states.lowerBound }
            .map { (state: $0, cost: trellis.costIfReached(of: $0, at: end)) }
        guard let best = reached.min(by: { $0.cost < $1.cost }), best.cost < bound else { return nil }
        var reading = Reading(
            intent: template.intent, cost: best.cost, slots: [], isNegated: false, range: 0..<end,
            fixed: template.fixed, place: template.place)
        var (token, state) = (end, best.state)
        while token > 0 || state > 0 {
            let step = trellis.step(to: state, at: token)
            let tokens = Int(step.place)..<token
            if step.arc >= 0 {
                let arc = grammar.machine.slotArcs.elements[Int(step.arc)]
                Matcher.collect(arc, grammar.slots, tokens, into: &reading.slots)
            } else if step.arc == Trellis.Step.passed, tokens.count == 1 {
                if spans.isNegation[tokens.lowerBound] { reading.isNegated = true }
                if !spans.isMark[tokens.lowerBound], spans.skips[tokens.lowerBound].isEmpty {
                    reading.passed.insert(tokens.lowerBound, at: 0)
                }
            }
            (token, state) = (Int(step.place), Int(step.state))
        }
        reading.slots.reverse()
        return reading
    }
}
