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

    /// Own commands whose values are fixed, and what they become.
    static let fixed: [(String, String)] = [
        ("morning round", #"{"range":{"from":"2026-03-03T00:00","until":"2026-03-04T00:00"},"owner":"Ada"}"#),
        ("show me the big fish", #"{"type":"deal","filters":{"amount_gt":50000}}"#),
        ("big fish over 90k", #"{"type":"deal","filters":{"amount_gt":90000}}"#),
    ]

    @Test(arguments: fixed)
    func ownCommandsFixTheirValues(_ phrase: String, _ entities: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = """
            intent LIST_RECORDS
              set type = deal
              set amount_gt = 50000
              say [show] [me] [the] big fish [over {amount_gt:money}]
            intent SHOW_TASKS
              set range = today
              set owner = me
              say [my] morning round
            """
        var conversation = try conversation("acme", words)
        let action = try #require(try conversation.read(phrase).first?.first)
        #expect(action.entities.compact == entities)
        #expect(action.status == .ready)
    }

    @Test(arguments: [
        ("intent SHOW_TASKS\n  say [my morning", "acme.intents:2:18: expected"),
        ("intent FLY", "acme.intents:1:8: no command is called FLY"),
        ("# fine\n\nfly", "acme.intents:3:1: expected"),
        ("intent SHOW_TASKS\n  say <pace> round", "acme.intents:2:"),
        ("intent SHOW_TASKS\n  set pace = slow\n  say a round", "acme.intents:2:7: the command has no slot"),
        ("intent SHOW_TASKS\n  set range = slow\n  say a round", "acme.intents:2:7: when cannot be “slow”"),
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
