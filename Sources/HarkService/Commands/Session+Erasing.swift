import HarkCore
import HarkStore

/// Erasing a person for good: for admins only, and told in numbers before it is done.
extension Session {
    /// What is kept about the person behind a contact, lead or customer.
    func traces(of record: RecordReference) throws(ServiceError) -> PersonTraces {
        try requireAdministration()
        guard [.contact, .lead, .customer].contains(record.kind) else {
            throw .badInput("Only a contact, lead or customer can be erased; delete a \(record.kind.rawValue) instead.")
        }
        return try read { try $0.traces(of: record) }
    }

    /// The question before it is done: what goes, that it is final, and what to type.
    func preview(ofErasing record: RecordReference) throws(ServiceError) -> String {
        let traces = try traces(of: record)
        return "Erase \(traces.name) for good: \(traces.listed)? This cannot be undone. Type \(traces.name) to go on."
    }

    /// Erases the person; nothing of the words it was said in is kept.
    func erasing(_ record: RecordReference) throws(ServiceError) -> Reply {
        _ = try traces(of: record)
        let erased = try translated { try store.erase(record, request(.erasePerson, title: "", journalled: false)) }
        var sentences = ["Erased \(erased.traces.name) for good: \(erased.traces.listed)."]
        switch erased.traces.namesakes {
        case 0: break
        case 1: sentences.append("One other record carries the name and was left.")
        case let count: sentences.append("\(count) other records carry the name and were left.")
        }
        switch erased.mentions {
        case 0: break
        case 1: sentences.append("One note of somebody else still mentions the name.")
        case let count: sentences.append("\(count) notes of others still mention the name.")
        }
        if !erased.isOverwritten {
            sentences.append(
                "Another program has the database open: traces may stay in its files until the next one is erased.")
        }
        sentences.append("Backups made before are as they were.")
        var reply = Reply(sentences.joined(separator: " "), changed: true)
        reply.erased = erased.traces.name
        return reply
    }
}

extension PersonTraces {
    /// What there is, such as `1 contact, 1 lead with the same e-mail, 4 notes and calls`.
    fileprivate var listed: String {
        let first = records.first.map { "1 \($0.kind.rawValue)" }
        let twins = [RecordKind.contact, .lead].compactMap { kind -> String? in
            let count = records.dropFirst().count { $0.kind == kind }
            return count == 0 ? nil : "\(Session.counted(count, kind)) with the same e-mail"
        }
        let rest = [
            (activities, "note or call", "notes and calls"), (messages, "message", "messages"),
            (phrases, "spoken or typed phrase", "spoken or typed phrases"),
        ].compactMap { count, one, many in count == 0 ? nil : "\(count) \(count == 1 ? one : many)" }
        return ([first].compactMap(\.self) + twins + rest).joined(separator: ", ")
    }
}
