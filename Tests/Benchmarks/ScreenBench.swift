import HarkTestSupport

/// The real program on a pseudo-terminal: time to the first byte, bytes a key.
enum ScreenBench {
    static func run(_ program: Program) throws {
        // The first run makes the demo database.
        _ = try program.run(Program.demo + ["--snapshot", "80x24"])
        var starts: [Duration] = []
        for _ in 0..<10 {
            let terminal = try PseudoTerminal(program, Program.demo, columns: 80, rows: 24)
            if let first = terminal.traffic().firstByte { starts.append(first) }
            terminal.close()
        }
        let median = Figure.milliseconds(Figure.percentile(0.5, of: starts))
        let slow = Figure.milliseconds(Figure.percentile(0.95, of: starts))
        Figure.line("exec to first byte, 1,200 leads (p50, p95)", "\(median), \(slow)", "50 ms")
        try countBytes(program)
        try timeKeys(program)
    }

    /// From a key to the first byte of its frame on a large screen with all panes and lanes.
    private static func timeKeys(_ program: Program) throws {
        let terminal = try PseudoTerminal(program, Program.demo, columns: 200, rows: 60)
        defer { terminal.close() }
        _ = terminal.traffic(quietFor: 1_500)
        var times: [Duration] = []
        for number in 0..<60 {
            terminal.type(number < 30 ? "j" : "k")
            if let first = terminal.traffic(quietFor: 200, first: 1_000).firstByte { times.append(first) }
        }
        let (median, slow) = (Figure.percentile(0.5, of: times), Figure.percentile(0.95, of: times))
        Figure.line(
            "key to byte at 200x60 (p50, p95)", "\(Figure.milliseconds(median)), \(Figure.milliseconds(slow))", "8 ms")
    }

    private static func countBytes(_ program: Program) throws {
        let terminal = try PseudoTerminal(program, Program.demo, columns: 80, rows: 24)
        defer { terminal.close() }
        _ = terminal.traffic(quietFor: 1_000)
        let idle = terminal.traffic(quietFor: 100, first: 900)
        Figure.line("bytes while idle for 0.9 s", "\(idle.bytes.count) B", "0 B")
        let keys = [
            ("row move", "j", "250 B"), ("page down", "\u{1B}[6~", "2200 B"), ("full repaint", "\u{0C}", "4096 B"),
        ]
        for (name, key, budget) in keys {
            terminal.type(key)
            let frame = terminal.traffic(quietFor: 0)
            let rest = terminal.traffic(quietFor: 400, first: 400)
            let details = rest.bytes.isEmpty ? "" : ", then \(rest.bytes.count) B of details"
            Figure.line("\(name) at 80x24", "\(frame.bytes.count) B in \(frame.reads) read\(details)", budget)
        }
    }
}
