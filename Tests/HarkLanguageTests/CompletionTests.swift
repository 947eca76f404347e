import HarkCore
import LanguageCorpora
import Testing

@testable import HarkLanguage

struct CompletionTests {
    /// What is typed, and what might follow.
    static let guesses: [(String, String)] = [
        ("sho", "w"),
        ("show my pip", "eline"),
        ("show hot le", "ad"),
        ("um show hot le", "ad"),
        ("move the deal to nego", "tiation"),
        ("remind me ", "that"),
        ("show leads from lin", "kedin"),
        ("call helen ma", "rsh"),
        ("delete Fjell", " Telecom"),
        ("book a meeting with wil", "son"),
        ("assign acme nordic to pet", "er Olsen"),
    ]

    /// What is complete, too short, or not about the CRM.
    static let silent = [
        "", " ", "s", "undo", "undo ", "buy 100 shares of ap", "note on it: the price is too hi", "show -",
    ]

    static let completer = Result {
        PhraseCompleter(try Larkspur.reader(), names: Larkspur.index, users: Larkspur.users)
    }

    @Test(arguments: guesses)
    func guessesHowAPhraseGoesOn(_ text: String, _ rest: String) throws {
        #expect(try CompletionTests.completer.get().completions(of: text, limit: 1).first?.rest == rest)
    }

    @Test(arguments: silent)
    func guessesNothing(_ text: String) throws {
        #expect(try CompletionTests.completer.get().completions(of: text, limit: 1).first?.rest ?? "" == "")
    }
}
