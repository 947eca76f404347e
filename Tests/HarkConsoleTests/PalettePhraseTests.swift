import HarkCore
import HarkLanguage
import HarkService
import Testing

@testable import HarkUI

/// What the palette offers is understood as what it says it is.
@MainActor
struct PalettePhraseTests {
    private let session: Session

    init() throws {
        let service = try Service.inMemory()
        _ = try service.createTenant(
            slug: "acme", name: "Acme", admin: .init(name: "Ada Admin", email: "ada@acme.test"), at: Journey.now)
        session = try service.session(tenant: nil, user: nil, channel: .dashboard, clock: .fixed(at: Journey.now))
    }

    /// A record of each kind somebody can have before them, by the phrase that makes it.
    private static let makers: [(RecordKind, [String])] = [
        (.lead, ["add a new lead from Bergen Fjordline"]), (.contact, ["add a contact Helen Marsh"]),
        (.customer, ["add a new lead from Cobalt Robotics", "convert Cobalt Robotics"]),
        (.deal, ["add a new lead from Tind Sports", "create a deal for Tind Sports worth 10k"]),
        (.task, ["add a task to send the report tomorrow at 9"]),
        (.meeting, ["add a contact Ole Berg", "schedule a meeting with Ole Berg on Friday at 9"]),
        (.ticket, ["add a new lead from Havn Mat", "convert Havn Mat", "open a ticket for Havn Mat: no login"]),
    ]

    @Test func isUnderstood() throws {
        var conversation = try Conversation(session)
        for phrase in PalettePhraseTests.makers.flatMap(\.1) {
            let actions = try #require(try conversation.read(phrase).first)
            _ = try conversation.perform(actions, confirmed: true)
        }
        for (kind, _) in PalettePhraseTests.makers {
            let record = try #require(try session.records(RecordQuery(kind)).rows.first)
            for phrase in PalettePhrases.phrases(for: record, marks: [], at: .fields) {
                try expect(phrase, of: record, in: &conversation)
            }
        }
        let lead = try #require(try session.records(RecordQuery(.lead)).rows.first)
        for place in [Dashboard.Place.leads, .customers, .results, .log] {
            for phrase in PalettePhrases.phrases(for: nil, marks: [], at: place) {
                try expect(phrase, of: lead, in: &conversation)
            }
        }
        let leads = try session.records(RecordQuery(.lead)).rows.prefix(2)
        for phrase in PalettePhrases.phrases(for: lead, marks: Array(leads), at: .fields) {
            try expect(phrase, of: lead, in: &conversation)
        }
    }

    private func expect(
        _ phrase: Dashboard.HelpPhrase, of record: NamedRecord, in conversation: inout Conversation
    ) throws {
        conversation.look(at: record, in: [record, record])
        // What ends in a space waits for words of the user's own.
        let said = phrase.phrase.hasSuffix(" ") ? phrase.phrase + "no money" : phrase.phrase
        let action = try conversation.read(said).first?.first
        #expect(action?.commandType == phrase.commandType, "\(record.reference.kind): \(said)")
        let isDone = action.map { [.ready, .confirm].contains($0.status) } ?? false
        #expect(isDone, "\(record.reference.kind): \(said): \(action?.question ?? "")")
    }

    @Test func everyCommandHasALine() throws {
        let entries = try Conversation(session).help.filter { !$0.samples.isEmpty }
        #expect(Set(entries.map(\.commandType)) == Set(CommandType.allCases).subtracting([.unknown]))
    }
}
