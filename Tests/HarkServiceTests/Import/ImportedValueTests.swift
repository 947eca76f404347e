import HarkCore
import Testing

@testable import HarkService

struct ImportedDateTests {
    static let understood: [(String, [String])] = [
        (
            "2026-04-03T00:00:00",
            [
                "2026-04-03", "2026/04/03", "2026.4.3", "03.04.2026", "3.4.2026", "2026-04-03T00:00",
                "2026-04-03 12:00 AM",
            ]
        ),
        (
            "2026-04-03T14:30:05",
            [
                "2026-04-03T14:30:05Z", "2026-04-03 14:30:05", "03.04.2026 14:30:05", "2026-04-03T14:30:05.123+02:00",
                "2026/04/03 2:30:05 PM", "2026-04-03T14:30:05,5",
            ]
        ),
    ]

    @Test(arguments: understood.flatMap { date, texts in texts.map { ($0, date) } })
    func reads(_ text: String, _ date: String) throws {
        #expect(try ImportedDate(text, order: nil).written.descriptionWithSeconds == date)
    }

    @Test(arguments: ["03/04/2026", "3-4-2026", "31/12/2026"])
    func asksForTheOrder(_ text: String) {
        #expect(throws: ImportedDate.Failure.ambiguous) { try ImportedDate(text, order: nil) }
    }

    @Test func followsTheOrder() throws {
        #expect(try ImportedDate("03/04/2026", order: .dayFirst).written.description == "2026-04-03T00:00")
        #expect(try ImportedDate("03/04/2026 1:05 pm", order: .monthFirst).written.description == "2026-03-04T13:05")
    }

    @Test(arguments: [
        "", "soon", "2026-02-30", "2026-13-01", "31/12/26", "2026-04", "2026-04-03x", "2026-04-03T25:00", "03.13.2026",
        "2026-04-03 13:00 PM", "2026-04-03T10:61", "20260403", "2026-04/03", "99999-01-01",
        "2026-04-03T10:00+15:00", "2026-04-03T10:00+2:0", "2026-04-03 10:00 CET", "2026-04-03T10:00+02:75",
        "2025-02-29", "2026-04-03T24:00", "2026-04-03T10:00Z+", "1767225600",
    ])
    func refuses(_ text: String) {
        #expect(throws: ImportedDate.Failure.unreadable) { try ImportedDate(text, order: .dayFirst) }
    }
}

struct ImportedAmountTests {
    static let understood: [(String, Double, String?)] = [
        ("1234.5", 1234.5, nil), ("1,234.50", 1234.5, nil), ("1.234,50", 1234.5, nil), ("1 234,50", 1234.5, nil),
        ("1'234.50", 1234.5, nil), ("1,234", 1234, nil), ("1.234", 1.234, nil), ("1,23", 1.23, nil),
        ("1.234.567", 1_234_567, nil), ("12,34,567", 1_234_567, nil), ("€ 99", 99, "EUR"), ("99 €", 99, "EUR"),
        ("-$5.25", -5.25, "USD"), ("$-5.25", -5.25, "USD"), ("EUR 1.000,00", 1000, "EUR"), ("12500 usd", 12500, "USD"),
        ("−7", -7, nil), (".5", 0.5, nil), ("0", 0, nil),
    ]

    @Test(arguments: understood)
    func reads(_ text: String, _ value: Double, _ currency: String?) {
        #expect(ImportedAmount(text).map { [$0.value] } == [value])
        #expect(ImportedAmount(text)?.currency == currency)
    }

    @Test func followsTheDecimalMark() {
        #expect(ImportedAmount("1.234", decimalMark: ",")?.value == 1234)
        #expect(ImportedAmount("1,234", decimalMark: ",")?.value == 1.234)
    }

    @Test(arguments: ["", "EUR", "1,2,3", "12a", "1.2.3", "--5", "1e5", "nan", "∞", "1,,234", "€$5"])
    func refuses(_ text: String) {
        #expect(ImportedAmount(text) == nil)
    }
}

struct ImportedWordsTests {
    static let attributes: [(String, AttributeValue)] = [
        ("12", .number(12)), ("-1.5", .number(-1.5)), ("0", .number(0)), ("0.25", .number(0.25)),
        ("1e3", .number(1000)),
        ("-05", .text("-05")), ("007", .text("007")), ("+4930", .text("+4930")),
        ("1234567890123456", .text("1234567890123456")), ("Yes", .flag(true)), ("FALSE", .flag(false)),
        ("no", .flag(false)), ("nan", .text("nan")), ("0x1F", .text("0x1F")), ("inf", .text("inf")), ("-", .text("-")),
        ("2026-04-03", .text("2026-04-03")), ("1.2.3", .text("1.2.3")), ("1e999", .text("1e999")),
        ("02.Medium", .text("02.Medium")),
    ]

    @Test(arguments: attributes)
    func takesValuesForWhatTheyAre(_ text: String, _ value: AttributeValue) {
        #expect(ImportedWords.attribute(text) == value)
    }

    @Test(arguments: ["created_at", "Created At", "CREATED-AT", " createdAt"])
    func foldsHeaders(_ header: String) {
        #expect(ImportedWords.folded(header) == "createdat")
    }
}
