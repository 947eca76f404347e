public import HarkCore
import HarkStore

extension Session {
    /// Sets a lead's or customer's score by hand; the model's goes on underneath.
    ///
    /// - Parameters:
    ///   - value: `0...100`.
    ///   - until: The last day in force; `nil` for good.
    /// - Throws: ``ServiceError/refused(_:)``, ``ServiceError/badInput(_:)`` for a value out of range, no reason, or a
    ///   day gone by.
    public func pin(
        _ reference: RecordReference, at value: Double, reason: String, until: LocalDate?
    ) throws(ServiceError) -> Reply {
        let title = try requirePinnable(reference)
        guard (0...100).contains(value) else { throw .badInput("A score is a number from 0 to 100.") }
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty else { throw .badInput("Say why, so that others know: --reason \"…\".") }
        if let until, until < now.date { throw .badInput("\(until) has gone by: a pin lasts until today at least.") }
        let text = "Pinned \(title) at \(Int(value.rounded()))"
        try write(request(nil, title: text)) { writing in
            try writing.pin(reference, at: value, reason: reason, until: until)
            writing.remark(AuditRemark(action: "PIN_SCORE", object: reference))
        }
        let end = until.map { ", until \($0)" } ?? ""
        return Reply("\(text)\(end): \(reason).", focus: reference, changed: true)
    }

    /// Takes a score set by hand away.
    ///
    /// - Throws: ``ServiceError/refused(_:)``, ``ServiceError/notFound(_:)`` where none was set.
    public func unpin(_ reference: RecordReference) throws(ServiceError) -> Reply {
        let title = try requirePinnable(reference)
        try write(request(nil, title: "Unpinned \(title)")) { writing in
            guard try writing.unpin(reference) else {
                throw ServiceError.notFound("\(title) has no score set by hand.")
            }
            writing.remark(AuditRemark(action: "UNPIN_SCORE", object: reference))
        }
        return Reply("Unpinned \(title).", focus: reference, changed: true)
    }

    /// Refuses unless the record is scored and the user may change it; gives its name.
    private func requirePinnable(_ reference: RecordReference) throws(ServiceError) -> String {
        let title = try detail(of: reference).title
        guard [.lead, .customer].contains(reference.kind) else {
            throw .badInput("\(title) is a \(reference.kind.rawValue), and only leads and customers have a score.")
        }
        let owner = try read { try $0.owner(of: reference) }
        try require(.write, reference.kind.subject, ownedBy: owner)
        return title
    }
}
