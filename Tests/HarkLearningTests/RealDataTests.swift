import FoundationEssentials
import HarkLearning
import Testing

/// Known sets of rows with fixed folds, measured when they lie beside the package; otherwise skipped in one line.
struct RealDataTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let target: String
        let dropped: Set<String>
        let leastAUC: Double
        let mostLogLoss: Double
        var testDescription: String { file }
    }

    private static let identifiers: Set<String> = ["Prospect ID", "Lead Number", "customerID"]
    private static let leaks: Set<String> = [
        "Tags", "Lead Quality", "Lead Profile", "Last Notable Activity", "Asymmetrique Activity Index",
        "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score",
    ]

    static let cases = [
        Case(
            file: "xedu", target: "Converted", dropped: identifiers.union(leaks), leastAUC: 0.903, mostLogLoss: 0.38),
        Case(file: "telco", target: "Churn", dropped: identifiers, leastAUC: 0.848, mostLogLoss: 0.413),
    ]

    /// Few bags, larger steps than the defaults and no pairs, for tests run without optimisation; the defaults do
    /// better.
    private static var light: BoostingSettings {
        var settings = BoostingSettings()
        settings.bags = 3
        settings.learningRate = 0.2
        settings.patience = 5
        settings.pairs = 0
        return settings
    }

    @Test(arguments: cases)
    func reachesTheBar(_ row: Case) throws {
        guard let (dataset, folds) = try RealDataTests.read(row.file, target: row.target, dropping: row.dropped) else {
            return
        }
        var generator = SeededGenerator(seed: 1)
        let evaluation = try Evaluation(
            of: dataset, split: .given(folds), settings: RealDataTests.light, using: &generator)
        print("\(row.file): AUC \(evaluation.mean.auc), log-loss \(evaluation.mean.logLoss)")
        #expect(evaluation.mean.auc >= row.leastAUC)
        #expect(evaluation.mean.logLoss <= row.mostLogLoss)
        #expect(evaluation.verdict == .signal)
    }

    @Test func columnsWrittenAfterTheOutcomeRaiseTheAlarm() throws {
        let file = try RealDataTests.read("xedu", target: "Converted", dropping: RealDataTests.identifiers)
        guard let (dataset, folds) = file else { return }
        var generator = SeededGenerator(seed: 1)
        let evaluation = try Evaluation(
            of: dataset, split: .given(folds.map { min($0, 1) }), settings: RealDataTests.light, using: &generator)
        guard case .leakSuspected(let suspects) = evaluation.verdict else {
            Issue.record("\(evaluation.verdict)")
            return
        }
        print("suspects: \(suspects)")
        #expect(suspects.first?.column == "Tags")
        #expect(suspects.allSatisfy { RealDataTests.leaks.contains($0.column) })
    }

    /// The file as a dataset and the fold of each row, or `nil` with a line printed when it is not there.
    private static func read(
        _ file: String, target: String, dropping dropped: Set<String>
    ) throws -> (dataset: Dataset, folds: [Int])? {
        guard let path = path(of: file), let bytes = FileManager.default.contents(atPath: path) else {
            print("skipped: no ../shared/data/\(file).csv beside the package")
            return nil
        }
        let records = records(Array(bytes))
        var columns: [Column] = []
        var outcomes: [Bool] = []
        var folds: [Int] = []
        for (index, name) in records[0].enumerated() where !dropped.contains(name) {
            let texts = records.dropFirst().map { $0[index] }
            switch name {
            case target: outcomes = texts.map { $0 == "1" }
            case "fold": folds = texts.compactMap { Int($0) }
            default: columns.append(Column(name, texts: texts))
            }
        }
        return (try Dataset(Table(columns), outcomes: outcomes), folds)
    }

    /// Looks for `shared/data` beside each folder above this file.
    private static func path(of file: String) -> String? {
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            parts = parts.dropLast()
            let path = "/" + parts.joined(separator: "/") + "/shared/data/\(file).csv"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    /// The records of a CSV file with quotes.
    private static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        func endField() {
            records[records.count - 1].append(String(decoding: field, as: UTF8.self))
            field = []
        }
        for byte in bytes where byte != UInt8(ascii: "\r") {
            switch byte {
            // A doubled quote leaves and enters again; what it stands for does not matter here.
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: endField()
            case UInt8(ascii: "\n") where !isQuoted:
                endField()
                records.append([])
            default: field.append(byte)
            }
        }
        return records.filter { !$0.isEmpty }
    }
}
