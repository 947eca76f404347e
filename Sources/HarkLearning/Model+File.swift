internal import FoundationEssentials

extension Model {
    /// The format written; ``init(json:)`` reads no other.
    public static let format = 2

    /// The model as readable JSON with sorted keys, one number a line, so that two versions can be compared by line.
    /// The same model gives the same bytes.
    ///
    /// - Throws: ``LearningError/damagedModel(reason:)`` if a number cannot be written, which no trained model holds.
    public func json() throws(LearningError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(ModelFile(self))) } catch {
            throw .damagedModel(reason: "cannot be written: \(error)")
        }
    }

    /// Reads what ``json()`` wrote, bit for bit.
    ///
    /// - Throws: ``LearningError/unsupportedFormat(_:)`` for another format, ``LearningError/damagedModel(reason:)`` for
    ///   anything that is no JSON, lacks a part, or contradicts itself.
    public init(json bytes: [UInt8]) throws(LearningError) {
        let data = Data(bytes)
        guard let header = try? JSONDecoder().decode(ModelFile.Header.self, from: data) else {
            throw .damagedModel(reason: "not a model file")
        }
        guard header.format == Model.format else { throw .unsupportedFormat(header.format) }
        let file: ModelFile
        do { file = try JSONDecoder().decode(ModelFile.self, from: data) } catch {
            throw .damagedModel(reason: ModelFile.reason(error))
        }
        self = try file.model()
    }
}

/// The layout of a model file. Kept apart from ``Model`` so that neither can change the other unnoticed.
private struct ModelFile: Codable {
    struct Header: Codable { let format: Int }

    struct Axis: Codable {
        let column: String
        let kind: Column.Kind
        var cuts: [Double]?
        var levels: [String]?
        var rareLevels: [String]?
    }

    struct Term: Codable {
        let axes: [Axis]
        let scores: [Double]
        let rows: [Int]
        let positives: [Int]
    }

    struct Combination: Codable {
        struct Axis: Codable {
            let column: String
            let ranks: [UInt8]
        }

        struct Tree: Codable {
            let axes: [Int]
            let ranks: [UInt8]
            let scores: [Double]
            let rows: [Int]
        }

        let axes: [Axis]
        let trees: [Tree]
        let importances: [Double]
    }

    struct Calibration: Codable {
        enum Kind: String, Codable { case none, logistic, beta, isotonic }
        let kind: Kind
        var parameters: [Double] = []
        var raw: [Double] = []
        var calibrated: [Double] = []
    }

    let format: Int
    let settings: BoostingSettings
    let dataFingerprint: String
    let rows: Int
    let positives: Int
    let metrics: Metrics
    let intercept: Double
    let terms: [Term]
    var combination: Combination?
    let constantColumns: [String]
    let calibration: Calibration

    init(_ model: Model) {
        format = Model.format
        settings = model.settings
        dataFingerprint = model.dataFingerprint
        rows = model.rows
        positives = model.positives
        metrics = model.metrics
        intercept = model.intercept
        terms = model.terms.map { term in
            Term(axes: term.axes.map(Axis.init), scores: term.scores, rows: term.rows, positives: term.positives)
        }
        combination = model.combination.map(Combination.init)
        constantColumns = model.constantColumns
        calibration = Calibration(model.calibration)
    }

    func model() throws(LearningError) -> Model {
        try settings.validate()
        try require(rows > 0 && positives > 0 && positives < rows, "row counts")
        try require(intercept.isFinite, "intercept")
        let terms = try terms.map { term throws(LearningError) in try term.term() }
        return Model(
            settings: settings, dataFingerprint: dataFingerprint, rows: rows, positives: positives, metrics: metrics,
            intercept: Grain.nearest(intercept), terms: terms,
            combination: try combination.map { combination throws(LearningError) in try combination.combination(terms)
            },
            constantColumns: constantColumns,
            calibration: try calibration.calibration())
    }

    static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong type"
        default: "not readable"
        }
    }
}

/// Says what contradicts itself in a file.
private func require(_ holds: Bool, _ what: String) throws(LearningError) {
    guard holds else { throw .damagedModel(reason: "\(what) out of range") }
}

extension ModelFile.Axis {
    init(_ axis: Term.Axis) {
        column = axis.column
        kind = axis.binning.kind
        switch axis.binning {
        case .numbers(let cuts): self.cuts = cuts
        case .categories(let bins):
            levels = bins.kept
            rareLevels = bins.rare
        }
    }

