import HarkCore
import Testing

struct ValuesTests {
    @Test(arguments: [
        (1_250_000, "EUR", "12,500 EUR"), (-150, "USD", "-1.50 USD"), (12_500, "JPY", "12,500 JPY"),
        (1_005, "KWD", "1.005 KWD"), (0, "EUR", "0 EUR"), (Int64.min, "JPY", "-9,223,372,036,854,775,808 JPY"),
    ])
    func moneyReadsLikeMoney(_ units: Int64, _ currency: String, _ text: String) {
        #expect(Money(minorUnits: units, currency: currency).text == text)
    }

    @Test func moneyRefusesWhatDoesNotFit() {
        #expect(Money(major: .infinity, currency: "EUR") == nil)
        #expect(Money(major: 1e30, currency: "EUR") == nil)
        #expect(Money(major: 12.345, currency: "EUR")?.minorUnits == 1_235)
    }

    @Test(arguments: [(100.0, Priority.high), (70, .high), (69.99, .medium), (40, .medium), (39.9, .low), (0, .low)])
    func prioritiesFollowTheCutoffs(_ score: Double, _ priority: Priority) {
        #expect(PriorityCutoffs().priority(ofScore: score) == priority)
    }

    static let reach: [(Role, Permission, Permission.Scope)] = [
        (.admin, Permission(.run, .administration), .tenant), (.manager, Permission(.write, .leads), .team),
        (.manager, Permission(.run, .administration), .none), (.manager, Permission(.run, .training), .tenant),
        (.rep, Permission(.write, .leads), .own), (.rep, Permission(.read, .leads), .team),
        (.rep, Permission(.run, .training), .none), (.rep, Permission(.run, .transfer), .own),
        (.support, Permission(.write, .tickets), .tenant), (.support, Permission(.write, .leads), .none),
        (.support, Permission(.read, .voiceLogs), .none), (.viewer, Permission(.read, .leads), .tenant),
        (.viewer, Permission(.write, .notes), .none), (.viewer, Permission(.read, .voiceLogs), .none),
    ]

    @Test(arguments: reach)
    func rolesReachAsFarAsTheTableSays(_ role: Role, _ permission: Permission, _ scope: Permission.Scope) {
        #expect(role.scope(of: permission) == scope)
    }
}
