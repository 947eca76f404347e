internal import HarkCore

extension TableEvaluation {
    /// A figure of quality with its name in JSON.
    typealias Figure = (name: String, value: @Sendable (Quality) -> Double)

    /// The figures that have intervals, in the order in which they are shown.
    static let figures: [Figure] = [
        ("auc", { $0.auc }), ("prAUC", { $0.prAUC }), ("logLoss", { $0.logLoss }), ("brier", { $0.brier }),
        ("ece", { $0.calibrationError }),
        ("lift", { $0.lift }), ("accuracy", { $0.accuracy }), ("macroF1", { $0.macroF1 }),
    ]

    /// Half the width of the 95% interval of a figure's mean over the folds: Student's t times the standard error.
    ///
    /// - Returns: `nil` for a single fold, which says nothing of how figures vary.
    func margin(of figure: Figure) -> Double? {
        let values = folds.map(figure.value)
        let count = Double(values.count)
        guard values.count > 1 else { return nil }
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        return TableEvaluation.quantile(freedom: values.count - 1) * (variance / count).squareRoot()
    }

    /// The intervals by figure, each as its low and high end; empty for a single fold.
    var intervals: JSONValue {
        .object(
            TableEvaluation.figures.compactMap { figure in
                guard let margin = margin(of: figure) else { return nil }
                let value = figure.value(mean)
                return JSONValue.Member(figure.name, .array([.number(value - margin), .number(value + margin)]))
            })
    }

    /// The 97.5% quantile of Student's t; beyond the table that of the next smaller number, which is a little wider.
    private static func quantile(freedom: Int) -> Double {
        let table: [(freedom: Int, value: Double)] = [
            (1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (6, 2.447), (7, 2.365), (8, 2.306), (9, 2.262),
            (14, 2.145), (19, 2.093), (29, 2.045), (99, 1.984),
        ]
        return table.last { $0.freedom <= freedom }?.value ?? 12.706
    }
}
