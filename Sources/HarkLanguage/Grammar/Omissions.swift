/// The steps of a template over one word or value it asks for and a phrase does not have.
///
/// They are found when a state is first reached: few states are, and the templates are large.
struct Omissions {
    /// What a word of the sentence costs that the phrase does not have, and a value or name it does not have.
    static let missingWord: Float = 0.7
    private static let missingValue: Float = 1.6

    /// A step to another state of the template.
    struct Step {
        var target: Int32
        var cost: Float
    }

    /// The steps found so far; those of a state lie together, each target once.
    private(set) var elements: [Step] = []
    private var ranges: [Range<Int32>?] = []
    /// The number of the template's first state.
    private var base = 0
    /// Where the step to each state stands while those of one state are gathered.
    private var places: [Int32] = []

    /// Forgets the template before.
    mutating func begin(_ template: Template) {
        base = template.states.lowerBound
        elements.removeAll(keepingCapacity: true)
        ranges = Array(repeating: nil, count: template.states.count)
        places = Array(repeating: -1, count: template.states.count)
    }

    /// Where the steps from a state stand among the ``elements``.
    mutating func steps(from state: Int, in machine: TemplateMachine) -> Range<Int> {
        if let known = ranges[state] { return Int(known.lowerBound)..<Int(known.upperBound) }
        let start = elements.count
        for index in machine.open.range(base + state) {
            let open = Int(machine.open.elements[index])
            for arc in machine.wordArcs.range(open) {
                note(machine.wordArcs.elements[arc].target, Omissions.missingWord)
            }
            for arc in machine.slotArcs.range(open) {
                note(machine.slotArcs.elements[arc].target, Omissions.missingValue)
            }
        }
        for step in elements[start...] { places[Int(step.target)] = -1 }
        ranges[state] = Int32(start)..<Int32(elements.count)
        return start..<elements.count
    }

    private mutating func note(_ target: Int32, _ cost: Float) {
        let target = target - Int32(base)
        let place = Int(places[Int(target)])
        if place < 0 {
            places[Int(target)] = Int32(elements.count)
            elements.append(Step(target: target, cost: cost))
        } else if cost < elements[place].cost {
            elements[place].cost = cost
        }
    }
}
