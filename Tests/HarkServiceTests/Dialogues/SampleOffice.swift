import Foundation
import HarkCore
import HarkStore

@testable import HarkService

/// The sample tenant on Monday 23 November 2026 at half past ten, imported once and copied for every conversation.
struct SampleOffice {
    static let now = LocalDateTime(secondsSinceEpoch: 1_795_429_800)
    private static let slug = "larkspur"

    private let folder: URL

    /// Imports the sample data and learns from it, as the demo does: people speak of scores, and lists go by them.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-dialogues-\(UUID().uuidString)")
        let service = try Service.open(path: folder.appendingPathComponent("work/hark.db").path)
        let admin = Service.AdminDetails(name: "Ada Moen", email: "ada@larkspur.example")
        _ = try service.createTenant(slug: Self.slug, name: "Larkspur Software", admin: admin, at: Self.now)
        var request = ImportRequest(paths: [SampleDataTests.samples.appendingPathComponent(Self.slug).path])
        request.lastDay = Self.now.date
        let session = try Self.session(of: nil, in: service)
        _ = try session.importFiles(request)
        _ = try session.train()
        try service.store.backUp(to: folder.appendingPathComponent("hark.db").path)
        try FileManager.default.copyItem(
            at: folder.appendingPathComponent("work/audit.key"), to: folder.appendingPathComponent("audit.key"))
        try FileManager.default.removeItem(at: folder.appendingPathComponent("work"))
    }

    /// Gives a session on a copy of the database that is gone afterwards.
    func withSession<Value>(of user: String, _ body: (Session) throws -> Value) throws -> Value {
        let copy = FileManager.default.temporaryDirectory
            .appendingPathComponent("hark-dialogue-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: folder, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let service = try Service.open(path: copy.appendingPathComponent("hark.db").path)
        return try body(Self.session(of: user, in: service))
    }

    /// Removes the imported database.
    func close() { try? FileManager.default.removeItem(at: folder) }

    private static func session(of user: String?, in service: Service) throws -> Session {
        try service.session(tenant: slug, user: user, channel: .commandLine, clock: .fixed(at: now))
    }
}
