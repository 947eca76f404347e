import Foundation
import HarkCore
import HarkStore

extension Session {
    /// Says in which zone the tenant's wall clock hangs: from then on "now" and imported instants are read on it.
    ///
    /// - Parameter name: An IANA name such as `Europe/Oslo`; `nil` for the machine's own zone.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to administer, ``ServiceError/badInput(_:)`` for a name
    ///   that is no zone's.
    public mutating func setZone(_ name: String?) throws(ServiceError) {
        try requireAdministration()
        if let name, TimeZone(identifier: name) == nil {
            throw .badInput("'\(name)' is no time zone: use a name such as Europe/Oslo or UTC.")
        }
        var changed = tenant
        changed.settings.timeZone = name
        let chosen = changed
        try translated { try store.platform.update(chosen, by: user.id, at: now) }
        tenant = chosen
    }
}
