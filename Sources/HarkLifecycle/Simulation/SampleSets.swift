public import HarkCore

/// A folder of sample data.
public struct SampleSet: Sendable {
    /// The folder's name within `sample-data`; empty for files that lie there directly.
    public let folder: String
    /// The files by name.
    public let files: [(name: String, text: String)]
}

extension Simulation {
    /// The last day of the sample data; shift dates by the days between it and today to have the story end today.
    public static let sampleEnd = LocalDate(daysSinceEpoch: 20_634)

    /// What `sample-data` holds: two tenants, and the original system's table of six rows repeated twenty times.
    public static var sampleSets: [SampleSet] {
        [
            SampleSet(folder: "larkspur", files: tenant(larkspur).csvFiles),
            SampleSet(folder: "brightwater", files: tenant(brightwater).csvFiles),
            SampleSet(folder: "", files: [("engagement.csv", engagement)]),
        ]
    }

    /// The larger sample: a European software house over two years.
    public static let larkspur = SimulationSettings(
        seed: 20_260_630, slug: "larkspur", customers: 400, leads: 1_200, months: 24, end: sampleEnd)

    /// The smaller sample: a tenant of its own, with other people and in another currency.
    public static var brightwater: SimulationSettings {
        var settings = SimulationSettings(
            seed: 7, slug: "brightwater", customers: 40, leads: 80, months: 18, end: sampleEnd,
            users: [
                .init("Nora Sullivan", .rep, team: "west"), .init("Caleb Hayes", .manager, team: "west"),
                .init("Ines Navarro", .admin), .init("Theo Brooks", .support, team: "care"),
            ])
        settings.currency = "USD"
        return settings
    }

    private static let engagement: String = {
        let rows = [
            "Website,82,14,26.5,yes,no", "Referral,91,11,31.0,yes,no", "Cold list,12,1,0.8,no,no",
            "Social media,34,5,4.2,no,yes", "Webinar,67,9,18.4,yes,yes", "Paid search,45,6,7.5,no,no",
        ]
        let header = "lead_source,engagement_score,pages_visited,time_spent,converted,churned\n"
        return header + String(repeating: rows.joined(separator: "\n") + "\n", count: 20)
    }()
}
