import HarkCore
import HarkService
import Testing

/// Questions that lean on a figure or list before them.
struct FigureFollowUpTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var lines: [String]
        var last: String
        var type: CommandType
        var says: String
        var testDescription: String { (lines + [last]).joined(separator: " / ") }
    }

    static let rows = [
        Row(
            lines: ["what is my open pipeline worth"], last: "only the ones in negotiation", type: .listRecords,
            says: "\"stage\":\"negotiation\""),
        Row(
            lines: ["how much did I win last month"], last: "list them", type: .listRecords, says: "\"stage\":\"won\""),
        Row(
            lines: ["how much did I win last month"], last: "and the win rate?", type: .aggregate, says: "\"owner\""),
        Row(
            lines: ["show urgent tickets"], last: "which customers are they from", type: .countRecords,
            says: "\"by\":\"company\""),
        Row(
            lines: ["what is our revenue this year"], last: "by rep, please", type: .aggregate, says: "\"by\":\"owner\""
        ),
        Row(
            lines: ["my open deals", "how many is that"], last: "only over 50k", type: .listRecords,
            says: "\"owner\""),
    ]

    @Test(arguments: rows)
    func keepWhatWasSaidOfTheFigure(_ row: Row) throws {
        var conversation = try Conversation(try Office().admin)
        for line in row.lines { _ = try conversation.perform(try conversation.read(line)[0]) }
        let action = try conversation.read(row.last)[0][0]
        #expect(action.commandType == row.type)
        #expect(action.entities.compact.contains(row.says), "\(action.entities.compact)")
    }

    @Test(arguments: ["which of his renew before friday", "whose is that until monday"])
    func aQuestionMakesNoTask(_ phrase: String) throws {
        var conversation = try Conversation(try Office().admin)
        #expect(try conversation.read(phrase)[0].allSatisfy { $0.commandType != .createTask })
    }
}
