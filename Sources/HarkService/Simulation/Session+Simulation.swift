import Foundation
import HarkCore
public import HarkLifecycle
import HarkStore

extension Session {
    /// Whether the tenant has a record of any kind but users.
    public func hasRecords() throws(ServiceError) -> Bool {
        try read { reading in
            for kind in [RecordKind.company, .lead, .customer, .contact, .deal]
            where try reading.count(matching: RecordQuery(kind), me: user.id) > 0 { return true }
            return false
        }
    }

    /// Makes up customers and journeys and brings them into the tenant as one import that can be undone.
    ///
    /// - Parameters:
    ///   - settings: What to simulate; amounts are in the tenant's currency.
    ///   - adding: Allows it in a tenant that has records already.
    ///   - made: Told how far the making is.
    ///   - imported: Told how far the import is.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to import, ``ServiceError/badInput(_:)`` for a tenant with
    ///   records of its own, ``ServiceError/storage(_:)`` without room for the files between.
    public func simulate(
        _ settings: SimulationSettings, adding: Bool = false, made: (SimulationFolder.Progress) -> Void = { _ in },
        imported: (ImportProgress) -> Void = { _ in }
    ) throws(ServiceError) -> ImportReport {
        try require(.run, .transfer)
        try requireAdministration()
        if !adding, try hasRecords() {
            throw .badInput(
                "\(tenant.slug) has records of its own: say --add to mix made-up ones among them, or make a tenant for "
                    + "them with 'hark tenant add'.")
        }
        var settings = settings
        settings.slug = tenant.slug
        settings.currency = tenant.settings.currency
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "hark-simulation-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try SimulationFolder.write(settings, to: folder.path, progress: made)
        return try importFiles(ImportRequest(paths: [folder.path]), progress: imported)
    }
}
