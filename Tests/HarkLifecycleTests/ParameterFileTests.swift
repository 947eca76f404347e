import Testing

@testable import HarkLifecycle

struct ParameterFileTests {
    @Test func theBuiltInFileIsRight() throws {
        let parameters = try SimulationParameters.builtIn()
        #expect(parameters.segments.map(\.name) == ["startup", "small", "middle", "enterprise"])
        #expect(parameters.segments[2].loginGap == .weibull(scale: 8, shape: 1.1))
        #expect(parameters.segments[0].employees == 2...19 && parameters.churn.silence == 0.06)
        #expect(abs(parameters.rhythm.weekdays.reduce(0, +) - 7) < 1e-9)
        #expect(try SimulationParameters(SimulationParameters.builtInText) == parameters)
    }

    @Test func anOwnFileReplacesWhatItHas() throws {
        let own = try SimulationParameters("mess\r\n  missing 0.5 # much\r\n  late 0\n  twice 0\n\tout_of_order 0\n")
        var expected = try SimulationParameters.builtIn()
        expected.mess = .init(missing: 0.5, late: 0, twice: 0, outOfOrder: 0)
        #expect(own == expected)
        #expect(try SimulationParameters("# nothing\n") == SimulationParameters.builtIn())
    }

    static let segment = """
        segment tiny
          weight 1
          employees 2 to 9
          plan Solo
          seats 1 to 2
          seat_price 5
          fit 0
          without_demo 0
          churn 0
          sale weibull scale 10 shape 1
          touch log_normal median 7 sigma 0.8
          login log_normal median 9 sigma 0.8

        """

    @Test func ownSegmentsReplaceAll() throws {
        #expect(try SimulationParameters(ParameterFileTests.segment).segments.map(\.plan) == ["Solo"])
    }

    /// A mistake, and the first words of what is said of it.
    static let mistakes: [(String, String)] = [
        ("  weight 1\n", "1:3: a parameter before the first section"),
        ("rythm\n", "1:1: 'rythm' is no section, those are segment,"),
        ("mess of sorts\n", "1:9: a section has one or two words"),
        ("mess\n  late 0\n  late 0\n", "3:3: a second late"),
        ("mess\n  late 0\n", "1:1: mess needs missing"),
        ("mess\n  missing 2\n", "2:11: '2' is no number from 0 to 1"),
        ("mess\n  missing some\n", "2:11: 'some' is no number"),
        ("mess\n  missing\n", "2:3: missing needs 1 value"),
        ("mess\n  missing 0 1\n", "2:13: missing needs 1 value"),
        ("mess\n  missing nan\n", "2:11: 'nan' is no number"),
        ("mess\n  missing 0\n  late 0\n  twice 0\n  out_of_order 0\n  lost 0\n", "6:3: mess has no parameter 'lost'"),
        ("mess\n  missing 0\n  late 0\n  twice 0\n  out_of_order 0\nmess\n", "6:1: a second section mess"),
        ("segment\n", "1:1: a segment needs a name"),
        (segment + segment, "13:1: a second segment tiny"),
        (segment.replacing("weight 1", with: "weight 0"), "1:1: one segment at least needs a weight above 0"),
        (segment.replacing("2 to 9", with: "9 to 2"), "3:18: 2 is less than 9"),
        (segment.replacing("2 to 9", with: "2 bis 9"), "3:15: expected 'employees low to high'"),
        (segment.replacing("2 to 9", with: "2 to 9.5"), "3:18: '9.5' is no whole number"),
        (segment.replacing("weibull", with: "normal"), "10:8: expected log_normal or weibull, not 'normal'"),
        (segment.replacing("shape", with: "sigma"), "10:25: expected 'shape', not 'sigma'"),
        (segment.replacing("median 7", with: "median 0"), "11:27: '0' is no number from 0.001 to 10000"),
    ]

    @Test(arguments: mistakes) func mistakesHaveAPlace(_ text: String, _ words: String) throws {
        let error = try #require(throws: ParameterFileError.self) { try SimulationParameters(text) }
        #expect(error.description.hasPrefix(words), "\(error)")
    }
}
