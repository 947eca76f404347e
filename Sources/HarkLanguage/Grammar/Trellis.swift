/// The cheapest ways found so far to the states of one template, at each place between the tokens of a phrase.
///
/// Few states are ever reached, so each place keeps the set of those; costs and steps of the others mean nothing.
struct Trellis {
    /// How a state was reached: from which place and state, over which slot's arc, or by ``word`` or ``passed``.
    struct Step {
        var place: Int32
        var state: Int32
        var arc: Int32

        /// A word was eaten.
        static let word: Int32 = -1
        /// Words were passed over.
        static let passed: Int32 = -2
        /// Something the template asks for was left out.
        static let missing: Int32 = -3
    }

    private var stateCount = 0
    private(set) var places = 0
    private var cost: [Float] = []
    private var steps: [Step] = []
    /// The states reached at a place, 64 a word.
    private var reached: [UInt64] = []
    /// How many words each place has.
    private var width = 0

    /// Makes room for so many places and states at the most.
    mutating func reserve(places: Int, states: Int) {
        let room = places * states
        if cost.count < room {
            // Only what was reached is ever looked at, so nothing need be written over a megabyte beforehand.
            cost = Array(unsafeUninitializedCapacity: room) { $1 = room }
            steps = Array(unsafeUninitializedCapacity: room) { $1 = room }
        }
        let words = places * ((states + 63) / 64)
        if reached.count < words { reached = Array(repeating: 0, count: words) }
    }

    /// Forgets everything for so many places and states, for which there must be room.
    mutating func clear(places: Int, states: Int) {
        stateCount = states
        self.places = places
        width = (states + 63) / 64
        for index in 0..<(places * width) { reached[index] = 0 }
    }

    /// Notes a way to a state if it is cheaper than those before.
    mutating func reach(_ state: Int, at place: Int, for total: Float, _ step: Step) {
        let index = place * stateCount + state
        let word = place * width + state >> 6
        let bit: UInt64 = 1 << UInt64(state & 63)
        if reached[word] & bit == 0 {
            reached[word] |= bit
        } else if total >= cost[index] {
            return
        }
        cost[index] = total
        steps[index] = step
    }

    /// The first state reached at a place whose number is higher.
    func reached(at place: Int, after state: Int) -> Int? {
        var word = (state + 1) >> 6
        var low = (state + 1) & 63
        while word < width {
            let bits = reached[place * width + word] & (UInt64.max << UInt64(low))
            if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
            (word, low) = (word + 1, 0)
        }
        return nil
    }

    /// What the cheapest way to a state costs; infinity where none is known.
    func costIfReached(of state: Int, at place: Int) -> Float {
        reached[place * width + state >> 6] & 1 << UInt64(state & 63) == 0
            ? .infinity : cost[place * stateCount + state]
    }

    /// What the cheapest way to a reached state costs.
    func cost(of state: Int, at place: Int) -> Float { cost[place * stateCount + state] }

    /// The last step of the cheapest way to a reached state.
    func step(to state: Int, at place: Int) -> Step { steps[place * stateCount + state] }
}
