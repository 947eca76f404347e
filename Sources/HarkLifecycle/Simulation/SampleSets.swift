public import HarkCore

extension Simulation {
    /// The last day of the sample data; shift dates by the days between it and today to have the story end today.
    public static let sampleEnd = LocalDate(daysSinceEpoch: 20_634)

    /// The tenants of `sample-data`: larkspur, a European software house over two years, and brightwater, a smaller one
    /// with other people and in another currency.
    ///
    /// - Throws: ``ParameterFileError`` should the built-in parameters be wrong, which a test rules out.
    public static func samples() throws(ParameterFileError) -> [SimulationSettings] {
        let parameters = try SimulationParameters.builtIn()
        let larkspur = SimulationSettings(
            seed: 20_260_630, slug: "larkspur", customers: 400, leads: 1_200, months: 24, end: sampleEnd,
            parameters: parameters)
        var brightwater = SimulationSettings(
            seed: 7, slug: "brightwater", customers: 40, leads: 80, months: 18, end: sampleEnd,
            users: [
                .init("Nora Sullivan", .rep, team: "west"), .init("Caleb Hayes", .manager, team: "west"),
                .init("Ines Navarro", .admin), .init("Theo Brooks", .support, team: "care"),
            ], parameters: parameters)
        brightwater.currency = "USD"
        return [larkspur, brightwater]
    }

    /// The original system's table: six rows, repeated twenty times.
    public static let engagementTable: String = {
        let rows = [
            "Website,82,14,26.5,yes,no", "Referral,91,11,31.0,yes,no", "Cold list,12,1,0.8,no,no",
            "Social media,34,5,4.2,no,yes", "Webinar,67,9,18.4,yes,yes", "Paid search,45,6,7.5,no,no",
        ]
        let header = "lead_source,engagement_score,pages_visited,time_spent,converted,churned\n"
        return header + String(repeating: rows.joined(separator: "\n") + "\n", count: 20)
    }()
}
