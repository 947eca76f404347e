import HarkCore
import HarkService
import Testing

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
}