    func axis() throws(LearningError) -> Term.Axis {
        switch (kind, cuts, levels, rareLevels) {
        case (.number, let cuts?, _, _):
            let rising = zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 } && cuts.allSatisfy(\.isFinite)
            try require(rising && cuts.count + 2 <= Binning.mostBins, "cuts of \(column)")
            return Term.Axis(column: column, binning: .numbers(cuts: cuts))
        case (.category, _, let levels?, let rare?):
            try require(Set(levels + rare).count == levels.count + rare.count, "levels of \(column)")
            try require(levels.count + 3 <= Binning.mostBins, "levels of \(column)")
            return Term.Axis(column: column, binning: .categories(LevelBins(kept: levels, rare: rare)))
        default: throw .damagedModel(reason: "bins of \(column) are missing")
        }
    }
}

extension ModelFile.Term {
    func term() throws(LearningError) -> Term {
        let axes = try axes.map { axis throws(LearningError) in try axis.axis() }
        try require((1...2).contains(axes.count), "columns of a term")
        let cells = axes.reduce(1) { $0 * $1.binning.count }
        let name = axes.map(\.column).joined(separator: " × ")
        try require(scores.count == cells && scores.allSatisfy(\.isFinite), "scores of \(name)")
        try require(rows.count == cells && rows.allSatisfy { $0 >= 0 }, "rows of \(name)")
        try require(positives.count == cells, "positives of \(name)")
        try require(zip(positives, rows).allSatisfy { 0 <= $0 && $0 <= $1 }, "positives of \(name)")
        return Term(axes: axes, scores: scores.map(Grain.nearest), rows: rows, positives: positives)
    }
}

extension ModelFile.Combination {
    init(_ combination: Combination) {
        axes = combination.axes.map { Axis(column: $0.axis.column, ranks: $0.ranks) }
        trees = combination.trees.map { tree in
            Tree(
                axes: tree.questions.map(\.axis), ranks: tree.questions.map(\.rank), scores: tree.leaves,
                rows: tree.rows)
        }
        importances = combination.importances
    }

    /// The combination of columns that have a term of their own among `terms`.
    func combination(_ terms: [Term]) throws(LearningError) -> Combination {
        let axes = try axes.map { axis throws(LearningError) in
            guard let own = terms.first(where: { $0.axes.count == 1 && $0.name == axis.column })?.axes[0] else {
                throw .damagedModel(reason: "\(axis.column) has no term of its own")
            }
            try require(axis.ranks.count == own.binning.count, "ranks of \(axis.column)")
            return Combination.Axis(axis: own, ranks: axis.ranks)
        }
        let trees = try trees.map { tree throws(LearningError) in
            try require(tree.axes.count <= ObliviousTree.mostQuestions, "questions of a tree")
            try require(tree.ranks.count == tree.axes.count, "questions of a tree")
            try require(tree.axes.allSatisfy(axes.indices.contains), "questions of a tree")
            try require(tree.scores.count == 1 << tree.axes.count, "leaves of a tree")
            try require(tree.scores.allSatisfy(\.isFinite), "leaves of a tree")
            try require(tree.rows.count == tree.scores.count && tree.rows.allSatisfy { $0 >= 0 }, "rows of a tree")
            let questions = zip(tree.axes, tree.ranks).map { ObliviousTree.Question(axis: $0, rank: $1) }
            return ObliviousTree(questions: questions, leaves: tree.scores.map(Grain.nearest), rows: tree.rows)
        }
        let combination = Combination(axes: axes, trees: trees, importances: importances)
        try require(importances.count == combination.columns.count, "importances in combination")
        try require(importances.allSatisfy { $0 >= 0 && $0.isFinite }, "importances in combination")
        return combination
    }
}

extension ModelFile.Calibration {
    init(_ calibration: Calibration) {
        switch calibration {
        case .none: self.init(kind: .none)
        case .logistic(let slope, let offset): self.init(kind: .logistic, parameters: [slope, offset])
        case .beta(let a, let b, let offset): self.init(kind: .beta, parameters: [a, b, offset])
        case .isotonic(let raw, let calibrated): self.init(kind: .isotonic, raw: raw, calibrated: calibrated)
        }
    }

    func calibration() throws(LearningError) -> Calibration {
        let numbers = parameters + raw + calibrated
        try require(numbers.allSatisfy(\.isFinite) && raw.count == calibrated.count, "calibration")
        try require(parameters.dropLast().allSatisfy { $0 >= 0 }, "calibration")
        try require(zip(raw, raw.dropFirst()).allSatisfy { $0 < $1 }, "calibration")
        try require(zip(calibrated, calibrated.dropFirst()).allSatisfy { $0 <= $1 }, "calibration")
        switch (kind, parameters.count) {
        case (.none, 0): return .none
        case (.logistic, 2): return .logistic(slope: parameters[0], offset: parameters[1])
        case (.beta, 3): return .beta(a: parameters[0], b: parameters[1], offset: parameters[2])
        case (.isotonic, 0): return .isotonic(raw: raw, calibrated: calibrated)
        default: throw .damagedModel(reason: "calibration has \(parameters.count) parameters")
        }
    }
}
