import HarkCore

/// Who a lead is, and how keen, before anything happens.
struct LeadProfile {
    let segment: SimulationSegment
    let industry: SimulatedIndustry
    let country: SimulatedCountry
    let city: String
    let size: Int
    let source: LeadSource
    let title: String
    let decides: Bool
    let campaign: String
    /// How keen the lead is, standard normal; nobody sees it, only what it makes people do and write.
    let intent: Double
    /// How its texts sound.
    let tone: Phrases.Tone

    init(_ generator: inout SplitMix64) {
        segment = generator.pick(SimulationSegment.allCases.map { ($0, $0.weight) })
        industry = generator.pick(SimulatedIndustry.all.map { ($0, $0.weight) })
        country = generator.pick(SimulatedCountry.all.map { ($0, $0.weight) })
        city = generator.pick(country.cities)
        size = LeadProfile.size(of: segment, &generator)
        source = generator.pick(LeadSource.all.map { ($0, $0.weight) })
        decides = generator.chance(0.4)
        title = generator.pick(decides ? JobTitles.deciding : JobTitles.others)
        campaign = generator.pick(["spring", "autumn", "always on", "always on", "newsletter", "none", "none"])
        intent = generator.normal()
        let heard = intent + 0.6 * generator.normal()
        tone = heard > 0.6 ? .keen : heard < -0.6 ? .cool : .neutral
    }

    /// Even on a logarithmic scale within the segment.
    private static func size(of segment: SimulationSegment, _ generator: inout SplitMix64) -> Int {
        let low = naturalLogarithm(Double(segment.sizes.lowerBound))
        let high = naturalLogarithm(Double(segment.sizes.upperBound))
        return Int(exponential(generator.uniform(low, high)).rounded())
    }
}

/// Where leads come from.
struct LeadSource: Hashable, Sendable {
    let name: String
    let weight: Double
    /// Added to the log-odds of buying.
    let fit: Double

    static let all = [
        LeadSource(name: "Referral", weight: 1.2, fit: 1.3), LeadSource(name: "Partner", weight: 1, fit: 0.9),
        LeadSource(name: "Website", weight: 4, fit: 0.2), LeadSource(name: "Webinar", weight: 1.5, fit: 0.3),
        LeadSource(name: "Trade fair", weight: 1.5, fit: 0.5), LeadSource(name: "Paid search", weight: 2.5, fit: -0.3),
        LeadSource(name: "Social media", weight: 2, fit: -0.8), LeadSource(name: "Cold list", weight: 2, fit: -1.3),
    ]
}

/// What can be counted of a lead's journey up to its end or to now.
struct LeadTally {
    var pages = 0
    var pricing = 0
    var touches = 0
    var opens = 0
    var replies = 0
    var demos = 0

    /// The log-odds of buying: a sum over what a rep may know, and one effect of two things together. The outcome is
    /// drawn from it, so no model can be better than it is.
    func logOdds(_ profile: LeadProfile, message: Phrases.Tone?) -> Double {
        var sum = -2.75 + profile.source.fit + profile.industry.fit * 1.3 + profile.segment.fit
        sum += 0.9 * (naturalLogarithm(1 + Double(pages)) - 1.5)
        sum += 0.45 * Double(min(pricing, 4)) + 0.4 * Double(min(replies, 4)) + 0.9 * Double(min(demos, 1))
        sum += profile.decides ? 0.6 : 0
        switch message {
        case .keen?: sum += 1.4
        case .cool?: sum -= 1.4
        case .neutral?, nil: break
        }
        if profile.segment == .enterprise, demos == 0 { sum -= 0.8 }
        return sum
    }

    /// The score the web site's tracking would show, `0...100`.
    func engagement(_ generator: inout SplitMix64) -> Double {
        let visits = 2 * Double(pages) + 5 * Double(pricing)
        let score = 8 + visits + 3 * Double(opens) + 7 * Double(replies) + 7 * generator.normal()
        return min(max(score.rounded(), 0), 100)
    }
}
