internal import HarkCore
internal import HarkLearning

/// What a training foretold of records that it had held out, kept so that the model can be drawn and challenged later.
struct HeldOut: Hashable, Sendable {
    /// The records' numbers.
    private(set) var ids: [Int64] = []
    /// Shape `[ids]`, to six decimals.
    private(set) var probabilities: [Double] = []
    /// Shape `[ids]`.
    private(set) var outcomes: [Bool] = []

    /// The most records kept.
    private static let most = 10_000

    /// Keeps the forecasts there are, or evenly many of them where they are too many.
    init(ids: [Int64], forecasts: [Double?], outcomes: [Bool]) {
        let rows = forecasts.indices.filter { forecasts[$0] != nil }
        let step = max(1, (rows.count + HeldOut.most - 1) / HeldOut.most)
        for row in stride(from: 0, to: rows.count, by: step).map({ rows[$0] }) {
            guard let forecast = forecasts[row] else { continue }
            self.ids.append(ids[row])
            probabilities.append((forecast * 1e6).rounded() / 1e6)
            self.outcomes.append(outcomes[row])
        }
    }

    /// The forecast of each record.
    var byID: [Int64: Double] { Dictionary(zip(ids, probabilities)) { first, _ in first } }

    var json: JSONValue {
        [
            "ids": .string(ids.map(String.init).joined(separator: " ")),
            "probabilities": .string(probabilities.map { String(Int(($0 * 1e6).rounded())) }.joined(separator: " ")),
            "outcomes": .string(String(outcomes.map { $0 ? "1" : "0" })),
        ]
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        ids = try json.text("ids").split(separator: " ").compactMap { Int64($0) }
        probabilities = try json.text("probabilities").split(separator: " ").compactMap { Double($0) }.map { $0 / 1e6 }
        outcomes = try json.text("outcomes").map { $0 == "1" }
        guard ids.count == probabilities.count, ids.count == outcomes.count,
            probabilities.allSatisfy({ (0...1).contains($0) })
        else { throw .damagedModel(reason: "the held-out records do not fit together") }
    }
}
