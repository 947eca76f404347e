import GRDB
import HarkCore

/// One running change of one tenant's records; it also reads, and sees what it wrote.
public struct Writing {
    let session: WriteSession
    /// The tenant's records as this change has made them so far.
    public let reading: Reading

    init(_ session: WriteSession) {
        self.session = session
        reading = Reading(session.database, tenant: session.request.tenant, audit: session.audit)
    }

    /// Replaces the request's title, once it is known what was done.
    public func setTitle(_ title: String) { session.title = title }

    /// Adds a row to the audit trail beside those of the changes, such as a sign-in or a refusal.
    public func remark(_ remark: AuditRemark) { session.remarks.append(remark) }

    /// Makes a record and its entry in the name index.
    func make(_ record: some StoredRecord) throws -> Int64 {
        let schema = type(of: record).schema
        let id = try session.insert(schema, record.values, derived: record.derivedValues)
        try NameIndex.add(id, in: schema, session)
        return id
    }

    /// Changes a record and its entry in the name index.
    ///
    /// - Throws: ``StoreError/notFound(_:)`` when the tenant has no such record.
    func replace(_ record: some StoredRecord, _ reference: RecordReference) throws {
        let schema = type(of: record).schema
        try reading.requireRow(schema, reference)
        try session.update(schema, reference.id, record.values)
        try NameIndex.refresh(reference.id, in: schema, session)
    }
}
