import Foundation
public import HarkCore

/// Where the time of day comes from: the system's clock on the tenant's wall, or a fixed moment.
public struct WallClock: Sendable {
    private let source: @Sendable () -> LocalDateTime

    /// Whether it stands still.
    let isFixed: Bool

    private init(isFixed: Bool = false, _ source: @escaping @Sendable () -> LocalDateTime) {
        self.isFixed = isFixed
        self.source = source
    }

    /// The time on the tenant's wall.
    public var now: LocalDateTime { source() }

    /// The system's clock in a zone.
    ///
    /// - Parameter zoneName: An IANA name; `nil` or an unknown name means the machine's own zone.
    public static func system(zoneName: String? = nil) -> WallClock {
        let zone = zoneName.flatMap(TimeZone.init(identifier:)) ?? .current
        return WallClock {
            let now = Date()
            let seconds = now.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: now))
            return LocalDateTime(secondsSinceEpoch: Int64(seconds.rounded(.down)))
        }
    }

    /// A clock that stands still.
    public static func fixed(at moment: LocalDateTime) -> WallClock { WallClock(isFixed: true) { moment } }
}
