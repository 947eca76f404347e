import ArgumentParser
import HarkCore
import HarkScreen
import HarkService

struct CustomersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customers", abstract: "List customers with health and risk, by name.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try CustomerTable.print(try list.query(.customer, sortedBy: SortKey(.name)), options, format)
    }
}

enum CustomerTable {
    static func print(_ query: RecordQuery, _ options: GlobalOptions, _ format: FormatOptions) throws {
        let found = try options.session().customers(query)
        Output.table(columns, found.rows.map(\.listing), format: format.format, total: found.total)
    }

    static let columns: [ListColumn] = [
        ListColumn("id", title: "#", alignment: .trailing), ListColumn("risk", title: "RISK %", alignment: .trailing),
        ListColumn("health", title: "HEALTH", alignment: .trailing), ListColumn("trend", title: "TREND"),
        ListColumn("at_stake", title: "AT STAKE", alignment: .trailing), ListColumn("stage", title: "STAGE"),
        ListColumn("name", title: "CUSTOMER"), ListColumn("plan", title: "PLAN"),
        ListColumn("monthly_value", title: "MONTHLY", alignment: .trailing),
        ListColumn("renewal_date", title: "RENEWAL"), ListColumn("last_touch", title: "LAST TOUCH"),
    ]
}

extension CustomerSummary {
    var listing: [JSONValue] {
        [
            .integer(id.rawValue), risk.map { .number(($0 * 1_000).rounded() / 10) } ?? .null,
            health.map { .number($0.rounded()) } ?? .null, .string(CustomerSummary.strokes(trend)),
            atStake.map { .string($0.text) } ?? .null, stage.map { .string($0.rawValue) } ?? .null,
            .string(name), plan.map(JSONValue.string) ?? .null, monthlyValue.map { .string($0.text) } ?? .null,
            renewalDate.map { .string($0.description) } ?? .null, lastTouch.map { .string($0.description) } ?? .null,
        ]
    }

    /// What is likely to be lost a month: probability times monthly value.
    private var atStake: Money? {
        guard let risk, let monthlyValue else { return nil }
        let minorUnits = (risk * Double(monthlyValue.minorUnits)).rounded()
        return Money(minorUnits: Int64(minorUnits), currency: monthlyValue.currency)
    }

    /// Health over time as a line of blocks, the oldest first.
    private static func strokes(_ trend: [Double]) -> String {
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(trend.map { blocks[max(0, min(7, Int($0 / 12.5)))] })
    }
}
