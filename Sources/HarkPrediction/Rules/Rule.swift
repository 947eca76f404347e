internal import HarkCore
internal import HarkLearning

/// A rule of thumb for the time before there is history to learn from: what one side of a record adds to the log-odds.
struct Rule<Subject: Sendable>: Sendable {
    /// What a rule says of one record.
    struct Finding: Sendable {
        /// Added to the log-odds.
        let weight: Double
        /// The reason in words.
        let reason: String

        init(_ weight: Double, _ reason: String) {
            self.weight = weight
            self.reason = reason
        }
    }

    /// The name a contribution carries.
    let feature: String
    /// Which side of the record it speaks of.
    let facet: Facet
    /// What the rule says; `nil` where it has nothing to say.
    let finding: @Sendable (Subject) -> Finding?

    init(_ feature: String, _ facet: Facet, _ finding: @escaping @Sendable (Subject) -> Finding?) {
        self.feature = feature
        self.facet = facet
        self.finding = finding
    }
}

extension Forecast {
    /// The sum of what `rules` say of a record, in their order; rules with nothing to say are left out.
    init<Subject>(by rules: [Rule<Subject>], of subject: Subject, baseRate: Double) {
        let intercept = logit(baseRate)
        let findings = rules.compactMap { rule in rule.finding(subject).map { (rule, $0) } }
        let logOdds = findings.reduce(intercept) { $0 + $1.1.weight }
        let points = Points(intercept: intercept, logOdds: logOdds)
        let contributions = findings.map { rule, finding in
            Contribution(
                feature: rule.feature, reason: finding.reason, logOdds: finding.weight,
                points: points.worth(of: finding.weight), facet: rule.facet)
        }
        self.init(intercept: intercept, contributions: contributions, logOdds: logOdds)
    }
}
