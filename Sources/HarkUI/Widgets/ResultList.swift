import HarkCore
import HarkScreen

/// The records a question found, of whatever kinds.
enum ResultList {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ slot: Layout.Slot) {
        let words = TablePane.Words(
            loading: "Searching", empty: "Nothing was found.", emptyHint: "\(state.key(.back)) goes back")
        TablePane.draw(state.results, columns, words, state, into: &buffer, slot)
    }

    private static let columns: [Column<NamedRecord>] = [
        Column("KIND", width: 9, rank: 0) { record, _, _ in [Run(record.reference.kind.rawValue.capitalised, .muted)] },
        Column("NAME", width: 20, widest: 44, rank: 0) { record, _, _ in [Run(record.name)] },
        Column("DETAIL", width: 16, widest: 60, rank: 1) { record, _, _ in [Run(record.detail, .muted)] },
    ]
}
