import Foundation
import HarkConsole
import HarkCore
import HarkService
import Testing

/// What a phrase moves: many records at once, files into the tenant, and the user to another one.
@MainActor
struct TransferJourneyTests {
    @Test func anotherTenantStartsAnew() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline", "Cobalt Robotics"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":mark Bergen Fjordline as contacted<Enter>")
        try await journey.shows("\"command_type\"")
        try journey.press("<Enter>")
        try await journey.shows("z undoes it")
        try journey.press(":switch to tenant globex<Enter>")
        try await journey.shows("\"SWITCH_TENANT\"")
        try journey.press("<Enter>")
        let frame = try await journey.shows("This is globex now; you are Ada Admin, admin.")
        #expect(!frame.contains("Fjordline"), "nothing of the old tenant stays")
        try await journey.shows("hark import")
        try journey.press(":<Up>")
        let prompt = try await journey.shows("say>")
        #expect(!prompt.contains("contacted"), "nor what was said there")
        try journey.press("<Esc>z")
        try await journey.shows("There is nothing to undo.")
        #expect(try journey.session.leads(RecordQuery(.lead)).rows.contains { $0.stage == "contacted" })
        try journey.press(":delete Cobalt Robotics<Enter>")
        try await journey.shows("No record is called")
    }

    @Test(arguments: ["initech", "umbrella"])
    func aTenantOfOthersIsAsUnknownAsNone(_ name: String) async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":switch to tenant \(name)<Enter>")
        try await journey.shows("\"SWITCH_TENANT\"")
        try journey.press("<Enter>")
        try await journey.shows("You are no member of a tenant '\(name)'.")
        try await journey.shows("acme, globex")
    }

    @Test func aFileIsCountedThenImportedAndTakenOut() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("leads-\(UUID().uuidString).csv")
        try "company,person,email\nTind Sports,Liv Aas,liv@tind.test\nHavn Mat,Ola Moe,ola@havn.test\n".write(
            to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let journey = try Journey(leads: ["Bergen Fjordline"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":import leads from \(file.path)<Enter>")
        try await journey.shows("Import 2 leads from")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 1, "a preview writes nothing")
        try journey.press("<Enter>")
        try await journey.shows("again to do it")
        try journey.press("<Enter>")
        try await journey.shows("Imported 2 leads")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 3)
        try journey.press("z")
        try await journey.shows("Undone")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 1)
        #expect(try journey.session.search("Tind").isEmpty)
        try journey.press(":import leads from /nowhere.csv<Enter>")
        try await journey.shows("refused")
    }

    @Test func aPersonIsErasedWhenTheirNameIsTyped() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline"])
        _ = try journey.session.run(.createContact(NewContact(person: "Helen Marsh", email: "helen@aldgate.test")))
        try await journey.shows("Bergen Fjordline")
        try journey.press(":erase Helen Marsh for good<Enter>")
        try await journey.shows("This cannot be undone.")
        try await journey.shows("type Helen Marsh to go on")
        try journey.press("<Enter>")
        try await journey.shows("A yes is not enough here: type Helen Marsh")
        #expect(try journey.session.search("Helen").count == 1)
        try journey.press("Helen Marsh<Enter>")
        try await journey.shows("\"CONFIRM\"")
        try journey.press("<Enter>")
        let frame = try await journey.shows("Erased Helen Marsh for good: 1 contact")
        #expect(!frame.contains("undoes it"))
        #expect(try journey.session.search("Helen").isEmpty)
        try journey.press(":<Up>")
        let prompt = try await journey.shows("say>")
        #expect(!prompt.contains("erase Helen"), "what was typed is forgotten too")
        try journey.press("<Esc>")
        try journey.press("z")
        try await journey.shows("cannot be undone: somebody it is about was erased")
    }

    @Test func manyAreDeletedWhenTheirNumberIsTyped() async throws {
        let journey = try Journey(leads: ["Bergen Fjordline", "Cobalt Robotics", "Tind Sports", "Havn Mat"])
        try await journey.shows("Bergen Fjordline")
        try journey.press(":delete all leads<Enter>")
        let frame = try await journey.shows("Type 4 to go on.")
        #expect(frame.contains("Bergen Fjordline, Cobalt Robotics, "), "the first are named")
        #expect(frame.contains("type 4 to go on") && !frame.contains("Enter confirm"))
        try journey.press("<Enter>")
        try await journey.shows("A yes is not enough here: type 4")
        #expect(try journey.session.leads(RecordQuery(.lead)).total == 4)
        try journey.press("4<Enter>")
        try await journey.shows("\"CONFIRM\"")
        try journey.press("<Enter>")
        try await journey.shows("Deleted 4 leads")
    }
}
