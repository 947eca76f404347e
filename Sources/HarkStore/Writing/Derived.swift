import GRDB
import HarkCore

/// The list columns that follow from other rows.
enum Derived {
    /// Sets a lead's stage: its newest open deal's, else its status.
    static func refreshStage(ofLead lead: Int64?, _ session: WriteSession) throws {
        guard let lead else { return }
        try session.run(
            """
            UPDATE t_lead SET stage = coalesce(
                (SELECT stage FROM deal WHERE lead_id = t_lead.id AND stage NOT IN ('won', 'lost')
                 ORDER BY id DESC LIMIT 1), status)
            WHERE tenant_id = ? AND id = ?
            """, [session.tenant, lead.databaseValue])
    }

    /// Moves the last touch of the lead or customer, or of those of the contact's or deal's company, if it is later
    /// and not in the future.
    static func touch(_ subject: RecordReference, at time: LocalDateTime?, _ session: WriteSession) throws {
        guard let time, time <= session.request.at else { return }
        let later = "(last_touch IS NULL OR last_touch < ?)"
        let arguments = [stored(time), session.tenant, subject.id.databaseValue, stored(time)]
        switch subject.kind {
        case .lead:
            try session.run("UPDATE t_lead SET last_touch = ? WHERE tenant_id = ? AND id = ? AND \(later)", arguments)
        case .customer:
            try session.run(
                "UPDATE t_customer SET last_touch = ? WHERE tenant_id = ? AND id = ? AND \(later)", arguments)
        case .contact, .deal:
            for table in ["t_lead", "t_customer"] {
                try session.run(
                    "UPDATE \(table) SET last_touch = ? WHERE tenant_id = ?"
                        + " AND company_id = (SELECT company_id FROM \(subject.kind.rawValue) WHERE id = ?)"
                        + " AND \(later)", arguments)
            }
        case .company:
            for table in ["t_lead", "t_customer"] {
                try session.run(
                    "UPDATE \(table) SET last_touch = ? WHERE tenant_id = ? AND company_id = ? AND \(later)",
                    arguments)
            }
        case .task, .meeting, .call, .note, .ticket: break
        }
    }

    /// Works out the last touch of a lead or customer anew, after rows that touched it are gone or back.
    static func refreshTouch(_ subject: RecordReference, _ session: WriteSession) throws {
        guard subject.kind == .lead || subject.kind == .customer else { return }
        let tickets =
            subject.kind == .lead ? "" : " UNION ALL SELECT opened_at FROM ticket WHERE customer_id = ?3"
        try session.run(
            """
            UPDATE t_\(subject.kind.rawValue) SET last_touch = (SELECT max(at) FROM (
                SELECT at FROM event WHERE subject_kind = ?2 AND subject_id = ?3
                UNION ALL SELECT at FROM message WHERE subject_kind = ?2 AND subject_id = ?3
                UNION ALL SELECT coalesce(at, created_at) FROM activity WHERE related_kind = ?2 AND related_id = ?3
                \(tickets)) WHERE at <= ?4)
            WHERE tenant_id = ?1 AND id = ?3
            """, [session.tenant, stored(subject.kind), stored(subject.id), stored(session.request.at)])
    }
}
