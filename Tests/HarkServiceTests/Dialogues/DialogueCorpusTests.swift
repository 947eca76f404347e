import Foundation
import LanguageCorpora
import Testing

/// Conversations people had, line by line, through the real service on the sample data.
///
/// `HARK_DIALOGUES=planning` runs the conversations whose file or title has that in it, and prints every line of them;
/// `HARK_FIGURES=1` prints the figures and failures of all.
@Suite struct DialogueCorpusTests {
    /// What is reached today by the conversations of one person, less a little; to be raised as mends come.
    struct Floor {
        /// The share of lines understood as meant or asked about well.
        var right: Double
        /// Lines after which the database holds what nobody meant.
        var wrongWrites: Int

        static let bySet = [
            "first": Floor(right: 0.80, wrongWrites: 3),
            "second": Floor(right: 0.82, wrongWrites: 7),
            // Written to be as hard as colleagues are on each other, and without seeing what the program answered.
            "third": Floor(right: 0.45, wrongWrites: 3),
            // What three people said to the program itself, who answered what it asked.
            "fifth": Floor(right: 0.66, wrongWrites: 3),
            // Three more, a state of the program later.
            "sixth": Floor(right: 0.67, wrongWrites: 9),
            // By somebody else still; nothing is mended from it, so that it tells what a stranger meets.
            "fourth": Floor(right: 0.40, wrongWrites: 4),
        ]
    }

    private static let environment = ProcessInfo.processInfo.environment

    @Test func conversationsAreUnderstood() async throws {
        let wanted = Self.environment["HARK_DIALOGUES"]
        let dialogues = try DialogueFile.all().filter { dialogue in
            wanted.map { "\(dialogue.file): \(dialogue.title)".contains($0) } ?? true
        }
        try #require(!dialogues.isEmpty)
        let office = try SampleOffice()
        defer { office.close() }
        var totals: [String: DialogueTally] = [:]
        for (dialogue, outcomes) in zip(dialogues, try await outcomes(of: dialogues, in: office)) {
            let tally = DialogueTally(outcomes)
            totals[dialogue.set, default: DialogueTally()] += tally
            if wanted != nil || Self.environment["HARK_FIGURES"] != nil {
                print("\(dialogue.file): \(dialogue.title): \(tally)")
                for outcome in outcomes where wanted != nil || outcome.grade == .wrong { print(outcome.report) }
            }
        }
        for (set, total) in totals.sorted(by: { $0.key < $1.key }) {
            print("\(set): \(total), calibration error \(Calibration.error(of: total.claims))")
            let bins = Calibration.bins(of: total.claims).map { bin in
                "\(Int((bin.claimed * 100).rounded())) → \(Int((bin.right * 100).rounded())) % of \(bin.count)"
            }
            if Self.environment["HARK_FIGURES"] != nil { print("  claimed → right: \(bins.joined(separator: ", "))") }
        }
        guard wanted == nil else { return }
        #expect(Set(totals.keys) == Set(Floor.bySet.keys))
        for (set, floor) in Floor.bySet {
            let total = try #require(totals[set])
            #expect(total.understood >= floor.right, "\(set): \(total)")
            #expect(total.wrongWrites <= floor.wrongWrites, "\(set): \(total)")
        }
    }

    /// What became of each conversation's lines; the conversations are held side by side.
    private func outcomes(of dialogues: [Dialogue], in office: SampleOffice) async throws -> [[DialogueRun.Outcome]] {
        try await withThrowingTaskGroup(of: (Int, [DialogueRun.Outcome]).self) { group in
            for (index, dialogue) in dialogues.enumerated() {
                group.addTask {
                    try office.withSession(of: dialogue.user) {
                        (index, try DialogueRun.outcomes(of: dialogue, in: $0))
                    }
                }
            }
            var all = Array(repeating: [DialogueRun.Outcome](), count: dialogues.count)
            for try await (index, outcomes) in group { all[index] = outcomes }
            return all
        }
    }
}

/// How many lines went which way.
struct DialogueTally: CustomStringConvertible {
    private(set) var lines = 0
    private(set) var right = 0
    private(set) var askedWell = 0
    private(set) var wrongWrites = 0
    /// How sure what was understood is, and whether it was meant.
    private(set) var claims: [Calibration.Sample] = []

    init(_ outcomes: [DialogueRun.Outcome] = []) {
        lines = outcomes.count
        right = outcomes.count { $0.grade == .right }
        askedWell = outcomes.count { $0.grade == .askedWell }
        wrongWrites = outcomes.count { $0.isWrongWrite }
        claims = outcomes.compactMap(\.claim)
    }

    /// The share of lines understood as meant or asked about well, `0...1`.
    var understood: Double { Double(right + askedWell) / Double(max(1, lines)) }

    var description: String {
        "\(lines) lines, \(right) right, \(askedWell) asked well, \(lines - right - askedWell) wrong, "
            + "\(wrongWrites) wrong writes"
    }

    static func += (tally: inout DialogueTally, other: DialogueTally) {
        tally.lines += other.lines
        tally.right += other.right
        tally.askedWell += other.askedWell
        tally.wrongWrites += other.wrongWrites
        tally.claims += other.claims
    }
}

extension DialogueRun.Outcome {
    /// Where it stands, what was said, what was meant and what came of it.
    var report: String {
        let word =
            switch grade {
            case .right: "right"
            case .askedWell: "asked well"
            case .wrong: isWrongWrite ? "WROTE" : "wrong"
            }
        let meant = grade == .wrong ? "\n      meant \(turn.claim.text)" : ""
        return "  \(dialogue.file).dialogue:\(turn.line) \(word): \(turn.phrase)\(meant)\n      found \(found)"
    }
}
