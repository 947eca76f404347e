import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// A phrase with one word that means nothing here is asked about; more than that, or what destroys, is unknown.
struct ProposalTests {
    static let asked: [(String, CommandType, String)] = [
        ("telegraph an email to Laura Martinez about pricing", .draftEmail, "telegraph"),
        ("log a gorgeous call with Daniel Kim", .logCall, "gorgeous"),
    ]

    @Test(arguments: asked)
    func oneStrangeWordIsAskedAbout(_ phrase: String, _ command: CommandType, _ word: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == command && action.status == .confirm, "\(action.json.compact)")
        #expect(action.question == "“\(word)” was not understood. Do the rest all the same?")
        #expect(action.confidence < 0.5)
    }

    @Test(arguments: [
        "scrumptiously delete Helen Marsh", "gorgeous purple call with Daniel Kim", "add milk to my shopping list",
        "how many people live in oslo",
    ])
    func nothingIsProposed(_ phrase: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.status != .ready && action.question?.contains("was not understood") != true)
    }
}
