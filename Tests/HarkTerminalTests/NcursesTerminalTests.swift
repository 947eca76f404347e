import Glibc
import HarkScreen
import Testing

@testable import HarkTerminal

/// The real terminal code on a pseudo terminal. ncurses has one state for the process, so tests take turns.
///
/// The limit is there for a terminal that never answers; waiting for the main actor, while other suites train models on
/// both cores, counts too.
@MainActor
@Suite(.serialized, .timeLimit(.minutes(6)))
struct NcursesTerminalTests {
    static let size = Size(columns: 80, rows: 24)

    /// Opens a terminal on a new device, runs `body`, and closes it.
    private func withTerminal(
        _ environment: [String: String] = ["TERM": "xterm-256color"],
        _ body: @MainActor (NcursesTerminal, PseudoTerminal) async throws -> Void
    ) async throws {
        let device = try PseudoTerminal(Self.size)
        var options = TerminalOptions(environment: environment)
        options.device = device.path
        let terminal = try NcursesTerminal(options)
        defer { terminal.close() }
        try await body(terminal, device)
    }

    /// Bytes and writes that painting `picture` costs.
    private func cost(
        _ terminal: NcursesTerminal, _ device: PseudoTerminal, _ picture: Buffer
    ) -> NcursesTerminal.Traffic {
        let before = terminal.traffic
        terminal.paint(picture)
        _ = device.received()
        return .init(writes: terminal.traffic.writes - before.writes, bytes: terminal.traffic.bytes - before.bytes)
    }

    @Test(arguments: ["", "truecolor"])
    func framesKeepToTheBudget(_ colorTerm: String) async throws {
        try await withTerminal(["TERM": "xterm-256color", "COLORTERM": colorTerm]) { terminal, device in
            let first = cost(terminal, device, Pictures.desk(Self.size, selected: 3))
            #expect(first.writes == 1)
            #expect(first.bytes <= 4_096 + Sequences.modes(mouse: true).count + 64)
            let move = cost(terminal, device, Pictures.desk(Self.size, selected: 4))
            #expect(move.writes == 1)
            #expect(move.bytes <= 250)
            let page = cost(terminal, device, Pictures.desk(Self.size, first: 18, selected: 4))
            #expect(page.writes == 1)
            #expect(page.bytes <= 2_200)
            let nothing = cost(terminal, device, Pictures.desk(Self.size, first: 18, selected: 4))
            #expect(nothing == .init())
            let before = terminal.traffic
            terminal.repaint()
            #expect(terminal.traffic.writes == before.writes + 1)
            #expect(terminal.traffic.bytes - before.bytes <= 4_096)
        }
    }

    @Test func framesAreSynchronised() async throws {
        try await withTerminal { terminal, device in
            terminal.paint(Pictures.desk(Self.size, selected: 0))
            let text = device.receivedText()
            #expect(text.contains("\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2026h"))
            #expect(text.contains("\u{1B}[?1049h"))
            #expect(text.contains("Bergen Fjordline"))
            #expect(text.contains("Ørsted Åkerblå"))
            #expect(text.hasSuffix("\u{1B}[?2026l"))
        }
    }

    @Test func closingGivesTheTerminalBack() async throws {
        try await withTerminal { terminal, device in
            terminal.paint(Pictures.desk(Self.size, selected: 0))
            _ = device.received()
            #expect(!device.isInLineMode)
            terminal.close()
            let text = device.receivedText()
            for sequence in ["?1049l", "?2004l", "?1004l", "?1000l", "?1006l", "?25h", "?2026l"] {
                #expect(text.contains("\u{1B}[" + sequence), "\(sequence)")
            }
            #expect(device.isInLineMode)
            terminal.paint(Pictures.desk(Self.size, selected: 1))
            #expect(device.received().isEmpty)
        }
    }

