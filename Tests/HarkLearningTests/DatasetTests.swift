import HarkLearning
import Testing

struct DatasetTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let columns: [Column]
        let error: LearningError
    }

    static let refusals = [
        Refusal(testDescription: "no columns", columns: [], error: .noColumns),
        Refusal(testDescription: "no rows", columns: [Column("a", numbers: [])], error: .noRows),
        Refusal(
            testDescription: "two lengths", columns: [Column("a", numbers: [1]), Column("b", numbers: [1, 2])],
            error: .lengthMismatch(name: "b", expected: 1, found: 2)),
        Refusal(
            testDescription: "one name twice", columns: [Column("a", numbers: [1]), Column("a", numbers: [2])],
            error: .duplicateColumn("a")),
        Refusal(
            testDescription: "a code without level", columns: [Column("a", codes: [0, 2], levels: ["x", "y"])],
            error: .invalidCode(column: "a", row: 1, code: 2)),
        Refusal(
            testDescription: "a code below missing", columns: [Column("a", codes: [-2], levels: ["x"])],
            error: .invalidCode(column: "a", row: 0, code: -2)),
    ]

    @Test(arguments: refusals)
    func tableRefuses(_ row: Refusal) {
        #expect(throws: row.error) { try Table(row.columns) }
    }

    @Test func outcomesMustBeOneARow() throws {
        let table = try Table([Column("a", numbers: [1, 2])])
        #expect(throws: LearningError.lengthMismatch(name: "outcomes", expected: 2, found: 1)) {
            try Dataset(table, outcomes: [true])
        }
    }

    static let kinds: [(texts: [String], kind: Column.Kind)] = [
        (["1", "2.5", " -3e2 ", ""], .number),
        (["1", "n/a", "?"], .number),
        (["1", "two"], .category),
        (["Yes", "No", ""], .category),
        (["", ""], .category),
        (["n/a", "-"], .category),
        (["inf", "1"], .category),
        (["0x10", "1"], .category),
        (["+1", ".5", "1."], .number),
    ]

    @Test(arguments: kinds)
    func kindIsReadFromTexts(_ texts: [String], _ kind: Column.Kind) {
        #expect(Column.inferredKind(of: texts) == kind)
    }

    @Test func emptyTextsAreMissing() throws {
        let numbers = Column("a", texts: ["1", " ", "x"], as: .number)
        #expect((0..<3).map(numbers.value(at:)) == [.number(1), .missing, .missing])
        let names = Column("a", texts: [" x ", "", "y", "x"])
        #expect(names.values == .categories(codes: [0, -1, 1, 0], levels: ["x", "y"]))
    }

    @Test func booleansAreTwoLevels() {
        let column = Column("a", booleans: [true, nil, false])
        #expect((0..<3).map(column.value(at:)) == [.category("yes"), .missing, .category("no")])
    }

    @Test func rowsAndColumnsAreSelected() throws {
        let table = try Table([Column("a", numbers: [1, 2, 3]), Column("b", categories: ["x", nil, "z"])])
        let dataset = try Dataset(table, outcomes: [true, false, false]).selecting([2, 0]).dropping(["a"])
        #expect(dataset.outcomes == [false, true])
        #expect(dataset.table.row(0) == ["b": .category("z")])
        #expect(throws: LearningError.noColumns) { try dataset.dropping(["b"]) }
    }
}
