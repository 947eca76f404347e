import GRDB
import HarkCore
import Testing

@testable import HarkStore

struct SavedViewTests {
    private func view(_ name: String, _ filter: String = "stage:open", sort: [SortKey] = []) -> SavedView {
        SavedView(name: name, kind: .lead, filter: filter, sort: sort)
    }

    @Test func aViewComesBackAsItWasKept() throws {
        let office = try Office()
        let order = [SortKey(.score, descending: true), SortKey(.touched)]
        let hot = view("Hot \"and\" mine", "owner:me score>70 nord", sort: order)
        try office.write { try $0.keep(hot) }
        try office.write { try $0.keep(view("aged")) }
        #expect(try office.read { try $0.savedViews(of: office.admin.id) } == [view("aged"), hot])
    }

    @Test func aNameIsKeptOnceAndForgottenWithoutRegardToCase() throws {
        let office = try Office()
        try office.write { try $0.keep(view("Mine")) }
        try office.write { try $0.keep(view("MINE", "owner:me")) }
        #expect(try office.read { try $0.savedViews(of: office.admin.id) } == [view("MINE", "owner:me")])
        try office.write { try $0.forget(view("mine")) }
        try office.write { try $0.forget(view("mine")) }
        #expect(try office.read { try $0.savedViews(of: office.admin.id) }.isEmpty)
    }

    @Test func viewsAreTheirUsersAlone() throws {
        let office = try Office()
        let other = try office.write {
            try $0.insert(User(id: Identifier(0), name: "Jo", email: "jo@lark.example", role: .rep))
        }
        try office.write { try $0.keep(view("Mine")) }
        #expect(try office.read { try $0.savedViews(of: other) }.isEmpty)
    }

    @Test func undoLeavesViewsAlone() throws {
        let office = try Office()
        try office.write(.createLead, "Added") { _ = try $0.insert(Lead("Acme")) }
        try office.write { try $0.keep(view("Mine")) }
        _ = try office.store.undo(office.request())
        #expect(try office.read { try $0.savedViews(of: office.admin.id) }.count == 1)
    }

    @Test func facetsCountEveryLeadInView() throws {
        let office = try Office()
        for (name, source, status) in [
            ("A", "web", Lead.Status.new), ("B", "web", .qualified), ("C", "fair", .new), ("D", nil, .new),
        ] {
            var lead = Lead(name)
            lead.source = source
            lead.status = status
            lead.owner = name == "A" ? office.admin.id : nil
            try office.write { _ = try $0.insert(lead) }
        }
        let gone = try office.write { try $0.insert(Lead("E")) }
        try office.write(.delete, "Deleted") { try $0.delete(RecordReference(.lead, gone.rawValue)) }
        #expect(
            try office.read { try $0.leadFacets() } == [
                FieldCounts(.priority, []), FieldCounts(.status, [.init("new", 3), .init("qualified", 1)]),
                FieldCounts(.source, [.init("web", 2), .init("fair", 1)]),
                FieldCounts(.owner, [.init("Maria Lund", 1)]),
            ])
    }

    /// Counting must not read the leads themselves.
    @Test func facetsAreCountedFromTheIndexAlone() throws {
        let office = try Office()
        let plan = try office.read { reading in
            try String.fetchAll(
                reading.database,
                sql: "EXPLAIN QUERY PLAN SELECT priority, status, source, owner_id, count(*) FROM lead"
                    + " GROUP BY priority, status, source, owner_id",
                adapter: RangeRowAdapter(3..<4))
        }
        #expect(plan.contains { $0.contains("COVERING INDEX t_lead_facets") } && !plan.contains { $0.contains("TEMP") })
    }
}
