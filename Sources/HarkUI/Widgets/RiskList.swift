import HarkCore
import HarkLifecycle
import HarkScreen

/// The customers, those likeliest to leave first unless sorted otherwise.
enum RiskList {
    /// What `s` sorts by, in its order.
    static let sortFields: [Field] = [.risk, .name, .health, .renewal, .touched]

    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ slot: Layout.Slot) {
        let words = TablePane.Words(
            loading: "Reading customers\(state.glyphs.isASCII ? "..." : "…")", empty: "No customers yet.",
            emptyHint: "hark import FILE brings some")
        TablePane.draw(state.customers, columns.chosen(state.customerColumns), words, state, into: &buffer, slot)
    }

    /// The field of the column name at a cell.
    static func field(at point: Point, in slot: Layout.Slot, _ state: Dashboard.State) -> Field? {
        ColumnLayout(columns.chosen(state.customerColumns), columns: slot.list.columns).column(
            at: point.column - slot.list.left)?.field
    }

    /// How many customers are at risk, as far as the rows in memory can say; `nil` where the list is not by risk.
    static func atRisk(_ state: Dashboard.State) -> String? {
        let table = state.customers
        guard table.sort.first == SortKey(.risk, descending: true), table.phase == .loaded, table.offset == 0 else {
            return nil
        }
        let risky = table.rows.prefix { ($0.risk ?? 0) >= state.options.cutoffs.churn }
        let count = risky.filter { $0.churned != true }.count.grouped
        return risky.count == table.rows.count && risky.count < table.total ? count + "+" : count
    }

    /// The names of the columns that can be left out, the most useful first.
    static var optionalColumns: [String] { columns.optionalNames }

    private static let columns: [Column<CustomerSummary>] = [
        Column("RISK", .risk, width: 6, rank: 0) { customer, state, _ in risk(customer, state) },
        Column("CUSTOMER", .name, width: 14, widest: 26, rank: 0) { customer, _, _ in [Run(customer.name)] },
        Column("TREND", .health, width: 4, widest: 8, rank: 1) { customer, state, width in
            trend(customer, state, width)
        },
        Column("HEALTH", .health, width: 6, rank: 3, align: .trailing) { customer, _, _ in
            [Run(customer.health?.score ?? "-")]
        },
        Column("STAGE", .stage, width: 9, rank: 2) { customer, _, _ in
            [Run(customer.stage?.rawValue.capitalised ?? "")]
        },
        Column("A MONTH", width: 12, rank: 4, align: .trailing) { customer, _, _ in
            [Run(customer.monthlyValue?.text ?? "")]
        },
        Column("RENEWAL", .renewal, width: 11, rank: 5) { customer, _, _ in
            [Run(customer.renewalDate?.inFull ?? "", .muted)]
        },
        Column("LAST", .touched, width: 4, rank: 6, align: .trailing) { customer, state, _ in
            [Run(customer.lastTouch?.age(at: state.now) ?? "-", .muted)]
        },
        Column("PLAN", .plan, width: 10, widest: 16, rank: 7) { customer, _, _ in [Run(customer.plan ?? "", .muted)] },
        Column("SINCE", width: 11, rank: 8) { customer, _, _ in [Run(customer.since?.inFull ?? "", .muted)] },
    ]

    /// Number and mark, `91% !!` where the risk is nearer to certainty than to the cut-off; colour only repeats them.
    private static func risk(_ customer: CustomerSummary, _ state: Dashboard.State) -> [Run] {
        if customer.churned == true { return [Run("left", .muted)] }
        guard let risk = customer.risk else { return [Run("  -", .muted)] }
        let cutoff = state.options.cutoffs.churn
        let (mark, role): (String, Role) =
            switch risk {
            case ((1 + cutoff) / 2)...: ("!!", .danger)
            case cutoff...: ("!", .warning)
            case (cutoff / 2)...: ("", .medium)
            default: ("", .good)
            }
        return [Run("\(risk.percent.leftPadded(to: 3)) \(mark)", role)]
    }

    private static func trend(_ customer: CustomerSummary, _ state: Dashboard.State, _ width: Int) -> [Run] {
        let values = customer.trend.suffix(width)
        guard let first = values.first, let last = values.last else { return [] }
        let role: Role = last < first - 5 ? .warning : last > first + 5 ? .good : .muted
        return [Run(state.glyphs.sparkline(Array(values), in: 0...100), role)]
    }
}
