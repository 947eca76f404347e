import HarkLearning

/// Made-up rows whose truth is known.
enum Samples {
    /// Rows with a rising, a bent, a useless and a category column; about four in ten are positive.
    static func mixed(rows: Int, seed: UInt64, missing: Double = 0.1) throws -> Dataset {
        var generator = SeededGenerator(seed: seed)
        var rising: [Double] = []
        var bent: [Double] = []
        var useless: [Double] = []
        var place: [String?] = []
        var outcomes: [Bool] = []
        for _ in 0..<rows {
            let x = Double.random(in: -2...2, using: &generator)
            let y = Double.random(in: -2...2, using: &generator)
            let level = ["north", "east", "south", "west"].randomElement(using: &generator) ?? "north"
            let logOdds = 1.2 * x + y * y - 1.8 + (level == "south" ? 1 : 0)
            rising.append(Double.random(in: 0..<1, using: &generator) < missing ? .nan : x)
            bent.append(y)
            useless.append(Double.random(in: 0...1, using: &generator))
            place.append(Double.random(in: 0..<1, using: &generator) < missing ? nil : level)
            outcomes.append(Double.random(in: 0..<1, using: &generator) < sigmoid(logOdds))
        }
        return try Dataset(
            Table([
                Column("rising", numbers: rising), Column("bent", numbers: bent),
                Column("useless", numbers: useless), Column("place", categories: place),
            ]), outcomes: outcomes)
    }

    /// The same columns with outcomes that have nothing to do with them.
    static func noise(rows: Int, seed: UInt64) throws -> Dataset {
        var generator = SeededGenerator(seed: seed)
        return try Dataset(
            mixed(rows: rows, seed: seed).table, outcomes: (0..<rows).map { _ in Bool.random(using: &generator) })
    }

    /// A model trained quickly: few bags and large steps.
    static func model(_ dataset: Dataset, seed: UInt64 = 1, settings: BoostingSettings = quick) throws -> Model {
        var generator = SeededGenerator(seed: seed)
        return try Model(trainedOn: dataset, settings: settings, using: &generator)
    }

    /// Few bags and large steps, so that tests without optimisation stay short.
    static var quick: BoostingSettings {
        var settings = BoostingSettings()
        settings.bags = 3
        settings.learningRate = 0.2
        settings.patience = 5
        settings.pairs = 2
        settings.pairBins = 8
        return settings
    }
}
