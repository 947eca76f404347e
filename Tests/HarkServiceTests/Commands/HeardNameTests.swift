import HarkCore
import HarkLanguage
import Testing

@testable import HarkService

/// Names that are said otherwise than they are spelled.
struct HeardNameTests {
    private let office: Office
    private let siobhan: NamedRecord

    init() throws {
        office = try Office()
        for name in ["Siobhan Keane", "Helen Marsh", "Shane Devlin"] {
            _ = try office.admin.run(.createContact(NewContact(person: name)))
        }
        siobhan = try #require(try office.admin.search("Siobhan").first)
    }

    private func linked(_ phrase: String, in conversation: inout Conversation) throws -> NamedRecord? {
        try conversation.read(phrase).first?.first?.links.first?.record
    }

    @Test func aTaughtNameIsFoundAndForgotten() throws {
        var conversation = try Conversation(office.admin)
        #expect(try linked("call shivawn tomorrow at 9", in: &conversation) != siobhan)
        #expect(try office.admin.teach("Shivawn", for: siobhan).changed)
        conversation = try Conversation(office.admin)
        #expect(try linked("call shivawn tomorrow at 9", in: &conversation)?.name == "Siobhan Keane")
        let known = try #require(try office.admin.heardNames().first)
        #expect(known.words == "shivawn" && known.record.name == "Siobhan Keane" && known.by == "Ada Admin")
        try office.admin.forgetHeardName(known.id)
        #expect(try office.admin.heardNames().isEmpty)
        #expect(throws: ServiceError.self) { try office.admin.forgetHeardName(known.id) }
    }

    @Test(arguments: ["", "   ", "12", "one two three four five six seven"])
    func whatCannotBeANameIsRefused(_ words: String) throws {
        #expect(throws: ServiceError.self) { try office.admin.teach(words, for: siobhan) }
    }

    @Test func otherTenantsAndViewersLearnNothing() throws {
        _ = try office.admin.teach("shivawn", for: siobhan)
        _ = try office.service.createTenant(
            slug: "other", name: "Other", admin: .init(name: "Otto", email: "otto@other.test"), at: Office.noon)
        let other = try office.service.session(tenant: "other", user: nil, channel: .commandLine)
        #expect(try other.heardNames().isEmpty)
        let viewer = try office.session(.viewer)
        #expect(throws: ServiceError.self) { try viewer.teach("shiv", for: siobhan) }
        #expect(throws: ServiceError.self) { try viewer.forgetHeardName(1) }
    }

    @Test func undoTakesATaughtNameBack() throws {
        _ = try office.admin.teach("shivawn", for: siobhan)
        _ = try office.admin.run(.undo(count: 1))
        #expect(try office.admin.heardNames().isEmpty)
    }
}
