import HarkScreen

/// What is shown where the desk does not fit.
enum SizeNotice {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer) {
        let lines = [
            "\(state.size.columns)x\(state.size.rows) is too small",
            "Hark needs 60x15",
            "\(state.key(.goOn)) go on   \(state.key(.back)) quit",
        ]
        let top = max(0, (state.size.rows - lines.count) / 2)
        for (row, line) in lines.enumerated() {
            let left = max(0, (state.size.columns - line.columns) / 2)
            let role: Role = row == 0 ? .title : row == 2 ? .key : .text
            buffer.write(line, at: Point(column: left, row: top + row), role: role)
        }
    }
}
