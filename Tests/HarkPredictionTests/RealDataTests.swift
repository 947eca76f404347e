import Foundation
import HarkPrediction
import Testing

/// Public data sets that lie beside the project on some machines; elsewhere these tests print a line and pass.
struct RealDataTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/data").standardizedFileURL

    private static func table(_ name: String, rows: Int = .max) throws -> TextTable? {
        guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
            print("skipped: \(name) is not in \(folder.path)")
            return nil
        }
        let lines = CSV.rows(text)
        return try TextTable(names: lines.first ?? [], rows: Array(lines.dropFirst().prefix(rows)))
    }

    /// Coarser than the defaults, to be done in time in a debug build.
    private static let coarse: TrainingSettings = {
        var settings = TrainingSettings()
        settings.bags = 3
        settings.rounds = 150
        return settings
    }()

    @Test func churnOfTelephoneCustomers() throws {
        guard let table = try Self.table("telco.csv") else { return }
        var request = TableRequest(target: "Churn")
        request.split = .foldColumn("fold")
        request.training = Self.coarse
        let result = try TableEvaluation(of: table, request)
        #expect(result.mean.auc >= 0.845 && result.mean.logLoss < 0.416 && result.mean.calibrationError <= 0.03)
        #expect(result.verdict == .signal)
        #expect(result.notes.contains { $0.hasPrefix("Left out") && $0.contains("customerID") })
    }

    @Test func leadsOfACourseProvider() throws {
        guard let table = try Self.table("xedu.csv", rows: 2_500) else { return }
        var request = TableRequest(target: "Converted")
        request.training = Self.coarse
        request.split = .folds(2)
        let alarm = try TableEvaluation(of: table, request)
        guard case .leakSuspected(let leaks) = alarm.verdict else {
            Issue.record("no alarm at AUC \(alarm.mean.auc)")
            return
        }
        #expect(leaks.first?.column == "Tags")
        request.dropped = Set(table.names.filter { $0.hasPrefix("Asymmetrique") })
        request.dropped.formUnion(["Tags", "Lead Quality", "Lead Profile", "Last Notable Activity"])
        let honest = try TableEvaluation(of: table, request)
        #expect(honest.mean.auc > 0.88 && honest.verdict == .signal)
    }
}

/// Just enough CSV for the data sets: commas, quotes, doubled quotes.
private enum CSV {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func taken() -> String {
            defer { cell.removeAll(keepingCapacity: true) }
            return String(decoding: cell, as: UTF8.self)
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: row.append(taken())
            case UInt8(ascii: "\r") where !isQuoted: continue
            case UInt8(ascii: "\n") where !isQuoted:
                row.append(taken())
                rows.append(row)
                row = []
            default: cell.append(byte)
            }
        }
        if !row.isEmpty || !cell.isEmpty { rows.append(row + [taken()]) }
        return rows
    }
}
