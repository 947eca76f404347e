import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Tasks and meetings that are spoken of are moved, named and ranked in few words.
struct WorkAtHandTests {
    private static let task = Larkspur.record(.task, 1)
    private static let demo = NamedRecord(RecordReference(.meeting, 13), name: "Demo with Laura Martinez")

    private func read(_ phrase: String, touched: NamedRecord?) throws -> Action {
        var context = Larkspur.context()
        context.touched = [try #require(touched)]
        return try Larkspur.reader().read(phrase, in: context)[0]
    }

    /// Today is Tuesday 3 March 2026.
    @Test(arguments: [
        ("make that Wednesday afternoon", "2026-03-04T12:00"),
        ("actually, make that due today at two", "2026-03-03T14:00"),
        ("hmm, no, put it back to tomorrow, nine o clock", "2026-03-04T09:00"),
        ("set the due date of that task to friday at 3pm, please", "2026-03-06T15:00"),
        ("move the reminder to thursday", "2026-03-05T09:00"),
        ("due friday", "2026-03-06T09:00"),
    ])
    func aTaskIsMoved(_ phrase: String, _ until: String) throws {
        let action = try read(phrase, touched: Self.task)
        #expect(action.commandType == .snoozeTask && action.status == .ready, "\(action.json.compact)")
        #expect(action.entities["until"]?.string == until, "\(action.json.compact)")
    }

    /// The demo is on Thursday the 5th at eleven.
    @Test(arguments: [
        ("make that Friday", "2026-03-06T11:00"), ("push it to four o clock, please", "2026-03-05T16:00"),
        ("actually, make that Wednesday, and half an hour later", "2026-03-04T11:30"),
        ("not Thursday, rather on Friday at ten", "2026-03-06T10:00"), ("friday would be better", "2026-03-06T11:00"),
        ("hmm 4 is better", "2026-03-05T16:00"), ("no, 14:30 i meant", "2026-03-05T14:30"),
        ("oh no, thursday I am away, make it friday same time", "2026-03-06T11:00"),
    ])
    func ofAMeetingWhatIsLeftOpenStays(_ phrase: String, _ to: String) throws {
        let action = try read(phrase, touched: Self.demo)
        #expect(action.commandType == .rescheduleActivity && action.status == .ready, "\(action.json.compact)")
        #expect(action.entities["to"]?.string == to, "\(action.json.compact)")
    }

    @Test(arguments: [
        ("call it check the pilot", "subject", "Check the pilot"),
        ("and rename it to call about the offer", "subject", "Call about the offer"),
        ("make it urgent", "priority", "high"), ("make that low priority", "priority", "low"),
    ])
    func aTaskIsNamedAndRanked(_ phrase: String, _ field: String, _ value: String) throws {
        let action = try read(phrase, touched: Self.task)
        #expect(action.entities[field]?.string == value, "\(action.json.compact)")
        #expect(action.links.first?.record == Self.task && action.command?.writes == true)
    }

    /// What is about something else, or says anything besides, is no change of the task.
    @Test(arguments: [
        "make Helen Marsh a lead", "move the Acme renewal to proposal", "call Helen Marsh on friday",
        "make it friday and invite Ole Berg", "set the probability to 40%",
    ])
    func theTaskIsLeftAlone(_ phrase: String) throws {
        let action = try read(phrase, touched: Self.task)
        let isOfTask = action.links.contains { $0.record == Self.task } && action.status == .ready
        #expect(!isOfTask, "\(action.json.compact)")
    }
}
