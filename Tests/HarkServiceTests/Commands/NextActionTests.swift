import HarkCore
import Testing

@testable import HarkLifecycle
@testable import HarkService

struct NextActionTests {
    @Test func oneActionARecordAndThePlanFitsTheTime() throws {
        let office = try Office()
        let first = try office.lead("Fjordline")
        _ = try office.lead("Cobalt Robotics")
        let actions = try office.admin.agenda(owner: nil).actions
        #expect(Set(actions.map(\.record.reference)).count == actions.count)
        let customer = try office.customer("Nordlys Energi")
        #expect(try office.admin.nextActions(for: RecordReference(.customer, customer.rawValue)).isEmpty)
        #expect(try office.admin.page(of: first).actions == office.admin.nextActions(for: first))
        for minutes in [1, 20, 45, 480] {
            let plan = WorkPlan(try office.admin.agenda(owner: nil), minutes: minutes)
            #expect(plan.minutes <= minutes && plan.minutes == plan.actions.reduce(0) { $0 + $1.minutes })
            #expect(plan.actions.count + plan.leftOut.count == actions.count)
        }
    }

    /// Nobody is advised what their role cannot do.
    @Test func adviceIsWhatTheRoleMayDo() throws {
        let office = try Office()
        let lead = try office.lead("Fjordline")
        let all = try office.admin.nextActions(for: lead)
        #expect(!all.isEmpty)
        for role in [Role.support, .viewer] {
            let session = try office.session(role)
            let advised = try session.nextActions(for: lead)
            #expect(advised.count < all.count)
            for action in advised {
                let command = try #require(try PlayBook.builtIn().play(action.play)?.command)
                #expect(session.mayTry(command), "\(action.play)")
            }
        }
    }

    /// The phrase of every play comes to the command it says it does.
    @Test func everyPlayDoesWhatItSays() throws {
        let office = try Office()
        _ = try office.admin.run(.createContact(NewContact(person: "Helen Marsh")))
        _ = try office.lead("Fjordline")
        let id = try office.customer("Nordlys Energi")
        _ = try office.admin.run(.createDeal(NewDeal(name: "Fjordline fleet")))
        let ticket = NewTicket(customer: id, subject: "Slow", priority: .normal)
        _ = try office.admin.run(.createTicket(ticket))
        var conversation = try Conversation(office.admin)
        for play in try PlayBook.builtIn().plays {
            let name = play.kinds.contains(.lead) ? "Fjordline" : "Nordlys Energi"
            let phrase = play.phrase.parts.map { part in
                switch part {
                case .text(let text): text
                case .word(.deal): "Fjordline fleet"
                case .word(.ticket), .fact: "1"
                case .word: name
                }
            }.joined()
            let action = try #require(try conversation.read(phrase)[0].first)
            #expect(action.commandType == play.command, "\(phrase): \(action.json.compact)")
        }
    }
}
