import Foundation
import HarkTestSupport
import Testing

/// What a sceptic tries on the sample data, with the program itself.
@Suite(.serialized)
struct SampleInsightTests {
    /// The sample tenant, learned from; made once.
    private static let sample: Result<Program, any Error> = Result {
        let program = try Program()
        for arguments in [["init", "--tenant", "larkspur"], ["import", "sample-data/larkspur"]] {
            let outcome = try program.run(arguments + ["--now", "2026-07-01T09:00"])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        return program
    }

    struct Advice: Decodable {
        let play: String
        let record: String
        let phrase: String
        let reason: String
    }

    /// Whatever Hark advises, it can do: each kind of advice is a phrase that is read as a command.
    @Test func adviceIsAPhraseThatIsRead() throws {
        let program = try SampleInsightTests.sample.get()
        let now = ["--now", "2026-07-01T09:00"]
        let listed = try program.run(["next", "--everybody", "--limit", "2000", "--json"] + now)
        let advice = try listed.output.split(separator: "\n").map {
            try JSONDecoder().decode(Advice.self, from: Data($0.utf8))
        }
        var examples: [String: Advice] = [:]
        for one in advice { examples[one.play] = examples[one.play] ?? one }
        #expect(examples.count >= 15, "\(examples.keys.sorted())")
        for one in examples.values {
            #expect(!one.reason.contains("{") && one.phrase.contains(one.record) || one.play == "escalate-ticket")
            let outcome = try program.run(["say", one.phrase, "--json"] + now)
            let isRead =
                outcome.output.contains("\"status\":\"ready\"") || outcome.output.contains("\"status\":\"confirm\"")
            #expect(isRead, "\(one.play): \(one.phrase) \(outcome.output)")
        }
    }

    /// What each feature adds, asked once.
    private static let shapes: Result<[Model.Shape], any Error> = Result {
        try ask(["model", "lead"], as: Model.self).shapes
    }

    /// What is read of a score.
    struct Score: Decodable {
        struct Part: Decodable {
            let feature: String
            let reason: String
            let log_odds: Double
        }

        let score: Double
        let priority: String
        let intercept: Double
        let log_odds: Double
        let contributions: [Part]

        /// Added up as anybody would.
        var sum: Double { contributions.reduce(intercept) { $0 + $1.log_odds } }
    }

    struct Change: Decodable {
        let before: Score
        let after: Score
    }

    /// What is read of a model.
    struct Model: Decodable {
        struct Shape: Decodable {
            let feature: String
            let steps: [Step]
        }

        struct Step: Decodable {
            let label: String
            let from: Double?
            let below: Double?
            let log_odds: Double

            /// Whether the step is the one of a value.
            func holds(_ value: String) -> Bool {
                guard let number = Double(value) else { return label == (value.isEmpty ? "unknown" : value) }
                guard from != nil || below != nil else { return false }
                return from.map { number >= $0 } != false && below.map { number < $0 } != false
            }
        }

        struct Drift: Decodable {
            let feature: String
            let index: Double
            let verdict: String
        }

        let shapes: [Shape]
        let drift: [Drift]
    }

    private static func ask<Answer: Decodable>(_ arguments: [String], as kind: Answer.Type) throws -> Answer {
        let outcome = try sample.get().run(arguments + ["--json", "--now", "2026-07-01T09:00"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(kind, from: Data(outcome.output.utf8))
    }

    /// Any lead, a field, and the value it is changed to.
    static let changes: [(lead: Int, field: String, value: String)] = [
        (5, "source", "Cold list"), (77, "source", "Referral"), (310, "source", ""), (640, "industry", "Healthcare"),
        (991, "engagement_score", "3"), (1_100, "engagement_score", "96"), (12, "pages_visited", "14"),
        (845, "company_size", "400"),
    ]

    @Test(arguments: changes)
    func aChangedFieldMovesItsPartsAsTheShapeSays(_ change: (lead: Int, field: String, value: String)) throws {
        let shapes = try Self.shapes.get()
        let steps = try #require(shapes.first { $0.feature == change.field }).steps
        let step = try #require(steps.first { $0.holds(change.value) })
        let answer = try Self.ask(
            ["explain", "lead:\(change.lead)", "--what-if", "\(change.field)=\(change.value)"], as: Change.self)
        #expect(answer.before.sum == answer.before.log_odds && answer.after.sum == answer.after.log_odds)
        #expect(answer.before.contributions.map(\.feature) == answer.after.contributions.map(\.feature))
        for (old, new) in zip(answer.before.contributions, answer.after.contributions) {
            let columns = new.feature.components(separatedBy: " × ")
            if new.feature == change.field {
                #expect(new.log_odds == step.log_odds)
            } else if !columns.contains(change.field), new.feature != "calibration",
                !new.feature.hasSuffix("in combination")
            {
                #expect(new.log_odds == old.log_odds, "\(new.feature)")
            }
        }
    }

    @Test func anUnchangedTenantIsCalm() throws {
        let drift = try Self.ask(["model", "churn"], as: Model.self).drift
        #expect(drift.count > 15 && drift.allSatisfy { $0.verdict != "drifted" }, "\(drift.prefix(3))")
        let loud = drift.filter { $0.verdict != "calm" }
        #expect(loud.count <= 3, "\(loud)")
    }

    /// The same words about the same lead, once keen and once cool.
    @Test func anUrgentMessageComesFirst() throws {
        let program = try Self.sample.get()
        let keen =
            "We are replacing our current tool and would like to begin before quarter end. "
            + "Could you send pricing for 40 seats and book a demo?"
        let cool = "Just browsing for a student project, no budget at the moment. Please remove me from the newsletter."
        let table =
            "person,company,source,email,engagement_score,pages_visited,created_at,message\n"
            + "Kim Keen,Twin Keen,Website,keen@twin.test,50,5,2026-06-29,\"\(keen)\"\n"
            + "Carl Cool,Twin Cool,Website,cool@twin.test,50,5,2026-06-29,\"\(cool)\"\n"
        let path = try program.write(table, to: "twins.csv")
        for arguments in [["import", path, "--kind", "leads", "--no-train"], ["score"]] {
            let outcome = try program.run(arguments + ["--now", "2026-07-01T09:00"])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let (keenest, coolest) = try (
            Self.ask(["explain", "Twin Keen"], as: Score.self), Self.ask(["explain", "Twin Cool"], as: Score.self)
        )
        #expect(keenest.sum == keenest.log_odds && coolest.sum == coolest.log_odds)
        #expect(keenest.score > coolest.score + 10 && keenest.priority == "Medium" && coolest.priority == "Low")
        let reasons = [keenest, coolest].map { score in
            score.contributions.first { $0.feature == "words" }?.reason ?? ""
        }
        #expect(reasons[0].contains(#""replacing""#) && reasons[1].contains(#""budget""#), "\(reasons)")
    }
}
