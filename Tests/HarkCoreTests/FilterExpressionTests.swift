import HarkCore
import Testing

struct FilterExpressionTests {
    @Test func readsRequirementsAndWords() throws {
        let filter = try FilterExpression(#"stage:open owner:me score>=70 nordic city:"New York" ! oslo"#)
        #expect(
            filter.conditions == [
                Condition(.stage, .equals, .text("open")), Condition(.owner, .equals, .me),
                Condition(.score, .atLeast, .number(70)), Condition(.city, .equals, .text("New York")),
                Condition(.priority, .equals, .text("high")),
            ])
        #expect(filter.words == "nordic oslo")
    }

    @Test(arguments: [
        ("score>", 0, "score needs a value, for example score>70"),
        ("x score>many", 2, "score needs a number, for example score>70"),
        ("created>soon", 0, "created needs a day, for example created>2026-01-31"),
    ])
    func saysWhatIsWrongAndWhere(_ text: String, _ offset: Int, _ message: String) {
        let error = #expect(throws: FilterError.self) { try FilterExpression(text) }
        #expect(error?.offset == offset)
        #expect(error?.message == message)
    }

    /// "none" asks for what is empty, whatever sort of value the field has.
    @Test(arguments: [
        (Field.email, "email:none"), (.owner, "owner:None"), (.close, "close:none"), (.amount, "amount!:none"),
    ])
    func noneIsNothing(_ field: Field, _ text: String) throws {
        let condition = try #require(try FilterExpression(text).conditions.first)
        #expect(condition.field == field && condition.value == .nothing)
        #expect(condition.filterText == text.lowercased())
    }

    @Test func unknownFieldsAreWords() throws {
        #expect(try FilterExpression("http://x:y").words == "http://x:y")
    }
}
