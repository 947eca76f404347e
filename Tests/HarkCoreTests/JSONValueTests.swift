import HarkCore
import Testing

struct JSONValueTests {
    @Test(arguments: [
        #"{"b":1,"a":[true,false,null,"x\n\"\\"],"c":{}}"#, "[]", "-0.5", #""é😀""#, #"{"n":12500,"f":0.71}"#,
    ])
    func printsWhatItRead(_ text: String) throws {
        #expect(try JSONValue(parsing: text).compact == text)
        #expect(try JSONValue(parsing: JSONValue(parsing: text).pretty).compact == text)
    }

    @Test(arguments: [
        ("", 0, "a value"), ("{", 1, "a name in quotes"), ("[1", 2, "a comma or ]"), ("[1] x", 4, "the end"),
        (#"{"a" 1}"#, 5, "a colon"), (#""\ud800""#, 7, "a low surrogate"), ("nul", 0, "null"), ("--1", 0, "a value"),
    ])
    func saysWhatIsWrongAndWhere(_ text: String, _ offset: Int, _ expected: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.offset == offset)
        #expect(error?.expected == expected)
    }

    @Test func refusesBottomlessNesting() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test func escapesWhatATerminalWouldObey() {
        #expect(JSONValue.string("\u{1B}[2J\u{202E}\u{9B}").compact == #""\u001b[2J\u202e\u009b""#)
    }

    @Test func joinsSurrogatePairs() throws {
        #expect(try JSONValue(parsing: #""\ud83d\ude00""#) == .string("😀"))
    }
}
