internal import Foundation
internal import HarkCore

/// Turns what a file says of time into readings of the tenant's wall clock.
///
/// A day stays the day it is. A moment with an offset is an instant: it becomes what the tenant's clock showed then, in
/// summer or winter time. A moment without one is taken as written, unless the mapping names the zone of the file.
/// Where that zone's clock was put forward, a time it never showed counts as if the clock had not been touched
/// (02:30 becomes 03:30); where it was put back, a time it showed twice is the first one.
struct ImportClock: Sendable {
    private let tenant: TimeZone
    private let file: TimeZone?

    /// - Parameters:
    ///   - tenant: The tenant's IANA zone; `nil` or an unknown name means the machine's own, as for the tenant's clock.
    ///   - file: The zone of times that name none; `nil` for the tenant's.
    init(tenant: String?, file: String? = nil) {
        self.tenant = tenant.flatMap(TimeZone.init(identifier:)) ?? .current
        self.file = file.flatMap(TimeZone.init(identifier:))
    }

    /// What the tenant's wall clock showed.
    func wall(_ date: ImportedDate) -> LocalDateTime {
        switch date.clock {
        case .none: date.written
        case .ahead(let seconds): wall(atInstant: date.written.secondsSinceEpoch - Int64(seconds))
        case .local: file.map { wall(atInstant: ImportClock.instant(of: date.written, in: $0)) } ?? date.written
        }
    }

    private func wall(atInstant instant: Int64) -> LocalDateTime {
        LocalDateTime(secondsSinceEpoch: instant + ImportClock.offset(of: tenant, at: instant))
    }

    /// The first instant at which a clock of the zone showed the time.
    private static func instant(of written: LocalDateTime, in zone: TimeZone) -> Int64 {
        let shown = written.secondsSinceEpoch
        let before = offset(of: zone, at: shown - 86_400)
        let after = offset(of: zone, at: shown + 86_400)
        let candidates = [shown - before, shown - after].sorted()
        return candidates.first { $0 + offset(of: zone, at: $0) == shown } ?? shown - before
    }

    private static func offset(of zone: TimeZone, at instant: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
    }
}
