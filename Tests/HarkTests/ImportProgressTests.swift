import Foundation
import HarkTestSupport
import Testing

/// What an import shows while it runs.
@Suite(.serialized)
struct ImportProgressTests {
    private let program: Program
    private let arguments: [String]

    init() throws {
        program = try Program()
        _ = try program.run(["init", "--tenant", "acme"])
        let rows = (1...9_000).map { "Company \($0),person \($0)@x.example\n" }.joined()
        arguments = ["import", try program.write("company,email\n" + rows, to: "leads.csv"), "--no-train"]
    }

    private func shown(columns: UInt16, _ environment: [String: String] = [:]) throws -> String {
        defer { program.remove() }
        let terminal = try PseudoTerminal(
            program, arguments, columns: columns, rows: 24, environment: environment)
        // The line ends with the program, however slow the machine.
        let text = String(decoding: terminal.traffic(quietFor: 60_000).bytes, as: UTF8.self)
        terminal.close()
        return text
    }

    /// The states of the progress line, one after the other.
    private func lines(_ text: String) -> [Substring] {
        text.components(separatedBy: "\r\u{1B}[K").dropFirst().map { $0.prefix { $0 != "\r\n" && $0 != "\n" } }
    }

    @Test func aBarGrowsAndIsGoneAtTheEnd() throws {
        let text = try shown(columns: 80)
        let bars = lines(text).filter { $0.contains("%") }
        #expect(bars.count >= 2 && bars.last?.contains("100%  9000 rows") == true, "\(bars)")
        #expect(bars.contains { $0.contains("█") } && bars.allSatisfy { $0.count < 80 })
        #expect(text.contains("\r\u{1B}[K") && text.contains("leads.csv: 9000 leads added"))
    }

    @Test func asciiAndNarrowTerminalsGetWhatFits() throws {
        let bars = lines(try shown(columns: 24, ["LC_ALL": "C"])).filter { $0.contains("%") }
        #expect(!bars.isEmpty && bars.allSatisfy { $0.count < 24 && $0.utf8.allSatisfy { $0 < 0x80 } }, "\(bars)")
    }

    @Test func nothingIsShownWhereNobodyLooks() throws {
        defer { program.remove() }
        #expect(try program.run(arguments).errors.isEmpty)
    }
}
