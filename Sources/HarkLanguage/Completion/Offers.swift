import HarkCore

/// Ways a phrase may go on, as they are found.
struct Offers {
    private var found: [String: Offer] = [:]
    private var least = Float.infinity

    /// Ways that are dearer than the likeliest by more are no likely ones.
    private static let spread: Float = 0.4

    private struct Offer {
        var cost: Float
        /// How many templates go on like this.
        var votes: Int
        var order: Int
        var type: CommandType
    }

    /// What a way may cost at the most.
    var bound: Float { least + Offers.spread }

    /// Notes a way; of the same way the cheapest counts.
    mutating func add(_ rest: String, _ cost: Float, _ type: CommandType) {
        least = min(least, cost)
        guard var known = found[rest] else {
            found[rest] = Offer(cost: cost, votes: 1, order: found.count, type: type)
            return
        }
        known.votes += 1
        if cost < known.cost { (known.cost, known.type) = (cost, type) }
        found[rest] = known
    }

    /// The likeliest ways, best first.
    func best(_ limit: Int) -> [PhraseCompleter.Completion] {
        found.filter { $0.value.cost <= bound }
            .sorted {
                ($0.value.cost, -$0.value.votes, $0.value.order) < ($1.value.cost, -$1.value.votes, $1.value.order)
            }
            .prefix(limit).map { PhraseCompleter.Completion(rest: $0.key, commandType: $0.value.type) }
    }
}
