import HarkCore
import HarkStore
import Testing

@testable import HarkService

struct CohortTests {
    /// A customer with events at days after its sign-up, 70 days before noon.
    private func filled(_ events: [(Event.Kind, days: Int)]) throws -> Office {
        let office = try Office()
        let since = Office.noon.adding(days: -70)
        _ = try office.admin.write(office.admin.request(nil, title: "Added", journalled: false)) { writing in
            let id = try writing.insert(Customer(name: "Tind", since: since.date))
            let late = try writing.insert(Customer(name: "Undated"))
            let subject = RecordReference(.customer, id.rawValue)
            for (kind, days) in events {
                _ = try writing.insert(Event(subject: subject, kind: kind, at: since.adding(days: days)))
            }
            let other = RecordReference(.customer, late.rawValue)
            _ = try writing.insert(Event(subject: other, kind: .login, at: Office.noon.adding(days: -8)))
            _ = try writing.insert(Customer(name: "Unknown"))
            _ = try writing.insert(
                Ticket(customer: id, subject: "slow", openedAt: since.adding(days: 15)))
        }
        return office
    }

    @Test func weeksAreCountedFromTheSignUp() throws {
        let office = try filled([
            (.login, -3), (.login, 0), (.login, 6), (.login, 7), (.call, 7), (.purchase, 69), (.login, 90),
        ])
        let grid = try office.admin.cohorts(.usage)
        #expect(grid.rows.map(\.record.name) == ["Undated", "Tind"])
        #expect(grid.rows[0].counts == [1, 0])
        #expect(grid.rows[1].counts == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0])
        #expect(grid.rows[1].before == 1)
        #expect(grid.total == 2 && grid.unseen == "1 without a known first day is not shown")
        let short = try office.admin.cohorts(.usage, limit: 1)
        #expect(short.rows.count == 1)
        #expect(short.unseen == "1 older customer and 1 without a known first day are not shown")
        #expect(try office.admin.cohorts(.touches).rows[1].counts.prefix(3) == [0, 1, 0])
    }

    @Test func aTicketKnownTwiceCountsOnce() throws {
        let office = try filled([(.ticketRaised, 15), (.ticketRaised, 30)])
        #expect(try office.admin.cohorts(.tickets).rows[1].counts.prefix(6) == [0, 0, 1, 0, 1, 0])
    }
}
