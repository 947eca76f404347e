public import HarkCore
import HarkStore

extension Session {
    /// Adds a person to the tenant.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` unless the user administers the tenant,
    ///   ``ServiceError/badInput(_:)`` when the e-mail address is taken or empty.
    public func addUser(name: String, email: String, role: Role, team: String?) throws(ServiceError) {
        try require(.run, .administration)
        guard email.contains("@") else { throw .badInput("'\(email)' is no e-mail address.") }
        guard try users().allSatisfy({ $0.email.lowercased() != email.lowercased() }) else {
            throw .badInput("There is a user with the address \(email) already.")
        }
        try write(request(nil, title: "Added user \(name)", journalled: false)) { writing in
            _ = try writing.insert(User(id: Identifier(0), name: name, email: email, role: role, team: team))
        }
    }

    /// Checks the tenant's audit chain.
    ///
    /// - Returns: How many rows it has.
    /// - Throws: ``ServiceError/storage(_:)`` that names the first row that does not fit.
    public func verifyAudit() throws(ServiceError) -> Int {
        switch try read({ try $0.verifyAudit() }) {
        case .intact(let rows): return rows
        case .broken(let row):
            throw .storage("The audit chain is broken at row \(row): it was changed or removed behind Hark's back.")
        }
    }
}
