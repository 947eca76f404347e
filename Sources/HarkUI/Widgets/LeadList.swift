import HarkCore
import HarkScreen

/// The leads with their scores, best first unless sorted otherwise.
enum LeadList {
    /// What `s` sorts by, in its order.
    static let sortFields: [Field] = [.score, .name, .stage, .touched, .amount, .created, .source, .owner]

    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ slot: Layout.Slot) {
        let words = TablePane.Words(
            loading: "Reading leads\(state.glyphs.isASCII ? "..." : "…")", empty: "No leads yet.",
            emptyHint: "Press \(state.key(.prompt)) and type: add a new lead from ABC Corporation")
        TablePane.draw(state.leads, columns.chosen(state.leadColumns), words, state, into: &buffer, slot)
    }

    /// The field of the column name at a cell.
    static func field(at point: Point, in slot: Layout.Slot, _ state: Dashboard.State) -> Field? {
        ColumnLayout(columns.chosen(state.leadColumns), columns: slot.list.columns).column(
            at: point.column - slot.list.left)?.field
    }

    /// The names of the columns that can be left out, the most useful first.
    static var optionalColumns: [String] { columns.optionalNames }

    private static let columns: [Column<LeadSummary>] = [
        Column("SCORE", .score, width: 9, rank: 0) { lead, _, _ in score(lead) },
        Column("COMPANY", .name, width: 16, widest: 30, rank: 0) { lead, _, _ in [Run(lead.name)] },
        Column("PERSON", .person, width: 14, widest: 20, rank: 4) { lead, _, _ in
            [Run(lead.person == lead.name ? "" : lead.person, .muted)]
        },
        Column("STAGE", .stage, width: 12, rank: 0) { lead, _, _ in [Run(lead.stage.capitalised)] },
        Column("LAST", .touched, width: 4, rank: 1, align: .trailing) { lead, state, _ in
            [Run(lead.lastTouch?.age(at: state.now) ?? "-")]
        },
        Column("AMOUNT", .amount, width: 13, rank: 3, align: .trailing) { lead, _, _ in [Run(lead.amount?.text ?? "")]
        },
        Column("WHY", width: 21, widest: 44, rank: 2) { lead, _, _ in [Run(lead.topReason ?? "", .muted)] },
        Column("SOURCE", .source, width: 10, rank: 5) { lead, _, _ in [Run(lead.source ?? "", .muted)] },
        Column("OWNER", .owner, width: 10, widest: 16, rank: 6) { lead, _, _ in [Run(lead.ownerName ?? "", .muted)] },
        Column("SINCE", .created, width: 5, rank: 7, align: .trailing) { lead, state, _ in
            [Run(lead.createdAt.age(at: state.now), .muted)]
        },
    ]

    /// Number and word, `88 High`; colour only repeats them.
    private static func score(_ lead: LeadSummary) -> [Run] {
        guard let score = lead.score else { return [Run(" - none", .muted)] }
        let word = lead.priority?.title ?? ""
        return [Run("\(score.leadScore.leftPadded(to: 2)) \(word)", lead.priority?.role ?? .text)]
    }
}
