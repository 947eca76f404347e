public import HarkCore
internal import HarkLearning

/// How well probabilities foretold outcomes that were not learned from.
public struct Quality: Hashable, Sendable, Codable {
    /// The rows measured.
    public var rows: Int
    /// Those with the positive outcome.
    public var positives: Int
    /// The chance that a positive row is placed above a negative one, with its 95% interval.
    public var auc: Double
    public var aucLow: Double
    public var aucHigh: Double
    /// The area under the precision-recall curve.
    public var prAUC: Double
    /// The mean negative log-likelihood in nats.
    public var logLoss: Double
    /// The mean squared error of the probabilities.
    public var brier: Double
    /// The expected calibration error over 10 bins.
    public var calibrationError: Double
    /// The rate of positives in the highest tenth, as a multiple of the rate of all.
    public var lift: Double
    /// The share of rows on the right side of one half.
    public var accuracy: Double
    /// The mean F1 of both outcomes, rows cut at one half.
    public var macroF1: Double

    init(_ metrics: Metrics) {
        rows = metrics.rows
        positives = metrics.positives
        auc = metrics.auc
        aucLow = metrics.aucLow
        aucHigh = metrics.aucHigh
        prAUC = metrics.prAUC
        logLoss = metrics.logLoss
        brier = metrics.brier
        calibrationError = metrics.ece
        lift = metrics.lift
        accuracy = metrics.accuracy
        macroF1 = metrics.macroF1
    }

    /// The figures as JSON, in the order above.
    public var json: JSONValue {
        [
            "rows": .integer(rows), "positives": .integer(positives), "auc": .number(auc), "aucLow": .number(aucLow),
            "aucHigh": .number(aucHigh), "prAUC": .number(prAUC), "logLoss": .number(logLoss), "brier": .number(brier),
            "ece": .number(calibrationError), "lift": .number(lift), "accuracy": .number(accuracy),
            "macroF1": .number(macroF1),
        ]
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        rows = try json.whole("rows")
        positives = try json.whole("positives")
        auc = try json.number("auc")
        aucLow = try json.number("aucLow")
        aucHigh = try json.number("aucHigh")
        prAUC = try json.number("prAUC")
        logLoss = try json.number("logLoss")
        brier = try json.number("brier")
        calibrationError = try json.number("ece")
        lift = try json.number("lift")
        accuracy = try json.number("accuracy")
        macroF1 = try json.number("macroF1")
    }
}

/// A column that tells the outcome so well that it was probably written after it.
public struct Leak: Hashable, Sendable, Codable {
    /// The feature or column.
    public var column: String
    /// The AUC of this column alone.
    public var aucAlone: Double
    /// The AUC without it and the leaks listed before it.
    public var aucWithout: Double

    init(_ suspect: LeakSuspect) {
        column = suspect.column
        aucAlone = suspect.aucAlone
        aucWithout = suspect.aucWithout
    }

    /// The finding as JSON.
    public var json: JSONValue {
        ["column": .string(column), "aucAlone": .number(aucAlone), "aucWithout": .number(aucWithout)]
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        column = try json.text("column")
        aucAlone = try json.number("aucAlone")
        aucWithout = try json.number("aucWithout")
    }
}

extension JSONValue {
    /// The text called `name`.
    func text(_ name: String) throws(PredictionError) -> String {
        guard let text = self[name]?.string else { throw .damagedModel(reason: "\(name) is missing or no text") }
        return text
    }

    /// The number called `name`.
    func number(_ name: String) throws(PredictionError) -> Double {
        guard let number = self[name]?.double else { throw .damagedModel(reason: "\(name) is missing or no number") }
        return number
    }

    /// The whole number called `name`.
    func whole(_ name: String) throws(PredictionError) -> Int {
        guard let whole = Int(exactly: try number(name)) else {
            throw .damagedModel(reason: "\(name) is no whole number")
        }
        return whole
    }
}
