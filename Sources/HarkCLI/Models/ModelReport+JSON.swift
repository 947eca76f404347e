import HarkCore

extension ModelReport {
    /// The report as JSON, curves and all.
    var json: JSONValue {
        [
            "target": .string(target.rawValue), "model": .string(model),
            "trained_at": trainedAt.map { .string($0.description) } ?? .null, "positives": .integer(positives),
            "negatives": .integer(negatives), "measured_on": .string(measuredOn),
            "quality": .array(quality.map(\.json)),
            "calibration": .array(
                calibration.map {
                    [
                        "forecast": .number($0.forecast), "observed": .number($0.observed),
                        "count": .integer($0.count),
                    ]
                }),
            "lift": .array(
                lift.map { ["share": .number($0.share), "gain": .number($0.gain), "lift": .number($0.lift)] }),
            "importance": .array(importance.map(\.json)), "shapes": .array(shapes.map(\.json)),
            "correlation": [
                "labels": .array(correlation.labels.map(JSONValue.string)),
                "values": .array(correlation.values.map { .array($0.map(JSONValue.number)) }),
            ],
            "confusion": confusion?.json ?? .null, "slips": slips?.json ?? .null,
            "funnels": .array(funnels.map(\.json)),
            "distribution": .array(
                distribution.map {
                    [
                        "from": .number($0.from), "below": .number($0.below), "positives": .integer($0.positives),
                        "negatives": .integer($0.negatives), "open": .integer($0.open),
                    ]
                }),
            "drift": .array(
                drift.map {
                    [
                        "feature": .string($0.feature), "label": .string($0.label), "index": .number($0.index),
                        "verdict": .string($0.verdict.rawValue),
                    ]
                }),
            "notes": .array(notes.map(JSONValue.string)),
        ]
    }
}

extension ModelReport.Measure {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "value": .number(value), "low": low.map(JSONValue.number) ?? .null,
            "high": high.map(JSONValue.number) ?? .null, "meaning": .string(meaning),
        ]
    }
}

extension ModelReport.Importance {
    fileprivate var json: JSONValue {
        [
            "feature": .string(feature), "label": .string(label),
            "facet": facet.map { .string($0.rawValue) } ?? .null, "value": .number(value),
        ]
    }
}

extension ModelReport.Shape {
    fileprivate var json: JSONValue {
        [
            "feature": .string(feature), "label": .string(label),
            "steps": .array(
                steps.map {
                    [
                        "label": .string($0.label), "from": $0.from.map(JSONValue.number) ?? .null,
                        "below": $0.below.map(JSONValue.number) ?? .null, "log_odds": .number($0.logOdds),
                        "rate": $0.rate.map(JSONValue.number) ?? .null, "count": .integer($0.count),
                    ]
                }),
        ]
    }
}

extension ModelReport.ConfusionMatrix {
    fileprivate var json: JSONValue {
        [
            "cutoff": .number(cutoff), "true_positives": .integer(truePositives),
            "false_positives": .integer(falsePositives), "false_negatives": .integer(falseNegatives),
            "true_negatives": .integer(trueNegatives), "precision": precision.map(JSONValue.number) ?? .null,
            "recall": recall.map(JSONValue.number) ?? .null,
        ]
    }
}

extension ModelReport.Slips {
    fileprivate var json: JSONValue {
        [
            "checked": .integer(checked),
            "groups": .array(
                groups.map {
                    [
                        "feature": .string($0.label), "value": .string($0.value), "count": .integer($0.count),
                        "forecast": .number($0.forecast), "observed": .number($0.observed),
                    ]
                }),
            "misses": .array(
                misses.map {
                    [
                        "record": .string("\($0.record.kind.rawValue):\($0.record.id)"), "name": .string($0.name),
                        "score": .number($0.score), "came_true": .bool($0.cameTrue),
                    ]
                }),
        ]
    }
}

extension ModelReport.Funnel {
    fileprivate var json: JSONValue {
        [
            "subject": .string(subject), "is_sequence": .bool(isSequence),
            "steps": .array(
                steps.map {
                    [
                        "name": .string($0.name), "reached": .integer($0.reached), "waiting": .integer($0.waiting),
                    ]
                }),
        ]
    }
}
