import Testing

@testable import HarkLearning

/// Data that could break training, and what comes of each.
struct HardDataTests {
    private func half(_ rows: Int) -> [Bool] { (0..<rows).map { $0 % 2 == 0 } }

    @Test func oneRowIsRefused() throws {
        let dataset = try Dataset(Table([Column("a", numbers: [1])]), outcomes: [true])
        #expect(throws: LearningError.oneClassOnly) { try Samples.model(dataset) }
    }

    @Test(arguments: [true, false])
    func oneClassIsRefused(_ outcome: Bool) throws {
        let table = try Samples.mixed(rows: 50, seed: 1).table
        let dataset = try Dataset(table, outcomes: Array(repeating: outcome, count: 50))
        #expect(throws: LearningError.oneClassOnly) { try Samples.model(dataset) }
        var generator = SeededGenerator(seed: 1)
        #expect(throws: LearningError.oneClassOnly) { try Evaluation(of: dataset, using: &generator) }
    }

    @Test func fewRowsOfAClassAreRefused() throws {
        let table = try Samples.mixed(rows: 50, seed: 1).table
        let dataset = try Dataset(table, outcomes: (0..<50).map { $0 < 4 })
        #expect(throws: LearningError.tooFewRows(positives: 4, negatives: 46, needed: 5)) {
            try Samples.model(dataset)
        }
    }

    @Test func tenRowsAreEnough() throws {
        let dataset = try Dataset(Table([Column("a", numbers: (0..<10).map(Double.init))]), outcomes: half(10))
        let model = try Samples.model(dataset)
        #expect(try model.probabilities(of: dataset.table).allSatisfy { $0 > 0 && $0 < 1 })
    }

    static let emptyColumns: [Column] = [
        Column("a", numbers: Array(repeating: 7, count: 60)),
        Column("a", numbers: Array(repeating: .nan, count: 60)),
        Column("a", categories: Array(repeating: "x", count: 60)),
        Column("a", categories: Array(repeating: nil, count: 60)),
    ]

    @Test(arguments: emptyColumns)
    func columnsThatSayNothingGiveTheBaseRate(_ column: Column) throws {
        let dataset = try Dataset(Table([column]), outcomes: (0..<60).map { $0 % 3 == 0 })
        let model = try Samples.model(dataset)
        #expect(model.terms.isEmpty)
        #expect(model.constantColumns == ["a"])
        #expect(model.metrics.auc == 0.5)
        #expect(try model.probabilities(of: dataset.table).allSatisfy { abs($0 - 1.0 / 3) < 0.01 })
        #expect(model.explanation(of: [:]).contributions.isEmpty)
    }

    @Test func missingOrNotIsASignal() throws {
        let dataset = try Dataset(
            Table([Column("a", numbers: (0..<200).map { $0 % 2 == 0 ? .nan : Double($0) })]), outcomes: half(200))
        let model = try Samples.model(dataset)
        #expect(model.metrics.auc == 1)
        #expect(model.probability(of: [:]) > 0.9)
        #expect(model.probability(of: ["a": .number(55)]) < 0.1)
    }

    @Test func infinitiesAreTheFarthestBins() throws {
        let numbers = (0..<300).map { [-Double.infinity, 0, .infinity][$0 % 3] }
        let dataset = try Dataset(Table([Column("a", numbers: numbers)]), outcomes: numbers.map { $0 == .infinity })
        let model = try Samples.model(dataset)
        #expect(model.metrics.auc == 1)
        #expect(model.probability(of: ["a": .number(.infinity)]) > 0.9)
        #expect(model.probability(of: ["a": .number(-.infinity)]) < 0.1)
    }

    @Test func tenThousandCategoriesAreNoSignal() throws {
        var generator = SeededGenerator(seed: 12)
        let dataset = try Dataset(
            Table([Column("id", categories: (0..<10_000).map { "id \($0)" })]),
            outcomes: (0..<10_000).map { _ in Bool.random(using: &generator) })
        let evaluation = try Evaluation(
            of: dataset, split: .stratified(folds: 2), settings: Samples.quick, using: &generator)
        #expect(evaluation.verdict == .noSignal)
    }

    @Test func settingsOutOfRangeAreNamed() throws {
        let dataset = try Samples.mixed(rows: 50, seed: 1)
        let broken: [(WritableKeyPath<BoostingSettings, Double>, Double, String)] = [
            (\.learningRate, 0, "learningRate"), (\.shrinkage, -1, "shrinkage"), (\.smoothing, .nan, "smoothing"),
            (\.leafWeight, .infinity, "leafWeight"),
        ]
        for (path, value, name) in broken {
            var settings = BoostingSettings()
            settings[keyPath: path] = value
            let error = #expect(throws: LearningError.self) { try Samples.model(dataset, settings: settings) }
            guard case .invalidSetting(name, _) = error else {
                Issue.record("\(String(describing: error)) does not name \(name)")
                continue
            }
        }
    }

    @Test func monotoneColumnsMustBeNumbers() throws {
        let dataset = try Samples.mixed(rows: 50, seed: 1)
        var settings = Samples.quick
        settings.monotone = ["place": .increasing]
        #expect(throws: LearningError.wrongKind(column: "place")) { try Samples.model(dataset, settings: settings) }
        settings.monotone = ["absent": .increasing]
        #expect(throws: LearningError.missingColumn("absent")) { try Samples.model(dataset, settings: settings) }
    }
}
