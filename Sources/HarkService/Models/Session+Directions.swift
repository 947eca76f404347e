import HarkCore
import HarkPrediction
import HarkStore

extension Session {
    /// Says of which features more may never lower a score, and of which it may never raise one; the next training keeps
    /// to it.
    ///
    /// - Parameters:
    ///   - rising: Features of numbers by name, in any case, with spaces or underscores; `nil` leaves them as they are.
    ///   - falling: As `rising`.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to train, ``ServiceError/badInput(_:)`` for a feature that
    ///   is not there, is no number, or is to do both.
    public mutating func setDirections(rising: [String]?, falling: [String]?) throws(ServiceError) {
        try require(.run, .training)
        let known = try read { reading in
            try [Score.Target.conversion, .churn].flatMap { try predictor(for: $0, in: reading).numbers }
        }
        func named(_ names: [String]) throws(ServiceError) -> [String] {
            var found: [String] = []
            for name in names {
                guard let feature = known.first(where: { FeatureName.same($0, name) }) else {
                    let choices = Set(known).sorted().joined(separator: ", ")
                    throw .badInput("There is no feature of numbers called \(name). There are: \(choices).")
                }
                if !found.contains(feature) { found.append(feature) }
            }
            return found
        }
        var changed = tenant
        changed.settings.rising = try rising.map(named) ?? tenant.settings.rising
        changed.settings.falling = try falling.map(named) ?? tenant.settings.falling
        if let both = changed.settings.rising.first(where: changed.settings.falling.contains) {
            throw .badInput("\(both) cannot both raise and lower scores.")
        }
        let chosen = changed
        try translated { try store.platform.update(chosen, by: user.id, at: now) }
        tenant = chosen
    }
}
