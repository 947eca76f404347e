internal import HarkCore
internal import HarkLearning

extension Predictor {
    /// The format of model files written; no other is read.
    public static let format = 2

    /// The model file: readable JSON with target, version, summary, features, and the learner's own model with its
    /// settings, data fingerprint, metrics, bins and scores. The same predictor gives the same text.
    public var json: String {
        var members = [
            JSONValue.Member("format", .integer(Predictor.format)),
            JSONValue.Member("target", .string(target.rawValue)),
            JSONValue.Member("version", .integer(version)),
        ]
        if let summary { members.append(JSONValue.Member("summary", summary.json)) }
        if let heldOut { members.append(JSONValue.Member("heldOut", heldOut.json)) }
        if let correlation { members.append(JSONValue.Member("correlation", correlation.json)) }
        switch engine {
        case .rules: break
        case .leads(let learned): members += learned.members
        case .customers(let learned): members += learned.members
        }
        return JSONValue.object(members).pretty
    }

    /// Reads what ``json`` wrote; its scores are the same to the last bit.
    ///
    /// - Throws: ``PredictionError/unsupportedFormat(_:)`` for another format,
    ///   ``PredictionError/damagedModel(reason:)`` for anything that is no JSON, lacks a part, or contradicts itself.
    public init(json text: String) throws(PredictionError) {
        let file: JSONValue
        do { file = try JSONValue(parsing: text) } catch {
            throw .damagedModel(reason: "\(error.expected) was expected at byte \(error.offset)")
        }
        let format = try file.whole("format")
        guard format == Predictor.format else { throw .unsupportedFormat(format) }
        guard let target = Score.Target(rawValue: try file.text("target")) else {
            throw .damagedModel(reason: "the target is unknown")
        }
        guard let model = file["model"] else {
            self = .rules(for: target)
            return
        }
        guard let summary = file["summary"] else { throw .damagedModel(reason: "summary is missing") }
        let engine: Engine =
            switch target {
            case .conversion:
                .leads(
                    try LearnedModel(file, model, builtIn: LeadFeatures.builtIn, LeadFeatures.attribute) { $0.passages }
                )
            case .churn:
                .customers(
                    try LearnedModel(file, model, builtIn: CustomerFeatures.builtIn, CustomerFeatures.attribute) {
                        $0.passages
                    })
            }
        self.init(
            target: target, version: try file.whole("version"), summary: try ModelSummary(summary), engine: engine,
            heldOut: try file["heldOut"].map { json throws(PredictionError) in try HeldOut(json) },
            correlation: try file["correlation"].map { json throws(PredictionError) in try Correlation(json) })
    }
}

extension LearnedModel {
    fileprivate var members: [JSONValue.Member] {
        // A trained model holds finite numbers only, so it can always be written.
        let bytes = (try? model.json()) ?? []
        let written = try? JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
        var members = [
            JSONValue.Member("features", .array(features.map(\.json))), JSONValue.Member("model", written ?? .null),
        ]
        if let text { members.append(JSONValue.Member("words", text.words.json)) }
        if let recalibration { members.append(JSONValue.Member("recalibration", recalibration.json)) }
        return members
    }

    fileprivate init(
        _ file: JSONValue, _ model: JSONValue, builtIn: [Feature<Subject>],
        _ attribute: (AttributeFeature) -> Feature<Subject>, passages: @escaping @Sendable (Subject) -> [Passage]
    ) throws(PredictionError) {
        let known = Dictionary(uniqueKeysWithValues: builtIn.map { ($0.name, $0) })
        var features: [Feature<Subject>] = []
        for element in file["features"]?.elements ?? [] {
            let name = try element.text("name")
            if let key = element["attribute"]?.string {
                guard let reading = AttributeFeature.Reading(rawValue: try element.text("reading")) else {
                    throw .damagedModel(reason: "the reading of \(key) is unknown")
                }
                features.append(attribute(AttributeFeature(key: key, reading: reading)))
            } else if let feature = known[name] {
                features.append(feature)
            } else {
                throw .damagedModel(reason: "nothing is known of the feature \(name)")
            }
        }
        let read: Model
        do { read = try Model(json: Array(model.compact.utf8)) } catch { throw PredictionError(error) }
        try self.init(
            features: features, model: read,
            text: try file["words"].map { json throws(PredictionError) in
                TextTerm(words: try WordModel(json), passages: passages)
            },
            recalibration: try file["recalibration"].map { json throws(PredictionError) in try Recalibration(json) })
    }
}

extension Feature {
    fileprivate var json: JSONValue {
        guard let attribute else { return ["name": .string(name)] }
        return [
            "name": .string(name), "attribute": .string(attribute.key), "reading": .string(attribute.reading.rawValue),
        ]
    }
}
