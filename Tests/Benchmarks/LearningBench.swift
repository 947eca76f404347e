import HarkLearning

/// Training, scoring and explaining on a made-up table of 9,000 × 30, on one core.
enum LearningBench {
    static func run() throws {
        let clock = ContinuousClock()
        let data = try table(rows: 9_000)
        var settings = BoostingSettings()
        settings.parallel = false
        var generator = SeededGenerator(seed: 1)
        var trained: Model?
        let training = try clock.measure { trained = try Model(trainedOn: data, settings: settings, using: &generator) }
        Figure.line("train on 9,000 x 30, one core", Figure.milliseconds(training), "2000 ms")
        guard let model = trained else { return }
        let many = try table(rows: 300_000)
        let scoring = try clock.measure { _ = try model.probabilities(of: many.table) }
        Figure.line("score from columns, one core", Figure.rate(many.rowCount, scoring), "2 M rows/s")
        let row = data.table.row(17)
        let explaining = clock.measure { for _ in 0..<1_000 { _ = model.explanation(of: row) } }
        Figure.line("explain one row", Figure.milliseconds(explaining / 1_000), "0.05 ms")
    }

    /// Numbers and categories of which a few decide the outcome.
    private static func table(rows: Int) throws -> Dataset {
        var generator = SeededGenerator(seed: 7)
        var columns: [Column] = []
        var odds = [Double](repeating: -0.5, count: rows)
        for index in 0..<20 {
            let numbers = (0..<rows).map { _ in Double.random(in: 0..<100, using: &generator).rounded() }
            if index < 5 { for row in 0..<rows { odds[row] += (numbers[row] - 50) / 40 } }
            columns.append(Column("number \(index)", numbers: numbers))
        }
        let levels = (0..<12).map { "level \($0)" }
        for index in 0..<10 {
            let codes = (0..<rows).map { _ in Int32.random(in: 0..<12, using: &generator) }
            if index < 3 { for row in 0..<rows { odds[row] += codes[row] < 4 ? 0.6 : -0.3 } }
            columns.append(Column("category \(index)", codes: codes, levels: levels))
        }
        let outcomes = odds.map { Double.random(in: 0..<1, using: &generator) < sigmoid($0) }
        return try Dataset(Table(columns), outcomes: outcomes)
    }
}
