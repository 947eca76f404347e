import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// A phrase no sentence reads is asked about where it is likely what it means, and left alone where it is not.
struct ProposalTests {
    /// What is written, and the words the question must show.
    static let asked: [(String, CommandType, [String])] = [
        ("telegraph an email to Laura Martinez about pricing", .draftEmail, ["Laura Martinez", "telegraph"]),
        ("log a gorgeous call with Daniel Kim", .logCall, ["Daniel Kim", "gorgeous"]),
    ]

    @Test(arguments: asked)
    func whatWritesIsAskedAbout(_ phrase: String, _ command: CommandType, _ words: [String]) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == command && action.status == .confirm, "\(action.json.compact)")
        #expect(words.allSatisfy { action.question?.contains($0) == true }, "\(action.json.compact)")
        #expect(action.confidence < 0.8 && action.command != nil)
    }

    @Test(arguments: ["scrumptiously delete Helen Marsh", "kindest undo of the undoable"])
    func whatDestroysIsToBeSaidInSoManyWords(_ phrase: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.command == nil && [.clarify, .unknown].contains(action.status), "\(action.json.compact)")
    }

    @Test(arguments: [
        "gorgeous purple call with Daniel Kim", "add milk to my shopping list", "how many people live in oslo",
        "gorgeous not a purple call with Daniel Kim",
    ])
    func nothingIsProposed(_ phrase: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.command == nil, "\(action.json.compact)")
    }

    /// What is neither known nor about the CRM leans to nothing, whoever is named in it.
    @Test func otherTradesAreLeftAlone() throws {
        let reader = try Larkspur.reader()
        let read = Corpus.elsewhere.filter { reader.read($0, in: Larkspur.context())[0].commandType != .unknown }
        #expect(Double(read.count) <= 0.12 * Double(Corpus.elsewhere.count), "\(read)")
    }
}
