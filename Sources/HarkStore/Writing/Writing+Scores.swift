import GRDB
public import HarkCore

extension Writing {
    /// Keeps a model under the next version of its target, and gives that version.
    ///
    /// - Parameters:
    ///   - content: The model as JSON text.
    ///   - metrics: How well it did, as JSON text.
    public func save(
        model name: String, for target: Score.Target, content: String, metrics: String
    ) throws -> Int {
        let last = try Int.fetchOne(
            session.database, sql: "SELECT max(version) FROM model WHERE target = ?", arguments: [target.rawValue])
        let version = (last ?? 0) + 1
        _ = try session.insert(
            Schema.model,
            [
                stored(target), stored(name), stored(version), stored(content), stored(metrics),
                stored(session.request.at),
            ])
        return version
    }

    /// Writes scores into the ledger and onto their lead's or customer's row for lists.
    ///
    /// A customer's health becomes 100 × (1 − risk) and joins the trend; ``save(_:)-([CustomerState])`` may say better.
    public func save(_ scores: [Score]) throws {
        for score in scores {
            let contributions = JSONValue.array(score.contributions.map(\.json)).compact
            _ = try session.insert(
                Schema.score,
                [
                    stored(score.subject.kind), stored(score.subject.id), stored(score.target), stored(score.model),
                    stored(score.probability), stored(score.priority), stored(score.logOdds),
                    stored(score.intercept), stored(contributions), stored(score.at), stored(score.baseRate),
                    stored(score.fit), stored(score.engagement),
                ])
            try show(score)
        }
    }

    private func show(_ score: Score) throws {
        let key = [session.tenant, stored(score.subject.id)]
        switch (score.subject.kind, score.target) {
        case (.lead, .conversion):
            try session.run(
                "UPDATE t_lead SET score = ?, priority = ?, top_reason = ? WHERE tenant_id = ? AND id = ?",
                [stored(score.value), stored(score.priority), stored(score.topReason)] + key)
        case (.customer, .churn):
            let sql = "SELECT trend FROM customer WHERE id = ?"
            let statement = try session.database.cachedStatement(sql: sql)
            let before = try String.fetchOne(statement, arguments: [score.subject.id])
            let past = before.flatMap { try? JSONValue(parsing: $0) }?.elements ?? []
            let health = ((1 - score.probability) * 100).rounded()
            let trend = JSONValue.array((past + [.number(health)]).suffix(8))
            try session.run(
                "UPDATE t_customer SET risk = CASE WHEN churned THEN NULL ELSE ? END, top_reason = ?, health = ?, trend = ? WHERE tenant_id = ? AND id = ?",
                [stored(score.probability), stored(score.topReason), stored(health), stored(trend.compact)] + key)
        default: break
        }
    }

    /// Sets what the life of customers says of them, for lists.
    public func save(_ states: [CustomerState]) throws {
        for state in states {
            session.count("customer")
            let trend = state.trend.isEmpty ? nil : JSONValue.array(state.trend.suffix(8).map(JSONValue.number)).compact
            try session.run(
                "UPDATE t_customer SET stage = ?, health = ?, trend = ? WHERE tenant_id = ? AND id = ?",
                [
                    stored(state.stage), stored(state.health), stored(trend), session.tenant,
                    stored(state.customer),
                ])
        }
    }
}

/// Where a customer stands, as lists show it.
public struct CustomerState: Hashable, Sendable {
    public var customer: Identifier<Customer>
    public var stage: LifecycleStage?
    /// `0...100`, higher is better.
    public var health: Double?
    /// Health over the last periods, oldest first; the last 8 are kept.
    public var trend: [Double]

    /// Creates a state.
    public init(
        customer: Identifier<Customer>, stage: LifecycleStage? = nil, health: Double? = nil, trend: [Double] = []
    ) {
        self.customer = customer
        self.stage = stage
        self.health = health
        self.trend = trend
    }
}

extension Score {
    /// The reason with the largest effect, either way.
    fileprivate var topReason: String? { strongestReasons(1).first?.reason }
}
