import Foundation
import HarkTestSupport
import Testing

/// The real program in a real terminal.
@Suite(.enabled(if: Tmux.isInstalled, "skipped: tmux is not installed"), .serialized)
struct TerminalJourneyTests {
    private func opened(_ arguments: [String] = Program.demo, columns: Int = 80, rows: Int = 24) throws -> Tmux {
        try Tmux(Program(), arguments, columns: columns, rows: rows)
    }

    @Test func aPhraseBecomesALeadAndIsTakenBack() throws {
        let terminal = try opened()
        defer { terminal.close() }
        try terminal.waits(for: "At risk")
        try terminal.keys(":")
        try terminal.type("Add a new lead from ABC Corporation")
        try terminal.keys("Enter")
        try terminal.waits(for: "\"command_type\"")
        try terminal.keys("Enter")
        try terminal.waits(for: "Added lead ABC Corporation")
        try terminal.keys("z")
        try terminal.waits(for: "Undone")
    }

    @Test func leavingGivesTheShellBack() throws {
        let terminal = try opened()
        defer { terminal.close() }
        try terminal.waits(for: "At risk")
        try terminal.keys("q")
        let screen = try terminal.waits(for: "EXIT=0")
        #expect(screen.contains(" echo") && !screen.contains("-echo"))
    }

    static let endings: [(Int32, String)] = [
        (SIGTERM, "EXIT=0"), (SIGHUP, "EXIT=0"), (SIGQUIT, "EXIT=131"), (SIGSEGV, "EXIT=139"), (SIGABRT, "EXIT=134"),
        (SIGINT, "EXIT=130"),
    ]

    /// Being asked to end is as good as leaving; the rest ends as a shell expects.
    @Test(arguments: endings)
    func everySignalLeavesAUsableTerminal(_ signal: Int32, _ ending: String) throws {
        let terminal = try opened()
        defer { terminal.close() }
        try terminal.waits(for: "At risk")
        kill(try terminal.processIdentifier(), signal)
        let screen = try terminal.waits(for: ending)
        #expect(screen.contains(" echo") && !screen.contains("-echo"), "signal \(signal):\n\(screen)")
    }

    @Test func aStormOfSizesEndsInAWholeFrame() throws {
        let terminal = try opened()
        defer { terminal.close() }
        try terminal.waits(for: "At risk")
        for (columns, rows) in [(200, 60), (40, 10), (120, 40), (1, 1), (61, 16), (80, 24), (10, 50), (100, 30)] {
            try terminal.resize(columns: columns, rows: rows)
        }
        try terminal.waits(for: "At risk")
        try terminal.resize(columns: 40, rows: 10)
        try terminal.waits(for: "40")
    }
}
