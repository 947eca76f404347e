import Foundation
import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// The model of likely commands: what it must reach on phrases it was not trained on, and whether the file is fresh.
struct LeaningTests {
    private static let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/CLeaning/leaning.cues")

    /// The people whose talk is asked about and not learnt from.
    private static let heldOut = "everyday"

    /// Trained on what the templates were written with, it is asked about strangers' phrases and other trades.
    @Test func holdsTheBarOnPhrasesItHasNotSeen() throws {
        let reader = try Larkspur.reader()
        let foreign = Corpus.foreign + Corpus.elsewhere
        let model = LeaningTraining.model(
            PhraseRow.known + PhraseRow.everyday, talk: TalkLine.all.filter { $0.file != LeaningTests.heldOut },
            foreign: foreign, reader: reader)
        let leaning = Leaning(Array(model.utf8))
        let talk = TalkLine.all.filter { $0.file == LeaningTests.heldOut && $0.commands.count == 1 }
        let meant = talk.filter { line in
            let cues = reader.cues(of: line.phrase, after: line.before, in: Larkspur.context())
            return leaning.guesses(cues)[0].command == line.commands[0]
        }
        print("leaning: \(meant.count) of \(talk.count) lines of talk")
        let strangers = (PhraseRow.unseen + PhraseRow.latest).filter { $0.command != nil && $0.command != .unknown }
        let right = strangers.filter { row in
            leaning.guesses(reader.cues(of: row.phrase, in: Larkspur.context()))[0].command == row.command
        }
        let left = PhraseRow.foreign.filter { phrase in
            leaning.guesses(reader.cues(of: phrase, in: Larkspur.context()))[0].command == .unknown
        }
        print("leaning: \(right.count) of \(strangers.count), \(left.count) of \(PhraseRow.foreign.count) foreign")
        #expect(Double(right.count) >= 0.8 * Double(strangers.count))
        #expect(Double(left.count) >= 0.8 * Double(PhraseRow.foreign.count))
    }

    /// With `HARK_RECORD=1` the model is trained anew, and the test fails this once. A model that no longer knows
    /// what the corpora say is stale; the bytes may differ, as a few new phrases change little.
    @Test func theFileKnowsTheCorpora() throws {
        let reader = try Larkspur.reader()
        if ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" {
            let rows = PhraseRow.known + PhraseRow.everyday + PhraseRow.unseen
            let foreign = Corpus.foreign + Corpus.elsewhere + PhraseRow.foreign
            let model = LeaningTraining.model(rows, talk: TalkLine.all, foreign: foreign, reader: reader)
            try Data(model.utf8).write(to: LeaningTests.place)
            Issue.record("the model was trained anew: look at the difference")
        }
        let file = try Data(contentsOf: LeaningTests.place)
        let leaning = Leaning(Array(file))
        let rows = (PhraseRow.known + PhraseRow.everyday).filter { $0.command != nil }
        let right = rows.filter { row in
            leaning.guesses(reader.cues(of: row.phrase, in: Larkspur.context()))[0].command == row.command
        }
        #expect(Double(right.count) >= 0.96 * Double(rows.count))
        #expect(file.count <= 1_600_000)
    }
}
