import Foundation
import HarkTestSupport
import Testing

/// The report as a browser sees it: it renders, and asks nobody for anything.
struct ReportTests {
    private static let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
        .flatMap { name in ["/usr/bin", "/usr/local/bin", "/opt/google/chrome"].map { "\($0)/\(name)" } }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    @Test func aBrowserDrawsItAndLoadsNothing() throws {
        let program = try Program()
        defer { program.remove() }
        let rows = (0..<240).map { row in
            let pages = row * 7 % 12
            let source = ["web", "referral", "trade show"][row % 3]
            return "Firm \(row),\(source),\(pages),\((row * 31 + pages * 40) % 500 > 240 ? "yes" : "no")"
        }
        let leads = (["company,source,pages_visited,converted"] + rows).joined(separator: "\n") + "\n"
        for arguments in [["init", "--tenant", "acme"], ["import", try program.write(leads, to: "leads.csv")]] {
            let outcome = try program.run(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let page = program.home.appendingPathComponent("report.html").path
        let outcome = try program.run(["report", "--out", page])
        #expect(outcome.status == 0 && outcome.output == "Wrote \(page); open it in any browser.\n")
        // An earlier report is replaced; a file that is none stays unless --force is given.
        #expect(try program.run(["report", "--out", page]).status == 0)
        let other = try program.write("my notes", to: "notes.html")
        let refused = try program.run(["report", "--out", other])
        #expect(refused.status == 5 && refused.errors.contains("--force"), "\(refused.errors)")
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "my notes")
        #expect(try program.run(["report", "--force", "--out", other]).status == 0)
        #expect(try program.run(["report", "--out", program.home.path]).status == 6)
        #expect(try program.run(["report", "--out", "/proc/report.html"]).status == 6)
        guard let browser = ReportTests.browser else {
            print("Skipped: no Chromium here to open the report in.")
            return
        }
        let net = program.home.appendingPathComponent("net.json").path
        let drawn = try program.launch(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=\(program.home.path)/profile", "--window-size=1200,3000", "--log-net-log=\(net)",
                "--virtual-time-budget=2000", "--dump-dom", "file://\(page)",
            ])
        #expect(drawn.status == 0, "\(drawn.errors)")
        for part in ["<svg", "Do its forecasts come true?", "What does each feature add?", "</html>"] {
            #expect(drawn.output.contains(part), "\(part)")
        }
        #expect(!drawn.errors.contains("Refused to"), "\(drawn.errors)")
        // The browser asks for things of its own; a page's requests are filed under the page.
        let log = try String(contentsOfFile: net, encoding: .utf8)
        let asked = log.split(separator: "\n").filter { $0.contains("\"network_isolation_key\":\"file:") }
        #expect(!asked.contains { $0.contains("\"url\":\"http") }, "\(asked.joined(separator: "\n"))")
    }
}
