import Foundation
import HarkTestSupport
import Testing

/// Made-up tenants, with the program itself.
struct SimulateTests {
    private let program: Program
    private let few = ["simulate", "--customers", "30", "--leads", "60", "--months", "8"]

    init() throws { program = try Program() }

    /// All files of a folder, one after the other.
    private func bytes(of folder: String) throws -> Data {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count == 10 && names.allSatisfy { $0.hasSuffix(".csv") }, "\(names)")
        return try names.reduce(into: Data()) { $0 += try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $1)) }
    }

    private func made(_ arguments: [String]) throws -> Data {
        let folder = program.home.appendingPathComponent("made").path
        let outcome = try program.run(few + arguments + ["--out", folder])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("Wrote 10 files"), "\(outcome.errors)")
        return try bytes(of: folder)
    }

    @Test func theSameNumbersGiveTheSameBytes() throws {
        defer { program.remove() }
        let first = try made(["--seed", "4"])
        #expect(try made(["--seed", "4"]) == first)
        #expect(try made(["--seed", "5"]) != first)
    }

    @Test func parametersArePrintedTakenAndChecked() throws {
        defer { program.remove() }
        let printed = try program.run(["simulate", "--print-parameters"])
        #expect(printed.status == 0 && printed.errors.isEmpty)
        let own = try program.write(printed.output, to: "own.txt")
        #expect(try made(["--parameters", own]) == made([]))
        let heavier = printed.output.replacing("base -8.3", with: "base -5.5")
        #expect(try made(["--parameters", program.write(heavier, to: "own.txt")]) != made([]))
        let wrong = try program.write(printed.output.replacing("silence 0.06", with: "silence much"), to: "own.txt")
        let refused = try program.run(few + ["--parameters", wrong, "--out", program.home.path])
        let line =
            1
            + printed.output.prefix(upTo: try #require(printed.output.range(of: "silence 0.06")).lowerBound)
            .count { $0 == "\n" }
        #expect(refused.status == 6)
        #expect(
            refused.errors.contains("own.txt:\(line):11: 'much' is no number from -100 to 100"), "\(refused.errors)")
    }

    @Test func aTenantIsFilledInOneImportThatCanBeTakenBack() throws {
        defer { program.remove() }
        let now = ["--now", "2026-11-22T09:00"]
        _ = try program.run(["init", "--tenant", "acme"] + now)
        let filled = try program.run(few + ["--into", "acme", "--no-train"] + now)
        #expect(filled.status == 0 && filled.errors.isEmpty, "\(filled.errors)")
        for words in [
            "customers.csv: 30 customers added of 30 rows", "leads.csv: 60 leads added", "This was import 1;",
        ] {
            #expect(filled.output.contains(words), "\(filled.output)")
        }
        #expect(!filled.output.contains("rejected") && !filled.output.contains("in the future"), "\(filled.output)")
        let again = few + ["--tenant", "acme", "--no-train", "--seed", "2"] + now
        let refused = try program.run(again)
        #expect(refused.status == 6 && refused.errors.contains("acme has records of its own: say --add"))
        #expect(try program.run(again + ["--add"]).output.contains("This was import 2;"))
        for run in ["2", "1"] { #expect(try program.run(["import", "--undo", run] + now).status == 0) }
        #expect(try program.run(["customers", "--json"] + now).output.isEmpty)
        #expect(try program.run(few + ["--into", "acme", "--no-train"] + now).status == 0)
    }

    static let wrong: [[String]] = [
        ["--customers", "0"], [], ["--out", "x", "--into", "acme"], ["--out", "x", "--until", "soon"],
        ["--into", "a", "--tenant", "b"],
    ]

    @Test(arguments: wrong) func nonsenseIsRefused(_ arguments: [String]) throws {
        defer { program.remove() }
        let outcome = try program.run(["simulate"] + arguments)
        #expect(outcome.status == 2 && outcome.errors.hasPrefix("hark:") || outcome.errors.hasPrefix("Error:"))
    }

    @Test func aBarGrowsOnATerminalOnly() throws {
        defer { program.remove() }
        let folder = program.home.appendingPathComponent("bar").path
        let arguments = ["simulate", "--customers", "300", "--leads", "600", "--months", "6", "--out", folder]
        let terminal = try PseudoTerminal(program, arguments, columns: 80, rows: 24)
        let text = String(decoding: terminal.traffic(quietFor: 60_000).bytes, as: UTF8.self)
        terminal.close()
        let bars = text.components(separatedBy: "\r\u{1B}[K").filter { $0.contains("%  ") }
        #expect(bars.count >= 3 && bars.last?.contains("100%") == true, "\(bars)")
        #expect(text.contains("Wrote 10 files"))
        #expect(try program.run(arguments).errors.isEmpty)
    }
}
