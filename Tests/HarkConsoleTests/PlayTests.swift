import HarkConsole
import HarkCore
import HarkScreen
import HarkService
import HarkUI
import Testing

/// Scripts typed in the user's place, through the real loop.
@MainActor
struct PlayTests {
    @Test func aScriptSaysRunsConfirmsAndTakesBack() async throws {
        let script = """
            Add a new lead from ABC Corporation
            delete Bergen Fjordline
            undo
            """
        let journey = try Journey(leads: ["Bergen Fjordline"], script: script, pace: .infinity)
        try await journey.shows("the keys are yours")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 2)
        #expect(journey.terminal.frames.contains { $0.text().contains("Deleted lead Bergen Fjordline") })
    }

    @Test func whatIsAskedBackIsAnsweredByTheNextLine() async throws {
        let script = """
            add a lead
            Tind Sports
            buy 100 shares of apple
            undo
            """
        let journey = try Journey(leads: [], script: script, pace: .infinity)
        try await journey.shows("the keys are yours")
        #expect(journey.terminal.frames.contains { $0.text().contains("Added lead Tind Sports") })
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 0, "what was not understood is typed over")
    }

    @Test func spacePausesAndGoesOn() async throws {
        let journey = try Journey(leads: ["Bergen"], script: "pause 60s\nAdd a new lead from ABC", pace: 200)
        try await journey.shows("Space pauses")
        try journey.press("<Space>")
        try await journey.shows("Space goes on")
        try await Task.sleep(for: .milliseconds(600))
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 1)
        try journey.press("<Space>")
        try await journey.shows("Added lead ABC")
    }

    @Test func anyOtherKeyEndsTheScriptAndDoesNothingElse() async throws {
        let journey = try Journey(leads: ["Bergen"], script: "pause 60s\ndelete Bergen", pace: 1)
        try await journey.shows("any other key")
        try journey.press("q")
        try await journey.shows("the keys are yours")
        try journey.press(":delete Bergen")
        try await journey.shows("say> delete Bergen")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 1)
    }

    @Test func aTranscriptHasEveryPhraseAndItsAction() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        let settings = Console.Settings(session: journey.session, themes: try ThemeShelf(folder: nil), memory: nil)
        let script = try DemoScript("key j\nAdd a new lead from ABC Corporation\nundo")
        let text = await Console.transcript(settings, of: Console.Playing(script))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0] == "say> Add a new lead from ABC Corporation")
        #expect(lines[1].contains(#""command_type":"CREATE_LEAD""#))
        #expect(lines[2] == "say> undo")
        #expect(lines[3].contains(#""command_type":"UNDO""#))
    }
}
