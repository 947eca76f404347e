public import HarkCore
import HarkStore

extension Session {
    /// What names sound like in this tenant.
    public func heardNames() throws(ServiceError) -> [HeardName] { try read { try $0.heardNames() } }

    /// Lets words stand for a record from now on, for everybody in the tenant; undo takes it back.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to write notes, ``ServiceError/badInput(_:)`` for words
    ///   without a letter, or more than six.
    public func teach(_ words: String, for record: NamedRecord) throws(ServiceError) -> Reply {
        try require(.write, .notes)
        let heard = words.lowercased().split { $0.isWhitespace }.joined(separator: " ")
        guard heard.contains(where: \.isLetter), heard.split(separator: " ").count <= 6, heard.utf8.count <= 80 else {
            throw .badInput("'\(words)' cannot be what a name sounds like: say one to six words.")
        }
        let text = "\(record.name) is also heard as \(heard)"
        return try write(request(.correct, title: text)) { writing in
            guard try writing.learn(heard, for: record.reference) else { return Reply("\(text) already.") }
            return Reply("\(text).", focus: record.reference, records: [record], changed: true)
        }
    }

    /// Forgets one of the ``heardNames()``.
    ///
    /// - Throws: ``ServiceError/notFound(_:)`` for a number there is not.
    public func forgetHeardName(_ id: Int64) throws(ServiceError) {
        try require(.write, .notes)
        try write(request(.correct, title: "Forgot heard name \(id)")) { writing in
            guard try writing.forgetHeardName(id) else {
                throw ServiceError.notFound("No heard name has the number \(id): 'hark tenant aliases' lists them.")
            }
        }
    }
}
