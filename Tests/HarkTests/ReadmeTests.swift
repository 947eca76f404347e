import Foundation
import HarkTestSupport
import HarkUI
import Testing

/// README says what is true: its commands run, its tables and picture are made from the program.
struct ReadmeTests {
    private static let path = Program.package.appendingPathComponent("README.md")

    private func readme() throws -> String { try String(contentsOf: ReadmeTests.path, encoding: .utf8) }

    /// Every `hark` line of every `sh` block, in order, in one home.
    @Test func everyCommandRuns() throws {
        let program = try Program()
        defer { program.remove() }
        let leads =
            "company,person,source,converted\nAcme Nordic,Ole Berg,referral,yes\nBergen Fjordline,Kari Vik,web,\n"
        var files = [
            "leads.csv": try program.write(leads, to: "leads.csv"),
            "customers.csv": try program.write("company,plan,churned\nAldgate,Team,no\n", to: "customers.csv"),
        ]
        files["models.html"] = program.home.appendingPathComponent("models.html").path
        files["simulated"] = program.home.appendingPathComponent("simulated").path
        files["xedu.csv"] = try program.write(ReadmeTests.courses, to: "xedu.csv")
        let commands = try commandLines()
        #expect(commands.count >= 8)
        // The README explains phrases before it explains where the database comes from.
        let first = ["hark init", "hark import"]
        let setup = first.flatMap { start in commands.filter { $0.hasPrefix(start) } }
        for command in setup + commands.filter({ !setup.contains($0) }) {
            let arguments = words(of: command).dropFirst().map { files[$0] ?? $0 }
            let outcome = try program.run(Array(arguments))
            #expect(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
        }
    }

    /// Rows like those of the file the README speaks of.
    private static let courses: String = {
        let rows = (0..<60).map {
            "id\($0),\(600_000 + $0),\($0 % 3 == 0 ? 1 : 0),Google,\($0 % 7),\($0 * 13 % 900),\($0 % 5)"
        }
        let names = "Prospect ID,Lead Number,Converted,Lead Source,TotalVisits,Total Time Spent on Website,fold"
        return ([names] + rows).joined(separator: "\n") + "\n"
    }()

    private func commandLines() throws -> [String] {
        let blocks = try readme().components(separatedBy: "```sh\n").dropFirst()
        let lines = blocks.compactMap { $0.components(separatedBy: "```").first }.joined().split(separator: "\n")
        return lines.map { $0.components(separatedBy: "  #")[0].trimmingCharacters(in: .whitespaces) }
            .filter { $0 == "hark" || $0.hasPrefix("hark ") }
    }

    private func words(of command: String) -> [String] {
        command.components(separatedBy: "\"").enumerated().flatMap { index, part in
            index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
        }
    }

    @Test func theKeysAreThoseOfTheTable() throws {
        try expectSection("keys", holds: Dashboard.KeyTable.standard.markdown)
    }

    /// A part between markers; with HARK_RECORD=1 it is written, and the test fails so that the change is looked at.
    private func expectSection(_ name: String, holds text: String) throws {
        let readme = try readme()
        let open = try #require(readme.range(of: "<!-- \(name):"))
        let start = try #require(readme.range(of: "-->\n", range: open.upperBound..<readme.endIndex)).upperBound
        let end = try #require(readme.range(of: "<!-- /\(name) -->")).lowerBound
        guard readme[start..<end] != text + "\n" else { return }
        if ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" {
            let updated = readme[..<start] + text + "\n" + readme[end...]
            try String(updated).write(to: ReadmeTests.path, atomically: true, encoding: .utf8)
        }
        Issue.record("README's \(name) are stale; HARK_RECORD=1 writes them anew")
    }

    @Test func thePictureIsFresh() throws {
        let program = try Program()
        defer { program.remove() }
        let outcome = try program.run(Program.demo + ["--snapshot", "120x40.svg"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let picture = Program.package.appendingPathComponent(".github/desk.svg")
        let kept = (try? String(contentsOf: picture, encoding: .utf8)) ?? ""
        guard kept != outcome.output else { return }
        if ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" || kept.isEmpty {
            try outcome.output.write(to: picture, atomically: true, encoding: .utf8)
        }
        Issue.record("the picture is stale; HARK_RECORD=1 makes it anew")
    }
}
