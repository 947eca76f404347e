public import HarkCore

/// What a file does not say about its values: time, money and dates of the place it is imported to.
public struct ImportSetting: Hashable, Sendable {
    /// The moment of the import, taken where a record needs a date and the file has none.
    public var now: LocalDateTime
    /// The ISO 4217 code of amounts that name none.
    public var currency: String
    /// How `03/04/2026` is read where the mapping does not say; `nil` refuses such dates.
    public var dateOrder: Tenant.DateOrder?
    /// Days by which every date of the file is moved; a demonstration ends today that way.
    public var shiftDays: Int

    /// The IANA zone of the tenant's wall clock, on which moments with an offset are read; `nil` for the machine's.
    public var zoneName: String?

    /// Creates a setting.
    public init(
        now: LocalDateTime, currency: String, dateOrder: Tenant.DateOrder? = nil, shiftDays: Int = 0,
        zoneName: String? = nil
    ) {
        self.now = now
        self.currency = currency
        self.dateOrder = dateOrder
        self.shiftDays = shiftDays
        self.zoneName = zoneName
    }
}
