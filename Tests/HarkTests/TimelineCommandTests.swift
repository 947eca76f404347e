import Foundation
import HarkTestSupport
import Testing

/// Timelines and cohorts on the command line, and the files they become.
struct TimelineCommandTests {
    let program: Program

    init() throws { program = try Program() }

    private func prepare() throws {
        _ = try program.run(["init", "--tenant", "acme"])
        let customers =
            "company,since,plan,renewal_date\n\"Müller; <b>Søn</b>\",2026-02-03,Team,2026-09-01\nTind,2026-05-01,Team,\n"
        let events =
            "company,kind,at,note\n\"Müller; <b>Søn</b>\",login,2026-02-04T09:00,\"<script>alert(1)</script>\"\n"
            + "Tind,login,2026-05-02T09:00,\nTind,meeting,2026-07-03T09:30,kick-off\n"
        let files = [
            try program.write(customers, to: "customers.csv"), try program.write(events, to: "events.csv"),
        ]
        let outcome = try program.run(["import"] + files)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func run(_ arguments: [String], status: Int32 = 0) throws -> String {
        let outcome = try program.run(arguments + ["--now", "2026-07-01T09:00"])
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        return outcome.output + outcome.errors
    }

    @Test func twoRecordsShareACalendar() throws {
        defer { program.remove() }
        try prepare()
        let page = try run(["timeline", "Tind", "--with", "customer:1", "--width", "80", "--ascii"])
        #expect(page.contains("Tind: stage active, ") && page.contains("Müller; <b>Søn</b>: stage "))
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try run(["timeline", "Tind", "--with", "customer:1", "--json"]).contains(#"{"record":"Tind","at":"#))
        #expect(try run(["timeline", "Tind", "--json", "--svg"], status: 2).contains("Say one of"))
        #expect(try run(["timeline", "Tind", "--out", "x"], status: 2).contains("--out needs"))
    }

    @Test func filesAreWrittenWithCare() throws {
        defer { program.remove() }
        try prepare()
        let svg = program.home.appendingPathComponent("t.svg").path
        let ics = program.home.appendingPathComponent("t.ics").path
        for (kind, path) in [("--svg", svg), ("--ics", ics), ("--svg", svg), ("--ics", ics)] {
            #expect(try run(["timeline", "customer:1", kind, "--out", path]) == "Wrote \(path).\n")
        }
        let picture = try String(contentsOfFile: svg, encoding: .utf8)
        #expect(picture.contains("&lt;script&gt;") && !picture.contains("<script") && !picture.contains("<b>"))
        let calendar = try String(contentsOfFile: ics, encoding: .utf8)
        #expect(calendar.contains("DTSTART;VALUE=DATE:20260901\r\n") && calendar.contains("Müller\\; <b>Søn</b>"))
        #expect(!calendar.contains("alert"))
        let other = try program.write("mine", to: "other.txt")
        #expect(
            try run(["timeline", "customer:1", "--svg", "--out", other], status: 5).contains("--force replaces it"))
        _ = try run(["timeline", "customer:1", "--svg", "--out", other, "--force"])
        #expect(
            try run(["timeline", "customer:1", "--svg", "--out", program.home.path], status: 6).contains("is a folder"))
        #expect(try run(["timeline", "Tind", "--ics"]).contains("DTSTART:20260703T093000\r\n"))
    }

    @Test func cohortsPrintAndAreJSON() throws {
        defer { program.remove() }
        try prepare()
        let page = try run(["cohorts", "--ascii", "--width", "80"])
        #expect(page.contains("Usage by week since sign-up, 2\n") && page.contains("2026-05  #"))
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(
            try run(["cohorts", "--json"]).contains(
                #""name":"Tind","since":"2026-05-01","left":false,"before":0,"weeks":[1,0"#))
        #expect(try run(["cohorts", "--by", "money"], status: 2).contains("usage, touches or tickets"))
    }
}
