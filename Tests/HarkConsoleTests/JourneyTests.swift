import Foundation
import HarkConsole
import HarkCore
import HarkScreen
import HarkService
import Testing

/// Key scripts through the real loop: what a user presses, what the screen shows, what the database holds after.
@MainActor
struct JourneyTests {
    @Test func aPhraseIsShownRunAndTakenBack() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline", "Cobalt Robotics"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":Add a new lead from ABC Corporation<Enter>")
        try await journey.shows("\"command_type\":\"CREATE_LEAD\"")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 2, "showing an action changes nothing")
        try journey.press("<Enter>")
        try await journey.shows("Added lead ABC Corporation")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 3)
        try journey.press("<Esc>z")
        try await journey.shows("Undone")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 2)
        try journey.press("Z")
        try await journey.shows("Done again")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 3)
    }

    /// The list it was chosen from has another row selected; that one must not come back.
    @Test func aRecordOpenedFromAListByPhraseStaysOpen() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline", "Cobalt Robotics"])
        for company in ["Acme", "Globex", "Initech"] {
            _ = try journey.session.run(.createDeal(NewDeal(name: company)))
        }
        try await journey.shows("Bergen Fjordline")
        try journey.press(":show the pipeline<Enter>")
        try await journey.shows("SHOW_PIPELINE")
        try journey.press("<Enter>")
        try await journey.shows("Found · 3")
        try journey.press(":open the third one<Enter>")
        let chosen = try await journey.shows("SHOW_RECORD")
        let name = try #require(["Acme", "Globex", "Initech"].first { chosen.contains("\"record\":\"\($0)") })
        try journey.press("<Enter>")
        try await journey.shows(" Owner ")
        try await Task.sleep(for: .milliseconds(300))
        let frame = try #require(journey.terminal.frame?.text())
        #expect(frame.split(separator: "\n")[1].contains(name), "\(frame)")
    }

    @Test func aSlipInTheTenantsOwnWordsCostsOnlyThose() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("words-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "intent FLY".write(to: folder.appendingPathComponent("acme.intents"), atomically: true, encoding: .utf8)
        let journey = try Journey(leads: ["Bergen Fjordline"], words: folder.path)
        try await journey.shows("acme.intents:1:8: no command is called FLY; only the built-in phrases work.")
        try journey.press(":Add a new lead from ABC Corporation<Enter>")
        try await journey.shows("\"command_type\":\"CREATE_LEAD\"")
    }

    @Test func deletingAsksOnceMore() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":delete Bergen Fjordline<Enter>")
        try await journey.shows("\"command_type\":\"DELETE\"")
        try journey.press("<Enter>")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 1)
        try journey.press("<Enter>")
        try await journey.shows("Deleted lead Bergen Fjordline")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 0)
    }

    @Test func filteringNarrowsTheListWhileTyping() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline", "Cobalt Robotics"])
        try await journey.shows("Cobalt")
        try journey.press("/berg")
        let frame = try await journey.shows("Leads · 1")
        #expect(frame.contains("Bergen Fjordline"))
    }

    @Test func anEmptyTenantSaysWhatToDo() async throws {
        let journey = try Journey(leads: [])
        try await journey.shows("hark import")
    }

    @Test func leavingClosesTheTerminal() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen")
        try journey.press("q")
        await journey.ends()
        #expect(journey.terminal.calls.contains(.close))
    }

    @Test func aLostTerminalEndsTheProgram() async throws {
        let journey = try Journey(leads: [])
        journey.terminal.send([.hangup])
        await journey.ends()
    }

    @Test func whatIsNotUnderstoodSaysSo() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen")
        try journey.press(":buy 100 shares of apple<Enter>")
        try await journey.shows("UNKNOWN")
    }

    @Test func changesByOthersAppear() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen")
        _ = try journey.session.run(.createLead(NewLead(company: "Tind Sports")))
        try journey.press("r")
        try await journey.shows("Tind Sports")
    }

    @Test(arguments: ["10x5", "0x10", "x", "120x40.png", "501x2"].dropFirst())
    func sizesThatAreNoneAreRefused(_ text: String) async throws {
        let journey = try Journey(leads: [])
        let settings = Console.Settings(session: journey.session, themes: try ThemeShelf(folder: nil), memory: nil)
        await #expect(throws: ServiceError.self) { try await Console.snapshot(settings, text, asciiOnly: false) }
    }
}
