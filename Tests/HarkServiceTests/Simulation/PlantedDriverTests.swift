import Foundation
import HarkCore
import Testing

@testable import HarkLifecycle
@testable import HarkService

/// A model that learns from a simulated tenant, imported and trained as the product does it, finds what was planted there.
struct PlantedDriverTests {
    /// What a model knows of churn that learned from a simulated tenant in which customers leave for `reasons`.
    private static func churnModel(
        customers: Int, _ reasons: SimulationParameters.Churn
    ) throws -> ModelReport {
        let office = try Office()
        var parameters = try SimulationParameters.builtIn()
        parameters.mess = .none
        // Some fall silent for half a year; nothing else is different about them.
        parameters.decline = .init(
            begins: 0.012, beginsQuality: 0, ends: 0.03, endsQuality: 0, slowerLogins: 6, usageDrop: 0, predicted: 0,
            downgrade: 0)
        let wait = GapDistribution.logNormal(median: 100, sigma: 0.7)
        parameters.tickets = .init(
            onboardingDays: 0, onboarding: 0, declining: 0.02, usual: 0.02, solved: wait, solvedDeclining: wait)
        parameters.life.lateInvoice = 0.12
        parameters.life.lateInvoiceDeclining = 0.12
        parameters.churn = reasons
        var settings = SimulationSettings(
            seed: 77, customers: customers, leads: 20, months: 18, end: Office.noon.date.adding(days: -1),
            parameters: parameters)
        settings.detailDays = 10_000
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-drivers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try SimulationFolder.write(settings, to: folder.path)
        let report = try office.admin.importFiles(ImportRequest(paths: [folder.path]))
        #expect(report.rejected == 0 && report.added > 50 * customers)
        #expect(try office.admin.train().contains { $0.target == .churn && $0.model == "churn v1" })
        return try office.admin.modelReport(for: .churn)
    }

    /// Silence, open tickets and late invoices make customers leave, and nothing else does.
    private static let learned = Result {
        try churnModel(
            customers: 400,
            .init(
                base: -9.5, silence: 0.1, openTicket: 2, lateInvoice: 1.8, declining: 0, contractEnd: 0, quality: 0))
    }

    /// Customers leave by chance alone.
    private static let learnedOfChance = Result {
        try churnModel(
            customers: 200,
            .init(base: -5, silence: 0, openTicket: 0, lateInvoice: 0, declining: 0, contractEnd: 0, quality: 0))
    }

    private func auc(_ report: ModelReport) throws -> Double {
        try #require(report.quality.first { $0.name == "AUC" }).value
    }

    @Test func theForecastIsGoodButNotCertain() throws {
        let report = try Self.learned.get()
        let auc = try auc(report)
        #expect((0.72...0.9).contains(auc), "\(auc)")
        #expect(report.positives >= 100)
    }

    @Test func whatWasPlantedComesFirst() throws {
        let importance = try Self.learned.get().importance
        func place(_ names: Set<String>) -> Int {
            importance.firstIndex { names.contains($0.feature) } ?? importance.count
        }
        let noise = place([
            "city", "country", "industry", "plan", "seats", "monthly_value", "company_size", "renewals", "tenure_days",
        ])
        let told = importance.prefix(12).map(\.feature)
        for drivers: Set<String> in [
            ["days_since_last_touch", "logins_30d", "activity_90d"], ["tickets_open"], ["invoices_late_180d"],
        ] {
            #expect(place(drivers) < noise, "\(drivers) in \(told)")
        }
    }

    /// What adds to the risk, and what takes from it: the highest values against the lowest.
    @Test(arguments: [
        ("days_since_last_touch", 1.0), ("logins_30d", -1), ("tickets_open", 1), ("invoices_late_180d", 1),
    ])
    func itPointsTheRightWay(_ feature: String, _ sign: Double) throws {
        let shapes = try Self.learned.get().shapes
        let shape = try #require(shapes.first { $0.feature == feature }, "\(shapes.map(\.feature))")
        let steps = shape.steps.filter { $0.from != nil || $0.below != nil }
        let (low, high) = (try #require(steps.first).logOdds, try #require(steps.last).logOdds)
        #expect((high - low) * sign > 0.2, "\(low) \(high)")
    }

    /// Where leaving depends on nothing, nothing is found: neither in the timeline nor in the columns of
    /// `customers.csv`, which stand as they were in the end and, were they learned from, would tell who stayed
    /// (an AUC of .79).
    @Test func withoutDriversThereIsNothingToFind() throws {
        let report = try Self.learnedOfChance.get()
        let auc = try auc(report)
        #expect(auc < 0.6, "\(auc) \(report.importance.prefix(5).map(\.feature))")
    }

    /// The columns of `customers.csv` that count what the timeline knows for every moment are left to the timeline.
    @Test(arguments: [true, false]) func whatWasCountedInTheEndIsNotLearnedFrom(_ hasDrivers: Bool) throws {
        let model = hasDrivers ? Self.learned : Self.learnedOfChance
        let columns = Set(SimulatedFile.customerAttributes).subtracting(["seats", "tickets_90d"])
        let used = try Set(model.get().importance.flatMap { $0.feature.components(separatedBy: " × ") })
        #expect(used.isDisjoint(with: columns), "\(used.intersection(columns))")
        #expect(!used.contains("tickets_90d (imported)"))
    }
}
