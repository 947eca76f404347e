import GRDB
import HarkCore
import Testing

@testable import HarkStore

struct AuditTests {
    private func busyOffice() throws -> Office {
        let office = try Office()
        let id = try office.write(.createLead, "Added Acme") { try $0.insert(Lead("Acme", person: "Liv Berg")) }
        try office.write(.updateLead, "Moved") { writing in
            var lead = try writing.reading.lead(id)
            lead.phone = "+49 30 1234567"
            try writing.update(lead)
            writing.remark(AuditRemark(action: "EXPORT", object: RecordReference(.lead, 1), outcome: "refused"))
        }
        _ = try office.store.undo(office.request())
        return office
    }

    @Test func everyChangeIsInTheChain() throws {
        let office = try busyOffice()
        let rows = try office.read { try $0.auditRows() }
        #expect(rows.map(\.action) == ["CHANGE", "CREATE_TENANT", "CREATE_LEAD", "UPDATE_LEAD", "EXPORT", "UNDO"])
        #expect(rows.map(\.sequence) == [1, 2, 3, 4, 5, 6])
        #expect(rows[3].object == "lead 1")
        #expect(rows[4].outcome == "refused")
        #expect(try office.read { try $0.verifyAudit() } == .intact(rows: 6))
    }

    @Test func fieldsAreNamedAndValuesOnlyHashed() throws {
        let rows = try busyOffice().read { try $0.auditRows() }
        #expect(rows[3].fields.contains("\"phone\":"))
        #expect(!rows[3].fields.contains("\"source\":"))
        for row in rows {
            for secret in ["Acme", "Liv", "1234567"] { #expect(!row.fields.contains(secret)) }
        }
    }

    static let tampering: [(String, AuditVerdict)] = [
        ("UPDATE t_audit SET outcome = 'done' WHERE id = 5", .broken(at: 5)),
        ("UPDATE t_audit SET at = at + 1 WHERE id = 3", .broken(at: 3)),
        ("UPDATE t_audit SET user_id = NULL WHERE id = 3", .broken(at: 3)),
        ("DELETE FROM t_audit WHERE id = 4", .broken(at: 4)),
        ("DELETE FROM t_audit WHERE id = 6", .broken(at: 6)),
        ("DELETE FROM t_audit", .broken(at: 1)),
        ("UPDATE t_audit SET mac = previous_mac WHERE id = 6", .broken(at: 6)),
        ("UPDATE t_audit SET object = 'lead 2' WHERE id = 4", .broken(at: 4)),
    ]

    @Test(arguments: tampering) func tamperingIsFound(_ sql: String, _ verdict: AuditVerdict) throws {
        let office = try busyOffice()
        try office.store.change(office.tenant.id) { try $0.execute(sql: sql) }
        #expect(try office.read { try $0.verifyAudit() } == verdict)
    }

    @Test func bulkWorkLeavesOneRowWithCounts() throws {
        let office = try Office()
        try office.write { writing in
            for number in 1...20 { _ = try writing.insert(Lead("Lead \(number)")) }
        }
        let last = try office.read { try $0.auditRows() }.last
        #expect(last?.fields == "{\"lead\":20}")
    }

    @Test func theKeyIsKeptBesideTheDatabase() throws {
        let folder = try Folder()
        var tenant = Identifier<Tenant>(0)
        do { tenant = try Office(.file(folder.database)).tenant.id }
        #expect(try Store.open(.file(folder.database)).read(tenant) { try $0.verifyAudit() } == .intact(rows: 2))
    }
}
