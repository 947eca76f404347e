public import HarkCore
internal import HarkLearning

/// What a learned model was made of, and how far to trust it.
public struct ModelSummary: Hashable, Sendable, Codable {
    /// Which rows the quality was measured on.
    public enum Basis: String, Hashable, Sendable, Codable {
        /// The newest fifth of the records, by a model of the older ones.
        case newest
        /// Each record by the parts of the model that did not learn from it.
        case outOfFold
    }

    public var trainedAt: LocalDateTime
    /// Records learned from.
    public var rows: Int
    /// Those among them that were won, or that left.
    public var positives: Int
    /// How well held-out records were foretold.
    public var quality: Quality
    public var basis: Basis
    /// What was left out because it knew the outcome, strongest first; empty is as it should be.
    public var leaks: [Leak]
    /// Whether events and dates were learned from; not where outcomes have no date.
    public var usesTime: Bool
    /// What else to know of the rows it was learned from, in sentences.
    public var notes: [String] = []

    /// Those that were lost, or that stayed.
    public var negatives: Int { rows - positives }
    /// The share of positives.
    public var baseRate: Double { Double(positives) / Double(rows) }
    /// Whether records are told apart better than by chance.
    public var hasSignal: Bool { quality.aucLow > 0.5 }
    /// Whether the figures are too good to be true although nothing more was found that knows the outcome.
    public var isSuspicious: Bool { quality.auc > Evaluation.alarmAUC }
    /// What is to be said of a suspicious model.
    public static let suspicion =
        "Too good to be true: an AUC above .95 mostly means that something written after the outcome was learned from."

    /// The summary as it stands in a model file.
    public var json: JSONValue {
        [
            "trainedAt": .string(trainedAt.descriptionWithSeconds), "rows": .integer(rows),
            "positives": .integer(positives), "quality": quality.json, "basis": .string(basis.rawValue),
            "leaks": .array(leaks.map(\.json)), "usesTime": .bool(usesTime),
            "notes": .array(notes.map(JSONValue.string)),
        ]
    }

    init(
        trainedAt: LocalDateTime, rows: Int, positives: Int, quality: Quality, basis: Basis, leaks: [Leak],
        usesTime: Bool, notes: [String] = []
    ) {
        self.trainedAt = trainedAt
        self.rows = rows
        self.positives = positives
        self.quality = quality
        self.basis = basis
        self.leaks = leaks
        self.usesTime = usesTime
        self.notes = notes
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        guard let trainedAt = LocalDateTime(try json.text("trainedAt")) else {
            throw .damagedModel(reason: "trainedAt is no date")
        }
        guard let basis = Basis(rawValue: try json.text("basis")) else {
            throw .damagedModel(reason: "basis is unknown")
        }
        guard let quality = json["quality"] else { throw .damagedModel(reason: "quality is missing") }
        var leaks: [Leak] = []
        for leak in json["leaks"]?.elements ?? [] { leaks.append(try Leak(leak)) }
        self.init(
            trainedAt: trainedAt, rows: try json.whole("rows"), positives: try json.whole("positives"),
            quality: try Quality(quality), basis: basis, leaks: leaks, usesTime: json["usesTime"] == .bool(true),
            notes: (json["notes"]?.elements ?? []).compactMap(\.string))
        guard positives > 0, positives < rows else { throw .damagedModel(reason: "row counts out of range") }
    }
}
