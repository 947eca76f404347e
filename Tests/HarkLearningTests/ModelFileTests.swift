import Testing

@testable import HarkLearning

struct ModelFileTests {
    private static func text() throws -> String {
        String(decoding: try Samples.model(Samples.mixed(rows: 120, seed: 5)).json(), as: UTF8.self)
    }

    @Test(arguments: 1...3)
    func comesBackBitForBit(_ seed: UInt64) throws {
        let model = try Samples.model(Samples.mixed(rows: 200, seed: seed))
        let bytes = try model.json()
        let read = try Model(json: bytes)
        #expect(read == model)
        #expect(try read.json() == bytes)
    }

    @Test(arguments: [
        Calibration.none, .logistic(slope: 0.9, offset: 0.1), .beta(a: 1, b: 0.5, offset: 0),
        .isotonic(raw: [-1, 1], calibrated: [-2, 0.5]),
    ])
    func everyCalibrationComesBack(_ calibration: Calibration) throws {
        let model = try Samples.model(Samples.mixed(rows: 120, seed: 5))
        let other = Model(
            settings: model.settings, dataFingerprint: model.dataFingerprint, rows: model.rows,
            positives: model.positives, metrics: model.metrics, intercept: model.intercept, terms: model.terms,
            combination: model.combination, constantColumns: model.constantColumns, calibration: calibration)
        #expect(try Model(json: other.json()).calibration == calibration)
    }

    /// A part of the file, and what to put in its place.
    static let damages: [(part: String, replacement: String)] = [
        ("\"format\" : 2", "\"format\" : \"one\""),
        ("\"cuts\"", "\"cats\""),
        ("\"kind\" : \"number\"", "\"kind\" : \"category\""),
        ("\"learningRate\" : 0.2", "\"learningRate\" : -0.2"),
        ("\"intercept\" :", "\"intercept\" : 1e999, \"x\" :"),
        ("\"scores\" : [", "\"scores\" : [ 0,"),
        ("\"positives\" : [", "\"positives\" : [ 0,"),
        ("\"rows\" : [", "\"rows\" : [ -1,"),
        ("\"levels\" : [", "\"levels\" : [ \"north\", \"north\","),
        ("{", ""),
    ]

    @Test(arguments: damages)
    func damageIsATypedError(_ part: String, _ replacement: String) throws {
        let text = try ModelFileTests.text()
        let range = try #require(text.firstRange(of: part))
        let damaged = text[..<range.lowerBound] + replacement + text[range.upperBound...]
        let error = #expect(throws: LearningError.self) { try Model(json: Array(damaged.utf8)) }
        if case .damagedModel = error { return }
        if case .invalidSetting = error { return }
        Issue.record("\(String(describing: error))")
    }

    @Test func everyTruncationIsATypedError() throws {
        let bytes = try Samples.model(Samples.mixed(rows: 60, seed: 5)).json()
        for length in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 50)) {
            #expect(throws: LearningError.self) { try Model(json: Array(bytes.prefix(length))) }
        }
    }

    @Test func otherFormatsAreNamed() throws {
        #expect(throws: LearningError.unsupportedFormat(99)) { try Model(json: Array("{\"format\": 99}".utf8)) }
    }

    @Test func fingerprintsTellDataApart() throws {
        let dataset = try Samples.mixed(rows: 60, seed: 5)
        var outcomes = dataset.outcomes
        outcomes[0].toggle()
        let others = [
            try Dataset(dataset.table, outcomes: outcomes), try Samples.mixed(rows: 60, seed: 6),
            try dataset.dropping(["place"]),
        ]
        #expect(try Samples.mixed(rows: 60, seed: 5).fingerprint == dataset.fingerprint)
        #expect(Set((others + [dataset]).map(\.fingerprint)).count == 4)
    }
}
