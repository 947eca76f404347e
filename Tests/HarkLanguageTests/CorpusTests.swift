import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

struct CorpusTests {
    static let phrases = Corpus.all.flatMap { meaning in meaning.wordings.map { ($0, meaning) } }

    @Test(arguments: phrases)
    func understands(_ phrase: String, _ meaning: Corpus.Meaning) throws {
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.count == 1)
        #expect(actions[0].commandType == meaning.command)
        #expect(actions[0].status == meaning.status)
        #expect(actions[0].entities.compact == meaning.entities)
        #expect(actions[0].confidence > 0.5)
        #expect((actions[0].command != nil) == (meaning.status == .ready || meaning.status == .confirm))
    }

    @Test(arguments: Corpus.foreign)
    func leavesTheRestOfTheWorldAlone(_ phrase: String) throws {
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.allSatisfy { $0.command == nil })
        #expect(actions.contains { $0.status == .unknown || $0.status == .clarify })
        #expect(actions[0].commandType != .unknown || actions[0].alternatives.count == 3)
    }

    @Test func mostOfTheRestOfTheWorldIsUnknown() throws {
        let reader = try Larkspur.reader()
        let context = Larkspur.context()
        let unknown = Corpus.foreign.filter { reader.read($0, in: context)[0].commandType == .unknown }
        #expect(Double(unknown.count) >= 0.95 * Double(Corpus.foreign.count))
    }

    @Test func everyHelpSentenceIsUnderstoodAsItsCommand() throws {
        let reader = try Larkspur.reader()
        #expect(Set(reader.help.map(\.commandType)) == Set(CommandType.allCases).subtracting([.unknown]))
        for entry in reader.help {
            #expect(!entry.group.isEmpty && !entry.samples.isEmpty)
            for sample in entry.samples {
                #expect(reader.read(sample, in: Larkspur.context())[0].commandType == entry.commandType, "\(sample)")
            }
        }
    }

    // MARK: Noise that must change nothing

    @Test(arguments: Corpus.all.filter { ![.confirm, .reject, .cancel].contains($0.command) })
    func fillersChangeNothing(_ meaning: Corpus.Meaning) throws {
        let reader = try Larkspur.reader()
        for phrase in meaning.wordings.prefix(3) {
            for noisy in ["um could you please \(phrase)", "hey, \(phrase)", "  \(phrase)"] {
                let action = reader.read(noisy, in: Larkspur.context())[0]
                #expect(action.commandType == meaning.command, "\(noisy)")
                #expect(action.entities.compact == meaning.entities, "\(noisy)")
            }
        }
    }

    @Test(arguments: Corpus.all)
    func lowerCaseChangesNothingButNewNames(_ meaning: Corpus.Meaning) throws {
        let reader = try Larkspur.reader()
        for phrase in meaning.wordings {
            let action = reader.read(phrase.lowercased(), in: Larkspur.context())[0]
            #expect(action.commandType == meaning.command, "\(phrase)")
            #expect(action.status == meaning.status, "\(phrase)")
            #expect(action.entities.compact.lowercased() == meaning.entities.lowercased(), "\(phrase)")
        }
    }
}
