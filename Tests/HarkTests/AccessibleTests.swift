import Foundation
import HarkTestSupport
import Testing

/// The real program for somebody who hears it.
@Suite(.serialized)
struct AccessibleTests {
    /// Keys one after the other, and what is said after each.
    static let steps: [(key: String, says: String)] = [
        ("j", "2 of 323, "), ("j", "3 of 323, "), ("k", "2 of 323, "), ("\t", "list of customers: 1 of "),
        ("\t", "timeline: timeline of "), ("h", " 2026 "), ("\t", "list of leads: "), ("w", "reasons: score "),
        ("q", "list of leads: 2 of 323"), ("\r", "record's fields: "), ("h", "timeline: "),
        ("l", " 2026 "), ("q", "list of leads: "),
        ("3", "list of customers: "), ("4", "log: "), ("2", "list of leads: "), ("F", "saved views: "),
        ("q", "list of leads: "), ("?", "keys and phrases"), ("q", "list of leads: "), ("/", "filter> stage:open "),
        ("zephyr", "zephyr"), ("\r", "1 of "), ("\u{1B}", "1 of 323"), (":", "say> "),
        ("add a new lead from ABC Corporation", "ABC Corporation"),
        ("\r", "ready: create lead, company ABC Corporation"), ("\r", "Added lead ABC Corporation"), ("z", "Undone"),
        ("s", "1 of "), (" ", "2 of "),
    ]

    @Test(arguments: [["--accessible"], []])
    func everyViewIsHeard(_ flags: [String]) throws {
        let program = try Program()
        defer { program.remove() }
        let terminal = try PseudoTerminal(
            program, Program.demo + flags, columns: 80, rows: 24,
            environment: flags.isEmpty ? ["HARK_ACCESSIBLE": "1"] : [:])
        defer { terminal.close() }
        var all = String(decoding: terminal.traffic(quietFor: 1_500).bytes, as: UTF8.self)
        #expect(all.contains("Hark, larkspur") && all.contains("1 of 323, "), "\(all)")
        let steps = flags.isEmpty ? AccessibleTests.steps.prefix(2) : AccessibleTests.steps[...]
        for (key, says) in steps {
            terminal.type(key)
            var said = ""
            for _ in 0..<20 where !said.contains(says) {
                said += String(decoding: terminal.traffic(quietFor: 150, first: 500).bytes, as: UTF8.self)
            }
            #expect(said.contains(says), "\(key) said: \(said)")
            all += said
        }
        #expect(!all.contains("\u{1B}"), "words need no escape sequences")
        for sign in "─│█▆▸" { #expect(!all.contains(sign), "\(sign)") }
    }
}
