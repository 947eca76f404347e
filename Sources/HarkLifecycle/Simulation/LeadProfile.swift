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

    init(_ segments: [SimulationSegment], _ generator: inout SplitMix64) {
        segment = generator.pick(segments, by: \.weight)
        industry = generator.pick(SimulatedIndustry.all, by: \.weight)
        country = generator.pick(SimulatedCountry.all, by: \.weight)
        city = generator.pick(country.cities)
        size = LeadProfile.size(of: segment, &generator)
        source = generator.pick(LeadSource.all, by: \.weight)
        decides = generator.chance(0.4)
        title = generator.pick(decides ? JobTitles.deciding : JobTitles.others)
        campaign = generator.pick(["spring", "autumn", "always on", "always on", "newsletter", "none", "none"])
        intent = generator.normal()
        let heard = intent + 0.6 * generator.normal()
        tone = heard > 0.6 ? .keen : heard < -0.6 ? .cool : .neutral
    }

    /// Even on a logarithmic scale within the segment.
    private static func size(of segment: SimulationSegment, _ generator: inout SplitMix64) -> Int {
        let low = PlainMath.logarithm(Double(segment.employees.lowerBound))
        let high = PlainMath.logarithm(Double(segment.employees.upperBound))
        return Int(PlainMath.exponential(generator.uniform(low, high)).rounded())
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
    func logOdds(
        _ profile: LeadProfile, message: Phrases.Tone?, _ buying: SimulationParameters.Buying
    ) -> Double {
        var sum = buying.base + profile.source.fit + profile.industry.fit * buying.industry + profile.segment.fit
        sum += buying.pages * (PlainMath.logarithm(1 + Double(pages)) - 1.5)
        sum += buying.pricingVisit * Double(min(pricing, 4)) + buying.reply * Double(min(replies, 4))
        sum += buying.demo * Double(min(demos, 1))
        sum += profile.decides ? buying.decider : 0
        switch message {
        case .keen?: sum += buying.keen
        case .cool?: sum += buying.cool
        case .neutral?, nil: break
        }
        if demos == 0 { sum += profile.segment.withoutDemo }
        return sum
    }

    /// The score the web site's tracking would show, `0...100`.
    func engagement(_ generator: inout SplitMix64) -> Double {
        let visits = 2 * Double(pages) + 5 * Double(pricing)
        let score = 8 + visits + 3 * Double(opens) + 7 * Double(replies) + 7 * generator.normal()
        return min(max(score.rounded(), 0), 100)
    }
}
