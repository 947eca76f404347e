import HarkCore
import Testing

@testable import HarkLifecycle

struct UpliftTests {
    /// Newcombe 1998, table II, method 10, where both groups are large enough; the rest by the same formula.
    @Test(arguments: [
        ((56, 70), (48, 80), (0.2, 0.0524, 0.3339)), ((0, 30), (0, 30), (0, -0.1135, 0.1135)),
        ((30, 30), (0, 30), (1, 0.8395, 1)),
    ]) func intervalsAreNewcombes(_ treated: (Int, Int), _ held: (Int, Int), _ expected: (Double, Double, Double))
        throws
    {
        let uplift = try #require(
            Uplift(
                treated: Proportion(reached: treated.0, of: treated.1),
                heldBack: Proportion(reached: held.0, of: held.1)))
        #expect(abs(uplift.difference - expected.0) < 1e-9)
        #expect(abs(uplift.low - expected.1) < 5e-4 && abs(uplift.high - expected.2) < 5e-4, "\(uplift)")
        #expect(uplift.isShown == (expected.1 > 0 || expected.2 < 0))
    }

    @Test(arguments: [(19, 500), (500, 19), (0, 0)]) func tooFewSayNothing(_ treated: Int, _ held: Int) {
        #expect(Uplift(treated: Proportion(of: treated), heldBack: Proportion(of: held)) == nil)
    }

    private static let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)

    struct Row: Sendable {
        let aim: PlayAim
        var happens: (Event.Kind, Int)?
        var answers: Int?
        var ends: (isWon: Bool, days: Int)?
        let isReached: Bool
    }

    static let rows: [Row] = [
        Row(aim: .won, happens: (.won, 5), isReached: true), Row(aim: .won, happens: (.won, 31), isReached: false),
        Row(aim: .won, happens: (.won, -1), isReached: false), Row(aim: .won, ends: (true, 3), isReached: true),
        Row(aim: .won, ends: (false, 3), isReached: false), Row(aim: .decided, ends: (false, 3), isReached: true),
        Row(aim: .replied, answers: 2, isReached: true), Row(aim: .replied, answers: -2, isReached: false),
        Row(aim: .replied, happens: (.emailReplied, 9), isReached: true),
        Row(aim: .renewed, happens: (.renewal, 30), isReached: true), Row(aim: .renewed, isReached: false),
        Row(aim: .stayed, isReached: true), Row(aim: .stayed, happens: (.churned, 4), isReached: false),
        Row(aim: .stayed, ends: (false, 4), isReached: false), Row(aim: .stayed, ends: (false, 40), isReached: true),
        Row(aim: .returned, happens: (.wonBack, 4), isReached: true),
        Row(aim: .upgraded, happens: (.upgrade, 4), isReached: true),
        Row(aim: .referred, happens: (.referral, 4), isReached: true),
    ]

    @Test(arguments: rows) func aimsAreWhatHappensWithinTheirTime(_ row: Row) {
        let subject = RecordReference(.lead, 1)
        let events = row.happens.map { [Event(subject: subject, kind: $0.0, at: Self.now.adding(days: $0.1))] } ?? []
        let messages = row.answers.map {
            [Message(subject: subject, channel: "email", body: "Yes", at: Self.now.adding(days: $0))]
        }
        let end = row.ends.map { Self.now.adding(days: $0.days) }
        let track = PlayTrack(
            events: events, messages: messages ?? [], wonAt: row.ends?.isWon == true ? end : nil,
            lostAt: row.ends?.isWon == false ? end : nil)
        #expect(row.aim.isReached(track, from: Self.now, withinDays: 30) == row.isReached)
    }

    @Test func chanceIsKeptAndFair() {
        let trial = PlayTrial(holdBack: 0.1, seed: 7, since: Self.now)
        let more = PlayTrial(holdBack: 0.3, seed: 7, since: Self.now)
        let records = (1...4_000).map { RecordReference($0.isMultiple(of: 2) ? .lead : .customer, $0) }
        for play in ["reply", "call-back"] {
            let held = records.filter { trial.holdsBack(play, from: $0) }
            #expect((320...480).contains(held.count), "\(held.count)")
            #expect(held.allSatisfy { more.holdsBack(play, from: $0) }, "a larger share holds back the same and more")
        }
        let pairs = records.count { trial.holdsBack("reply", from: $0) && trial.holdsBack("call-back", from: $0) }
        #expect(pairs < 90, "plays are held back independently")
    }

    @Test(arguments: [
        (PlayAnswer.Kind.done, 0, true), (.done, 29, true), (.done, 30, false), (.later, 4, true), (.later, 5, false),
        (.notRelevant, 900, true), (.again, 0, false),
    ]) func answersRestForTheirTime(_ kind: PlayAnswer.Kind, _ days: Int, _ rests: Bool) {
        let answer = PlayAnswer(
            RecordReference(.lead, 1), play: "reply", kind, until: kind == .later ? Self.now.date.adding(days: 5) : nil,
            by: "Ada", at: Self.now)
        #expect(answer.rests(on: Self.now.date.adding(days: days), horizonDays: 30) == rests)
    }

    @Test(arguments: [
        ("aim", "no aim is called ''"), ("aim rich within 9 days", "no aim is called 'rich'"),
        ("aim won soon", "expected 'aim won within 90 days'"), ("aim won within 0 days", "expected 'aim won"),
    ])
    func aimsAreRead(_ line: String, _ message: String) {
        do throws(PlayFileError) {
            _ = try PlayBook("play a: b\n  \(line)")
            Issue.record("the mistake went unseen")
        } catch { #expect(error.description.hasPrefix("2: \(message)"), "\(error)") }
    }
}
