public import HarkCore

extension TableEvaluation {
    /// The measurement as JSON: mean, folds, verdict, notes.
    public var json: JSONValue {
        [
            "target": .string(target), "positive": .string(positive), "rows": .integer(rows),
            "positives": .integer(positives), "baseRate": .number(Double(positives) / Double(rows)),
            "columns": .array(columns.map(JSONValue.string)), "mean": mean.json, "intervals": intervals,
            "calibration": calibration.json,
            "folds": .array(folds.map(\.json)), "verdict": .string(verdict.name), "leaks": verdict.leaks,
            "message": .string(verdict.sentence), "notes": .array(notes.map(JSONValue.string)),
        ]
    }

    /// The measurement for people: a head line, a table of mean and folds, the verdict, notes.
    public var text: String {
        let share = (100 * Double(positives) / Double(rows)).text(places: 1)
        let head = "\(target) = \(positive): \(positives) of \(rows) rows (\(share)%), from \(columns.count) columns"
        let names = ["", "AUC", "PR-AUC", "log-loss", "Brier", "ECE", "lift 10%", "accuracy", "macro-F1", "rows"]
        var lines = [head, "", TableEvaluation.line(names), TableEvaluation.line(["mean"] + mean.cells)]
        let margins = TableEvaluation.figures.compactMap { margin(of: $0) }
        if !margins.isEmpty {
            let cells = margins.map { $0.text(places: 4) }
            lines.append(TableEvaluation.line(["± 95%"] + cells + [""]))
        }
        for (index, fold) in folds.enumerated() where folds.count > 1 {
            lines.append(TableEvaluation.line(["fold \(index + 1)"] + fold.cells))
        }
        let interval =
            "AUC \(mean.aucLow.text(places: 3)) to \(mean.aucHigh.text(places: 3)) (95%)."
        lines += ["", verdict.sentence + " " + interval, calibration.sentence(beside: mean.calibrationError)] + notes
        return lines.joined(separator: "\n")
    }

    private static func line(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            let blank = String(repeating: " ", count: max(0, (index == 0 ? 7 : 9) - cell.count))
            return index == 0 ? cell + blank : blank + cell
        }.joined()
    }
}

extension Quality {
    fileprivate var cells: [String] {
        [auc, prAUC, logLoss, brier, calibrationError].map { $0.text(places: 4) }
            + [lift.text(places: 2), accuracy.text(places: 4)]
            + [macroF1.text(places: 4), String(rows)]
    }
}

extension TableEvaluation.Verdict {
    /// The verdict in one word, as JSON has it.
    public var name: String {
        switch self {
        case .signal: "signal"
        case .noSignal: "no signal"
        case .tooFewDifferentRows: "too few different rows"
        case .leakSuspected: "leak suspected"
        }
    }

    /// The verdict in a sentence.
    public var sentence: String {
        switch self {
        case .signal: "Signal: held-out rows are told apart better than by chance."
        case .noSignal: "No signal: held-out rows are told apart no better than by chance."
        case .tooFewDifferentRows(let count):
            "No signal: there are only \(count) different rows, which say nothing however often they are repeated."
        case .leakSuspected([]):
            "Leak alarm: too good to be true, though no column gives the outcome away by itself."
        case .leakSuspected(let leaks):
            "Leak alarm: too good to be true. Probably written after the outcome: "
                + leaks.map(\.column).joined(separator: ", ") + "."
        }
    }

    fileprivate var leaks: JSONValue {
        guard case .leakSuspected(let leaks) = self else { return .array([]) }
        return .array(leaks.map(\.json))
    }
}
