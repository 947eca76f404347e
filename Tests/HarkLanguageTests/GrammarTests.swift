import HarkCore
import Testing

@testable import HarkLanguage

struct GrammarTests {
    static let mistakes: [(String, Int, Int, GrammarError.Reason)] = [
        ("intent NOTHING", 1, 8, .unknownIntent("NOTHING")),
        ("intent HELP\n  say help [me", 2, 15, .expected("“]”")),
        ("intent HELP\n  say <who> is it", 2, 12, .unknownRule("who")),
        ("intent HELP\n  say help {topic:poem}", 2, 24, .unknownSlotType("poem")),
        ("intent HELP\n  say [help]", 2, 7, .matchesNothing),
        ("say help", 1, 1, .expected("intent before say")),
        ("rule help = me", 1, 6, .expected("<name>")),
        ("sing a song", 1, 1, .expected("group, values, skip, alike, rule, intent, help, set or say")),
        ("values stage\n  won", 2, 6, .expected("=")),
    ]

    @Test(arguments: mistakes)
    func namesThePlaceOfAMistake(_ text: String, _ line: Int, _ column: Int, _ reason: GrammarError.Reason) {
        let error = #expect(throws: GrammarError.self) {
            try Grammar(files: [GrammarFile(name: "x.intents", text: text)])
        }
        #expect(error == GrammarError(file: "x.intents", line: line, column: column, reason: reason))
    }

    @Test func theBuiltInTemplatesAreSound() throws {
        let grammar = try Grammar(files: GrammarFile.builtIn)
        #expect(grammar.templates.count > 150)
        for (index, template) in grammar.templates.enumerated() {
            #expect(!grammar.machine.isAccepting[template.states.lowerBound], "\(template.place)")
            let isBare = grammar.sieve.requirements[index].isEmpty
            #expect(!isBare || template.weight >= 0.9, "\(template.place) matches any words")
        }
    }
}