    @Test func keysArrive() async throws {
        try await withTerminal { terminal, device in
            var events = terminal.events.makeAsyncIterator()
            device.type("jø\u{1B}[A")
            var keys: [Key] = []
            for _ in 0..<3 { keys.append(try #require(await events.next())) }
            #expect(keys == [.character("j"), .character("ø"), .named(.up)])
            device.type("\u{1B}")
            #expect(await events.next() == .escape)
            device.type("\u{1B}[I\u{1B}[<0;5;5M\u{1B}[<0;5;5mx")
            #expect(await events.next() == .focus(true))
            #expect(await events.next() == .mouse(.init(.left, .release, at: Point(column: 4, row: 4))))
        }
    }

    @Test func newSizesArrive() async throws {
        try await withTerminal { terminal, device in
            terminal.paint(Pictures.desk(Self.size, selected: 0))
            _ = device.received()
            var events = terminal.events.makeAsyncIterator()
            let size = Size(columns: 100, rows: 30)
            device.resize(to: size)
            kill(getpid(), SIGWINCH)
            #expect(await events.next() == .resize(size))
            #expect(terminal.size == size)
            terminal.paint(Pictures.desk(size, selected: 0))
            #expect(device.receivedText().contains("\u{1B}[29d"))
        }
    }

    @Test func continuingRepaints() async throws {
        try await withTerminal { terminal, device in
            terminal.paint(Pictures.desk(Self.size, selected: 0))
            _ = device.received()
            var events = terminal.events.makeAsyncIterator()
            kill(getpid(), SIGCONT)
            #expect(await events.next() == .resize(Self.size))
            let text = device.receivedText()
            #expect(text.contains("\u{1B}[?2004h"))
            #expect(text.contains("\u{1B}[?1049h"))
            #expect(text.contains("Bergen Fjordline"))
        }
    }

    @Test func aLostTerminalIsAnEvent() async throws {
        try await withTerminal { terminal, device in
            terminal.paint(Pictures.desk(Self.size, selected: 0))
            device.hangUp()
            var keys: [Key] = []
            for await key in terminal.events { keys.append(key) }
            #expect(keys == [.hangup])
        }
    }

    @Test func slowTerminalsGetTheNewestPicture() async throws {
        try await withTerminal { terminal, device in
            for step in 0..<400 { terminal.paint(Pictures.desk(Self.size, first: step * 7, selected: step % 18)) }
            #expect(!terminal.outgoing.isEmpty)
            var last = Pictures.desk(Self.size, selected: 0)
            last.write("the newest picture", at: Point(column: 2, row: 22))
            terminal.paint(last)
            var text = ""
            for _ in 0..<200 where !text.contains("the newest picture") {
                text += device.receivedText()
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(text.contains("the newest picture"))
            #expect(terminal.outgoing.isEmpty)
            #expect(text.components(of: "\u{1B}[?2026h") < 100)
        }
    }

    @Test func unknownKindsFallBack() async throws {
        try await withTerminal(["TERM": "xterm-from-the-future"]) { terminal, _ in
            #expect(terminal.capabilities.kind == "xterm-256color")
            #expect(terminal.capabilities.colors == .ansi256)
        }
    }

    @Test func noTerminalIsAnError() {
        var options = TerminalOptions(environment: ["TERM": "xterm"])
        options.device = "/dev/null"
        #expect(throws: TerminalError.notATerminal(path: "/dev/null")) { _ = try NcursesTerminal(options) }
    }

    @Test func wordsForTheTerminalAreSafe() async throws {
        try await withTerminal { terminal, device in
            terminal.setTitle("Hark \u{7}\u{1B}]52;c;x")
            terminal.copy("Ole Berg")
            terminal.setMouse(false)
            let text = device.receivedText()
            #expect(text.contains("\u{1B}]2;Hark ␇␛]52;c;x\u{1B}\\"))
            #expect(text.contains("\u{1B}]52;c;T2xlIEJlcmc=\u{1B}\\"))
            #expect(text.hasSuffix("\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1006l"))
        }
    }

    @Test func coloursAreSentAsFarAsTheyShow() async throws {
        let cases: [([String: String], ColorDepth, String)] = [
            (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .direct, "48;2;18;22;28m"),
            (["TERM": "xterm-256color"], .ansi256, "\u{1B}[1;38;5;117m"),
            (["TERM": "xterm-256color", "NO_COLOR": "1"], .mono, "\u{1B}[7m"),
            (["TERM": "linux"], .ansi8, "\u{1B}[36m"),
            (["TERM": "vt100"], .mono, "\u{1B}[7m"),
        ]
        for (environment, depth, sequence) in cases {
            try await withTerminal(environment) { terminal, device in
                terminal.paint(Pictures.desk(Self.size, selected: 0))
                #expect(terminal.capabilities.colors == depth)
                let text = device.receivedText().replacing("\u{1B}[0;10;7m", with: "\u{1B}[7m")
                #expect(text.contains(sequence), "\(environment)")
            }
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count
    }
}
