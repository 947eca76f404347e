import Testing

@testable import HarkLearning

struct EvaluationTests {
    private func evaluation(_ dataset: Dataset, _ split: Split = .stratified(folds: 3)) throws -> Evaluation {
        var generator = SeededGenerator(seed: 11)
        return try Evaluation(of: dataset, split: split, settings: Samples.quick, using: &generator)
    }

    @Test func signalIsFound() throws {
        let evaluation = try evaluation(Samples.mixed(rows: 900, seed: 1))
        #expect(evaluation.verdict == .signal)
        #expect(evaluation.mean.auc > 0.75)
        #expect(evaluation.folds.count == 3)
        #expect(evaluation.findings.isEmpty)
        #expect(evaluation.forecasts.allSatisfy { $0 != nil })
    }

    @Test(arguments: 1...3)
    func randomOutcomesAreNoSignal(_ seed: UInt64) throws {
        let evaluation = try evaluation(Samples.noise(rows: 900, seed: seed))
        #expect(evaluation.verdict == .noSignal)
        #expect(abs(evaluation.mean.auc - 0.5) < 0.07)
        #expect(evaluation.mean.logLoss < 0.72)
    }

    @Test func leaksAreNamed() throws {
        let dataset = try Samples.mixed(rows: 900, seed: 1)
        var table = dataset.table
        try table.append(
            Column("afterwards", categories: dataset.outcomes.enumerated().map { $1 == ($0 % 50 > 0) ? "won" : "lost" })
        )
        let evaluation = try evaluation(Dataset(table, outcomes: dataset.outcomes))
        guard case .leakSuspected(let suspects) = evaluation.verdict else {
            Issue.record("\(evaluation.verdict)")
            return
        }
        #expect(suspects.map(\.column) == ["afterwards"])
        #expect(suspects[0].aucAlone > 0.95)
        #expect(suspects[0].aucWithout < 0.9)
    }

    @Test func sixRowsTwentyTimesSayNothing() throws {
        let six = Column("a", numbers: (0..<120).map { Double($0 % 6) })
        let constant = Column("b", categories: Array(repeating: "x", count: 120))
        let evaluation = try evaluation(
            Dataset(Table([six, constant]), outcomes: (0..<120).map { $0 % 6 < 3 }), .given((0..<120).map { $0 / 24 }))
        #expect(evaluation.verdict == .tooFewDifferentRows(6))
        #expect(
            evaluation.findings == [
                .constantColumns(["b"]), .repeatedRows(distinct: 6, rows: 120), .testedRowsSeenInTraining(120),
            ])
    }

    @Test func stratifiedFoldsKeepCopiesTogether() throws {
        let column = Column("a", numbers: (0..<400).map { Double($0 / 4) })
        let evaluation = try evaluation(Dataset(Table([column]), outcomes: (0..<400).map { $0 / 4 % 2 == 0 }))
        #expect(!evaluation.findings.contains { if case .testedRowsSeenInTraining = $0 { true } else { false } })
        #expect(evaluation.findings == [.repeatedRows(distinct: 100, rows: 400)])
    }

    @Test func stratifiedFoldsShareBothClasses() throws {
        let evaluation = try evaluation(Samples.mixed(rows: 301, seed: 4))
        let positives = evaluation.folds.map(\.positives)
        #expect((positives.max() ?? 0) - (positives.min() ?? 0) <= 1)
        #expect(evaluation.mean.rows == 301)
    }

    @Test func newestRowsAreTested() throws {
        let dataset = try Samples.mixed(rows: 500, seed: 6)
        let times = (0..<500).map { $0 < 10 ? Double.nan : Double($0 % 100) }
        let evaluation = try evaluation(dataset, .newest(times: times))
        let tested = evaluation.forecasts.indices.filter { evaluation.forecasts[$0] != nil }
        #expect(tested == times.indices.filter { times[$0] >= 80 })
        #expect(evaluation.folds.count == 1)
    }

    static let refused: [(split: Split, error: LearningError)] = [
        (.given([1]), .lengthMismatch(name: "folds", expected: 60, found: 1)),
        (.given(Array(repeating: 0, count: 60)), .invalidSplit(reason: "there is one fold only")),
        (.stratified(folds: 1), .invalidSplit(reason: "there must be at least 2 folds")),
        (.newest(times: []), .lengthMismatch(name: "times", expected: 60, found: 0)),
        (.newest(times: Array(repeating: .nan, count: 60)), .invalidSplit(reason: "too few rows have a time")),
        (
            .newest(times: Array(repeating: 1, count: 60)),
            .invalidSplit(reason: "nothing is left to learn from")
        ),
        (
            .newest(times: Array(repeating: 1, count: 60), share: 1),
            .invalidSplit(reason: "the share must be between 0 and 1")
        ),
    ]

    @Test(arguments: refused)
    func splitsThatCannotBeAreRefused(_ split: Split, _ error: LearningError) throws {
        let dataset = try Samples.mixed(rows: 60, seed: 2)
        #expect(throws: error) { try evaluation(dataset, split) }
    }

    @Test func partsWithOneClassAreLeftOut() throws {
        let dataset = try Samples.mixed(rows: 300, seed: 2)
        let order = dataset.outcomes.indices.sorted { !dataset.outcomes[$0] && dataset.outcomes[$1] }
        let sorted = try dataset.selecting(order)
        let evaluation = try evaluation(sorted, .given((0..<300).map { $0 < 30 ? 0 : 1 + $0 % 2 }))
        #expect(evaluation.folds.count == 2)
        #expect(evaluation.findings == [.partsWithOneClassOnly(1)])
    }
}
