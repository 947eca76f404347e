import Foundation
import HarkCore
import HarkLanguage
import HarkService
import Testing

/// Words a tenant adds to the language in a file of its own.
struct TenantWordsTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("words-\(UUID().uuidString)")
    private let service: Service
    private static let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)

    init() throws {
        service = try Service.inMemory()
        for slug in ["acme", "globex"] {
            let admin = Service.AdminDetails(name: "Ada", email: "ada@\(slug).test")
            _ = try service.createTenant(slug: slug, name: slug, admin: admin, at: TenantWordsTests.now)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func conversation(_ tenant: String, _ words: String) throws -> Conversation {
        try words.write(to: folder.appendingPathComponent("acme.intents"), atomically: true, encoding: .utf8)
        let session = try service.session(
            tenant: tenant, user: nil, channel: .commandLine, clock: .fixed(at: TenantWordsTests.now))
        return try Conversation(session, words: folder.path)
    }

    private static let words = """
        values stage
          qualified = discovery call
        intent SHOW_TASKS
          help Morning round
          say [my] morning round
        """

    @Test(arguments: [("acme", CommandType.showTasks), ("globex", .unknown)])
    func ownCommandsAreTheTenantsAlone(_ tenant: String, _ type: CommandType) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var conversation = try conversation(tenant, TenantWordsTests.words)
        #expect(try conversation.read("my morning round").first?.first?.commandType == type)
        #expect(try conversation.outline(of: "my morni").completions.first == (tenant == "acme" ? "ng" : nil))
    }

    @Test func ownWordsMeanAValueOfATable() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var conversation = try conversation("acme", TenantWordsTests.words)
        let action = try conversation.read("show deals in the discovery call stage").first?.first
        #expect(action?.entities["filters"]?["stage"]?.string == "qualified")
    }

    @Test(arguments: [
        ("intent SHOW_TASKS\n  say [my morning", "acme.intents:2:18: expected"),
        ("intent FLY", "acme.intents:1:8: no command is called FLY"),
        ("# fine\n\nfly", "acme.intents:3:1: expected"),
        ("intent SHOW_TASKS\n  say <pace> round", "acme.intents:2:"),
    ])
    func mistakesNameLineAndColumn(_ words: String, _ place: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            _ = try conversation("acme", words)
            Issue.record("the mistake went unseen")
        } catch let error as ServiceError {
            #expect(error.message.contains(place), "\(error.message)")
        }
    }
}
