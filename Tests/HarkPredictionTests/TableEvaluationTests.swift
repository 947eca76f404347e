import HarkCore
import HarkLearning
import HarkPrediction
import Testing

struct TableEvaluationTests {
    /// Rows in which "size" and "kind" say something of the outcome, with an ID, a date, and a split by thirds.
    static func table(_ count: Int, seed: UInt64 = 1) throws -> TextTable {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<count).map { row -> [String] in
            let size = Int.random(in: 1...100, using: &generator)
            let kind = ["a", "b", "c"].randomElement(using: &generator) ?? ""
            let chance = Histories.sigmoid(Double(size) / 20 - 3 + (kind == "a" ? 1 : 0))
            let won = Double.random(in: 0..<1, using: &generator) < chance
            let day = LocalDate(daysSinceEpoch: 20_000 + row)
            return [
                "id-\(row)", String(size), row.isMultiple(of: 7) ? "" : kind, "same", "\(day)", String(row % 3),
                won ? "Yes" : "No",
            ]
        }
        return try TextTable(names: ["Key", "size", "kind", "constant", "day", "third", "Won"], rows: rows)
    }

    static func request(_ change: (inout TableRequest) -> Void = { _ in }) -> TableRequest {
        var request = TableRequest(target: "Won")
        request.training = TrainingTests.light
        request.split = .folds(3)
        change(&request)
        return request
    }

    /// By hand: three folds, so t with two degrees of freedom, 4.303.
    @Test func everyFigureHasAnIntervalOverTheFolds() throws {
        let result = try TableEvaluation(of: Self.table(400), Self.request())
        let values = result.folds.map(\.logLoss)
        let mean = values.reduce(0, +) / 3
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2).squareRoot()
        let margin = 4.303 * deviation / 3.0.squareRoot()
        guard case .array(let ends) = result.json["intervals"]?["logLoss"] else {
            Issue.record("no interval")
            return
        }
        for (end, expected) in zip(ends, [result.mean.logLoss - margin, result.mean.logLoss + margin]) {
            guard case .number(let end) = end else { continue }
            #expect(abs(end - expected) < 1e-12)
        }
        #expect(ends.count == 2)
        #expect(result.text.contains("\n± 95%"))
        let single = try TableEvaluation(of: Self.table(400), Self.request { $0.split = .timeColumn("day") })
        #expect(!single.text.contains("± 95%") && single.json["intervals"] == .object([]))
    }

    /// Folds of a third of the rows have about √3 times the chance error of all rows.
    @Test func calibrationErrorsAreShownBesideThoseOfChance() throws {
        let result = try TableEvaluation(of: Self.table(1_200), Self.request())
        let calibration = result.calibration
        #expect(abs(calibration.errorByChance / calibration.pooledErrorByChance - 3.0.squareRoot()) < 0.15)
        #expect(calibration.pooledError > 0 && calibration.pooledError < result.mean.calibrationError)
        #expect(result.json["calibration"]?["pooledEce"] == .number(calibration.pooledError))
        #expect(result.text.contains("\nCalibration error (ECE): mean of the parts 0.0"))
        #expect(try TableEvaluation(of: Self.table(1_200), Self.request()).calibration == calibration)
    }

    @Test func fieldsAndWordsTogetherForetellMoreThanEitherAlone() throws {
        var generator = SeededGenerator(seed: 7)
        let wishes = [
            "we need a quote this week", "only browsing for now", "please send the contract", "no budget yet",
        ]
        let rows = (0..<600).map { _ -> [String] in
            let visits = Int.random(in: 0...20, using: &generator)
            let wish = Int.random(in: 0..<4, using: &generator)
            let chance = Histories.sigmoid(Double(visits) / 4 - 2.5 + (wish.isMultiple(of: 2) ? 1.2 : -1.2))
            let won = Double.random(in: 0..<1, using: &generator) < chance
            return [String(visits), "Hello, \(wishes[wish])", won ? "Yes" : "No"]
        }
        let table = try TextTable(names: ["visits", "message", "Won"], rows: rows)
        func quality(_ change: (inout TableRequest) -> Void) throws -> Quality {
            try TableEvaluation(of: table, Self.request(change)).mean
        }
        let both = try quality { $0.texts = ["message"] }
        let fields = try quality { $0.dropped = ["message"] }
        let words = try quality {
            $0.texts = ["message"]
            $0.dropped = ["visits"]
        }
        #expect(both.logLoss < min(fields.logLoss, words.logLoss) - 0.03)
        #expect(both.auc > max(fields.auc, words.auc) + 0.03)
    }

    @Test func foldsAreMeasuredAndAveraged() throws {
        let result = try TableEvaluation(of: Self.table(400), Self.request())
        #expect(result.rows == 400 && result.positive == "yes" && result.folds.count == 3)
        #expect(result.columns == ["size", "kind", "constant", "day", "third"])
        #expect(result.folds.reduce(0) { $0 + $1.rows } == 400)
        #expect(abs(result.mean.auc - result.folds.reduce(0) { $0 + $1.auc } / 3) < 1e-12)
        #expect(result.mean.auc > 0.72 && result.mean.auc < 0.92 && result.verdict == .signal)
        #expect(result.notes.contains { $0.hasPrefix("Left out") && $0.contains("Key") })
        #expect(result.notes.contains { $0.contains("the same in every row: constant") })
        #expect(try TableEvaluation(of: Self.table(400), Self.request()) == result)
    }

    @Test func wordsAreLearnedFrom() throws {
        var generator = SeededGenerator(seed: 3)
        let words = ["meeting", "please", "call", "tomorrow", "price", "thanks", "friday", "offer"]
        let rows = (0..<240).map { row -> [String] in
            let isSpam = row.isMultiple(of: 3)
            var text = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
            if isSpam, Double.random(in: 0..<1, using: &generator) < 0.9 { text[3] = "WINNER!" }
            return [text.joined(separator: " "), "\(row % 5)", isSpam ? "spam" : "ham"]
        }
        let table = try TextTable(names: ["text", "noise", "label"], rows: rows)
        var request = TableRequest(target: "label")
        request.texts = ["text"]
        request.split = .folds(2)
        request.training = TrainingTests.light
        let result = try TableEvaluation(of: table, request)
        #expect(result.positive == "spam" && result.columns == ["noise", "text"] && result.rows == 240)
        #expect(result.mean.auc > 0.88 && result.verdict == .signal)
        request.texts = ["body"]
        #expect(throws: PredictionError.unknownColumn("body")) { try TableEvaluation(of: table, request) }
    }

    @Test func aColumnOfFoldsDecidesTheSplit() throws {
        let result = try TableEvaluation(of: Self.table(300), Self.request { $0.split = .foldColumn("third") })
        #expect(result.folds.map(\.rows) == [100, 100, 100])
        #expect(!result.columns.contains("third"))
    }

    @Test func aColumnOfTimesHoldsOutTheNewest() throws {
        let result = try TableEvaluation(of: Self.table(300), Self.request { $0.split = .timeColumn("day") })
        #expect(result.folds.map(\.rows) == [60])
        #expect(!result.columns.contains("day"))
    }

    @Test func droppedColumnsAreNotLearned() throws {
        let result = try TableEvaluation(of: Self.table(300), Self.request { $0.dropped = ["size", "kind"] })
        #expect(result.columns == ["constant", "day", "third"])
        #expect(result.verdict == .noSignal)
    }

    @Test func blankOutcomesAreLeftOutAndNoted() throws {
        let table = try Self.table(200)
        var columns = table.columns
        for row in 0..<5 { columns[6][row] = " " }
        let result = try TableEvaluation(of: TextTable(names: table.names, columns: columns), Self.request())
        #expect(result.rows == 195)
        #expect(result.notes.contains("5 rows have no outcome and were left out."))
    }

    @Test func repeatedRowsAreNoSignal() throws {
        let six = try Self.table(6).columns
        let repeated = six.map { column in (0..<120).map { column[$0 % 6] } }
        let table = try TextTable(names: Self.table(6).names, columns: repeated)
        let outcomes = (0..<120).map { $0 % 5 < 2 ? "Yes" : "No" }
        var columns = table.columns
        columns[6] = outcomes
        for (columns, verdict) in [
            (table.columns, .tooFewDifferentRows(6)), (columns, TableEvaluation.Verdict.noSignal),
        ] {
            let result = try TableEvaluation(of: TextTable(names: table.names, columns: columns), Self.request())
            #expect(result.verdict == verdict && result.verdict.sentence.hasPrefix("No signal"))
            #expect(result.notes.contains("Only 6 of 120 rows are different."))
        }
    }

    @Test func aLeakIsNamed() throws {
        let table = try Self.table(300)
        let leak = table.columns[6].map { $0 == "Yes" ? "paid" : "ringing" }
        let result = try TableEvaluation(
            of: TextTable(names: table.names + ["Tags"], columns: table.columns + [leak]), Self.request())
        guard case .leakSuspected(let leaks) = result.verdict else {
            Issue.record("no alarm: \(result.verdict)")
            return
        }
        #expect(leaks.map(\.column) == ["Tags"])
        #expect(result.json["leaks"]?.elements.first?["column"] == "Tags")
    }

    static let errors: [(change: @Sendable (inout TableRequest) -> Void, error: PredictionError)] = [
        ({ $0.target = "Lost" }, .unknownColumn("Lost")),
        ({ $0.dropped = ["nothing"] }, .unknownColumn("nothing")),
        ({ $0.target = "kind" }, .unclearTarget(column: "kind", values: ["a", "b", "c"])),
        ({ $0.positive = "maybe" }, .unknownPositive(column: "Won", value: "maybe")),
        (
            {
                $0.target = "constant"; $0.positive = "same"
            }, .oneOutcomeOnly
        ),
        ({ $0.split = .foldColumn("fold") }, .unknownColumn("fold")),
        ({ $0.split = .folds(1) }, .invalidSplit(reason: "there must be at least 2 folds")),
        ({ $0.training.bags = 1 }, .invalidSetting(name: "bags", reason: "must be 2 to 100")),
    ]

    @Test(arguments: errors.indices)
    func requestsThatCannotBeMetAreRefused(_ index: Int) throws {
        let table = try Self.table(60)
        let request = Self.request(Self.errors[index].change)
        #expect(throws: Self.errors[index].error) { try TableEvaluation(of: table, request) }
    }

    @Test func raggedRowsAreRefused() {
        #expect(throws: PredictionError.raggedRow(2, expected: 2, found: 1)) {
            try TextTable(names: ["a", "b"], rows: [["1", "2"], ["3"]])
        }
        #expect(throws: PredictionError.duplicateColumn("a")) { try TextTable(names: ["a", "a"], rows: [["1", "2"]]) }
        #expect(throws: PredictionError.emptyTable) { try TextTable(names: ["a"], rows: []) }
    }

    @Test func theTextHasAHeadATableAndAVerdict() throws {
        let result = try TableEvaluation(of: Self.table(300), Self.request())
        let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("Won = yes: \(result.positives) of 300 rows ("))
        #expect(lines[2] == "             AUC   PR-AUC log-loss    Brier      ECE lift 10% accuracy macro-F1     rows")
        #expect(lines[3...7].allSatisfy { $0.count == lines[2].count })
        #expect(lines[3].hasPrefix("mean ") && lines[7].hasPrefix("fold 3"))
        #expect(lines[9].hasPrefix("Signal: held-out rows"))
        #expect(result.json["mean"]?["auc"]?.double == result.mean.auc)
        #expect(result.json["folds"]?.elements.count == 3)
    }
}
