import HarkCore
import HarkPrediction
import Testing

struct ModelFileTests {
    static let leads = Histories.leads(160, open: 20, seed: 1)
    static let customers = Histories.customers(200, seed: 1)

    static func conversion() throws -> Predictor {
        try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 2, seed: 1, settings: TrainingTests.light)
    }

    @Test func aFileGivesTheSameScoresToTheLastBit() throws {
        let predictor = try Self.conversion()
        let read = try Predictor(json: predictor.json)
        #expect(read.json == predictor.json && read.summary == predictor.summary && read.name == "conversion v2")
        let scores = predictor.scores(Self.leads, now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(read.scores(Self.leads, now: Histories.now, cutoffs: PriorityCutoffs()) == scores)
        let churn = try Predictor.trained(
            onCustomers: Self.customers, now: Histories.now, version: 5, seed: 1, settings: TrainingTests.light)
        let churnRead = try Predictor(json: churn.json)
        #expect(
            churnRead.scores(Self.customers, now: Histories.now, churnCutoff: 0.4)
                == churn.scores(Self.customers, now: Histories.now, churnCutoff: 0.4))
    }

    @Test(arguments: Score.Target.allCases)
    func rulesAreAFileToo(target: Score.Target) throws {
        let read = try Predictor(json: Predictor.rules(for: target).json)
        #expect(read.target == target && !read.isLearned && read.name == "rules")
    }

    /// What is replaced in a good file by what, and how that is refused.
    static let damages: [(String, String, PredictionError?)] = [
        ("\"format\": 2,\n  \"target\"", "\"format\": 9,\n  \"target\"", .unsupportedFormat(9)),
        ("\"conversion\"", "\"weather\"", .damagedModel(reason: "the target is unknown")),
        ("\"conversion\"", "\"churn\"", nil),
        ("\"name\": \"source\"", "\"name\": \"sauce\"", .damagedModel(reason: "nothing is known of the feature sauce")),
        ("\"column\": \"source\"", "\"column\": \"sauce\"", nil),
        ("\"summary\"", "\"rummage\"", .damagedModel(reason: "summary is missing")),
        ("\"reading\": \"category\"", "\"reading\": \"number\"", nil),
        ("\"trainedAt\": \"2", "\"trainedAt\": \"x", .damagedModel(reason: "trainedAt is no date")),
        ("\"version\": 2", "\"version\": 2.5", .damagedModel(reason: "version is no whole number")),
        ("\"intercept\": ", "\"intercept\": \"\", \"was\": ", nil),
    ]

    @Test func aDamagedFileIsAnErrorNotACrash() throws {
        let good = try Self.conversion().json
        for (text, replacement, error) in Self.damages {
            let range = try #require(good.ranges(of: text).first, "\(text) is not in the file")
            let bad = good.replacingCharacters(in: range, with: replacement)
            let thrown = #expect(throws: PredictionError.self, "\(replacement)") { try Predictor(json: bad) }
            if let error { #expect(thrown == error) }
        }
    }

    @Test func aFileCutAnywhereIsAnError() throws {
        let good = try Self.conversion().json
        for part in 0..<20 {
            let cut = String(good.prefix(good.count * part / 20))
            #expect(throws: PredictionError.self) { try Predictor(json: cut) }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
