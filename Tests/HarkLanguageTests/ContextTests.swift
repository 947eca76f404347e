import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

struct ContextTests {
    let reader: PhraseReader

    init() throws { reader = try Larkspur.reader() }

    @Test(arguments: ["delete her", "delete it", "remove this contact", "delete that"])
    func pointsAtTheSelectedRecord(_ phrase: String) throws {
        let helen = try #require(Larkspur.record(.contact, 3))
        let action = reader.read(phrase, in: Larkspur.context(selected: helen))[0]
        #expect(action.command == .delete(helen.reference))
        #expect(action.status == .confirm)
        #expect(action.question == "Delete contact Helen Marsh?")
    }

    @Test(arguments: ["delete her", "open the second one", "delete this lead", "call them tomorrow"])
    func asksWhereNothingCanBeMeant(_ phrase: String) {
        let action = reader.read(phrase, in: Larkspur.context())[0]
        #expect(action.status == .clarify)
        #expect(action.command == nil)
    }

    @Test(arguments: [
        ("open the second one", 2), ("open the last one", 3), ("show number 1", 1), ("delete the 3rd lead", 3),
    ])
    func countsInTheLastList(_ phrase: String, _ id: Int64) throws {
        let listed = try (1...3).map { try #require(Larkspur.record(.lead, $0)) }
        let action = reader.read(phrase, in: Larkspur.context(listed: listed))[0]
        let reference = RecordReference(.lead, id)
        #expect(action.command == (phrase.hasPrefix("delete") ? .delete(reference) : .show(reference)))
    }

    @Test(arguments: ["2", "the second one", "number two", "ellen", "Ellen March", "brightwater"])
    func takesAnAnswerToItsQuestion(_ answer: String) throws {
        let question = reader.read("book a meeting with ellen marsh thursday at eleven", in: Larkspur.context())[0]
        #expect(question.status == .clarify)
        var asked = question
        asked.choices = try [#require(Larkspur.record(.contact, 3)), #require(Larkspur.record(.contact, 9))]
        let action = reader.read(answer, in: Larkspur.context(pending: asked))[0]
        #expect(action.commandType == .scheduleMeeting)
        #expect(action.status == .ready)
        #expect(action.links.map(\.record.name) == ["Ellen March"])
    }

    @Test func takesWhatWasMissing() throws {
        let question = reader.read("schedule a meeting with sarah", in: Larkspur.context())[0]
        #expect(question.missing == ["start"])
        let action = reader.read("tomorrow at 3", in: Larkspur.context(pending: question))[0]
        #expect(action.status == .ready)
        #expect(action.entities["start"] == "2026-03-04T15:00")

        let note = reader.read("add a note to Rachel Green", in: Larkspur.context())[0]
        let written = reader.read("likes tea", in: Larkspur.context(pending: note))[0]
        #expect(written.entities["text"] == "likes tea")
    }

    @Test func readsSeveralCommandsAndCarriesTheNameOver() {
        let phrase = "add a lead from Nordic Steel and remind me to call them tomorrow"
        let actions = reader.read(phrase, in: Larkspur.context())
        #expect(actions.map(\.commandType) == [.createLead, .setReminder])
        #expect(actions.map(\.status) == [.ready, .ready])
        #expect(actions.last?.entities["subject"] == "Call Nordic Steel")
        #expect(actions.map(\.rawText) == ["add a lead from Nordic Steel", "remind me to call them tomorrow"])
    }

    @Test func keepsNamesAndNotesWithAndWhole() {
        let lead = reader.read("add a new lead from Johnson and Johnson", in: Larkspur.context())
        #expect(lead.map { $0.entities["company"] } == ["Johnson and Johnson"])
        let note = reader.read("note on helen marsh: she left and delete all leads", in: Larkspur.context())
        #expect(note.map { $0.entities["text"] } == ["she left and delete all leads"])
        let meeting = reader.read("meeting with helen marsh and ole berg tomorrow at 3pm", in: Larkspur.context())
        #expect(meeting.map { $0.entities["attendees"] } == [["Helen Marsh", "Ole Berg"]])
    }

    @Test func warnsOfATwin() {
        let action = reader.read("add a new lead from brightwater", in: Larkspur.context())[0]
        #expect(action.status == .confirm)
        #expect(action.entities["company"] == "Brightwater")
        #expect(action.choices.map(\.name) == ["Brightwater"])
    }

    @Test func asksWhichNumberIsTheDay() {
        let phrase = "schedule a meeting with sarah on 04/05 at 3pm"
        #expect(reader.read(phrase, in: Larkspur.context())[0].status == .clarify)
        var settings = Tenant.Settings()
        settings.dateOrder = .dayFirst
        #expect(
            reader.read(phrase, in: Larkspur.context(settings: settings))[0].entities["start"] == "2026-05-04T15:00")
        settings.dateOrder = .monthFirst
        #expect(
            reader.read(phrase, in: Larkspur.context(settings: settings))[0].entities["start"] == "2026-04-05T15:00")
    }

    @Test func offersTheOtherReadings() {
        let readings = reader.readings("open contact Laura Martinez", in: Larkspur.context(), limit: 3)
        #expect(readings.first?.map(\.commandType) == [.showRecord])
        #expect(Set(readings).count == readings.count)
    }
}
