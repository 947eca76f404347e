import HarkScreen

/// Pictures like those of the desk, to count bytes with.
enum Pictures {
    static let companies = [
        "Acme Nordic AS", "Bergen Fjordline", "Cobalt Robotics", "Delta Foods GmbH", "Ørsted Åkerblå", "Fjell Telecom",
        "Havn Seafood", "Tind Sports", "Nordlys Energi", "Polar Shipping",
    ]

    /// A lead list beside a second pane, from record `first` on, with the row `selected` marked.
    static func desk(_ size: Size, first: Int = 0, selected: Int, glyphs: Glyphs = .unicode) -> Buffer {
        var buffer = Buffer(size, glyphs: glyphs)
        buffer.fill(buffer.bounds.row(0), role: .header)
        buffer.write(" HARK  larkspur  maria (rep)         1 Desk  2 Leads  3 Customers", at: .zero, role: .header)
        let (body, footer) = Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 1).split(bottom: 8)
        let (list, side) = body.split(left: size.columns * 5 / 8)
        buffer.line(at: side.origin, rows: body.rows)
        buffer.rule([Run("Leads", .title)], at: body.origin, columns: body.columns)
        buffer.write("At risk", at: side.origin.offset(columns: 2), role: .title)
        for row in 0..<list.rows - 1 {
            let at = list.origin.offset(rows: row + 1)
            buffer.write(lead(first + row), at: at, columns: list.columns)
            if row == selected {
                buffer.write(">", at: at)
                buffer.paint(Rect(origin: at, size: Size(columns: list.columns, rows: 1)), role: .selection)
            }
            let risk = [
                Run("\(90 - row)% ", .danger), Run(companies[(row + 5) % 10].fitted(to: 16)), Run("▇▅▃▁", .muted),
            ]
            buffer.write(risk, at: side.origin.offset(columns: 2, rows: row + 1), columns: side.columns - 2)
        }
        write(footer, into: &buffer)
        return buffer
    }

    private static func lead(_ index: Int) -> [Run] {
        let score = (index * 37) % 100
        let (word, role): (String, Role) =
            score >= 70 ? ("High", .high) : score >= 40 ? ("Medium", .medium) : ("Low", .low)
        return [
            Run("   \(score)".fitted(to: 6)), Run(word.fitted(to: 7), role), Run(companies[index % 10].fitted(to: 19)),
            Run("Qualified   "), Run("\(index % 9)d", .muted),
        ]
    }

    private static func write(_ footer: Rect, into buffer: inout Buffer) {
        let lines: [[Run]] = [
            [Run("   Jan       Feb       Mar       Apr       May       Jun     |now", .muted)],
            [
                Run(" stage ", .muted), Run("lead=======qualified====demo=====proposal", .laneStage),
                Run("..renewal", .laneForecast),
            ],
            [Run(" touch ", .muted), Run("o     e  c   e     D  e   P    m      c           e", .laneTouch)],
            [Run(" next: send proposal v2 (Thu)   "), Run("+8 expected", .good)],
            [Run(" say> ", .prompt), Run("call ole tomorrow at 9 about the proposal")],
            [
                Run(" {"), Run("\"command_type\"", .jsonKey), Run(":"), Run("\"CREATE_TASK\"", .jsonString), Run(","),
                Run("\"entities\"", .jsonKey), Run(":{"), Run("\"contact\"", .jsonKey), Run(":"),
                Run("\"Ole Berg\"", .jsonString),
            ],
            [
                Run(" Enter ", .key), Run("run  ", .muted), Run("Esc ", .key), Run("edit  ", .muted), Run("? ", .key),
                Run("help", .muted),
            ],
        ]
        buffer.rule(
            [Run("Bergen Fjordline", .title), Run(" why: +21 pricing page", .text)], at: footer.origin,
            columns: footer.columns)
        for (row, runs) in lines.enumerated() { buffer.write(runs, at: footer.origin.offset(rows: row + 1)) }
    }
}
