import Foundation
import HarkCore
import HarkStore
import Testing

@testable import HarkService

/// A tenant in memory, a folder of files, and an importer between them.
final class ImportBench {
    let store: Store
    let tenant: Tenant
    let admin: Identifier<User>
    let folder: URL
    let now: LocalDateTime

    init() throws {
        now = try #require(LocalDateTime("2026-11-22T09:00"))
        store = try Store.open(.memory)
        let maria = User(id: Identifier(0), name: "Maria Sol", email: "maria@larkspur.de", role: .admin)
        let made = try store.platform.createTenant(slug: "larkspur", name: "Larkspur", admin: maria, at: now)
        (tenant, admin) = (made.0, made.1.id)
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hark-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var importer: Importer {
        let request = WriteRequest(tenant: tenant.id, user: admin, channel: "cli", at: now, title: "Imported")
        return Importer(store: store, request: request, settings: tenant.settings)
    }

    /// Writes a file and gives its path.
    @discardableResult
    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func read<Value>(_ body: (Reading) throws -> Value) throws -> Value { try store.read(tenant.id, body) }

    func leads() throws -> [Lead] {
        try read { reading in
            var leads: [Lead] = []
            try reading.eachLead { leads.append($0) }
            return leads
        }
    }

    /// How many records of each kind the tenant has, by the kinds' plural names, those with none left out.
    func counts() throws -> [String: Int] {
        try read { reading in
            var counts: [String: Int] = [:]
            func one(_ name: String) { counts[name, default: 0] += 1 }
            try reading.eachCompany { _ in one("companies") }
            try reading.eachContact { _ in one("contacts") }
            try reading.eachLead { _ in one("leads") }
            try reading.eachCustomer { _ in one("customers") }
            try reading.eachDeal { _ in one("deals") }
            for kind in [RecordKind.lead, .customer, .contact] {
                try reading.eachEvent(of: kind) { _ in one("events") }
                try reading.eachMessage(of: kind) { _ in one("messages") }
            }
            try reading.eachTicket { _ in one("tickets") }
            for kind in RecordKind.allCases { try reading.eachActivity(about: kind) { _ in one("tasks") } }
            counts["users"] = try reading.users().count
            return counts
        }
    }

    /// Writes a small file of every kind, in which later kinds name records of earlier ones.
    func fillFolder() throws {
        try file("users.csv", "name,email,role,team\nBen Fox,ben@larkspur.de,rep,north\n")
        try file("companies.csv", "name,city\nOak,Kiel\nElm,Bonn\n")
        try file("contacts.csv", "name,company,email\nAnn Ray,Oak,ann@oak.de\nJo Lee,Ash,jo@ash.de\n")
        try file(
            "leads.csv",
            "person,company,email,owner,created_at,source\nKim,Elm,kim@elm.de,ben,2026-10-01,web\nPat,,pat@x.de,,,ad\n")
        try file("customers.csv", "company,since,plan,monthly_value,churned\nOak,2025-01-01,pro,50,no\n")
        try file(
            "deals.csv", "name,company,contact,lead,owner,amount,stage\nOak deal,Oak,Ann Ray,Elm,Ben Fox,900,new\n")
        try file(
            "events.csv", "company,contact,lead,kind,at\nOak,,,login,2026-11-01T08:00\n,,Pat,page_visit,2026-11-02\n")
        try file("messages.csv", "company,lead,direction,channel,at,body\n,Elm,in,email,2026-11-03,Hello\n")
        try file("tickets.csv", "number,customer,subject,opened_at\n1,Oak,Slow,2026-11-04\n")
        try file("tasks.csv", "subject,related,due,owner\nCall,Oak,2026-12-01,ben\n")
    }

    static let wholeFolder = [
        "users": 2, "companies": 3, "contacts": 2, "leads": 2, "customers": 1, "deals": 1, "events": 2, "messages": 1,
        "tickets": 1, "tasks": 1,
    ]
}

struct ImporterTests {
    @Test("A folder is read in the right order, in one run, and names become links")
    func importsAFolder() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        let report = try bench.importer.run([bench.folder.path])
        #expect(report.files.map(\.kind) == ImportKind.allCases)
        #expect(report.files.flatMap(\.issues).map(\.text) == [])
        #expect(report.added == 14)
        #expect(try bench.counts() == ImportBench.wholeFolder)
        let leads = try bench.leads()
        let users = try bench.read { try $0.users() }
        #expect(leads[0].owner == users.last?.id)
        #expect(leads[0].company != nil)
        try bench.read { reading in
            let deal = try reading.deal(Identifier(1))
            #expect(deal.lead == leads[0].id)
            #expect(deal.contact != nil && deal.company != nil)
            try reading.eachEvent(of: .customer) { #expect($0.kind == .login) }
            try reading.eachEvent(of: .lead) { #expect($0.subject.id == leads[1].id.rawValue) }
        }
    }

    @Test("The same files again change nothing")
    func isIdempotent() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        let first = try bench.importer.run([bench.folder.path])
        let second = try bench.importer.run([bench.folder.path])
        #expect(second.earlierRun == first.run)
        #expect(second.run == nil && second.added == 0)
        #expect(try bench.counts() == ImportBench.wholeFolder)
        // The same rows in other files: nothing but duplicates.
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) {
            let text = try String(contentsOf: bench.folder.appendingPathComponent(name), encoding: .utf8)
            try bench.file(name, text + "\n")
        }
        let third = try bench.importer.run([bench.folder.path])
        #expect(third.added == 0)
        #expect(third.duplicates == 14)
        #expect(try bench.counts() == ImportBench.wholeFolder)
    }

    @Test("A longer file adds only its new rows")
    func addsNewRows() throws {
        let bench = try ImportBench()
        let path = try bench.file("leads.csv", "person,email\nAnn,a@x.de\n")
        _ = try bench.importer.run([path])
        try bench.file("leads.csv", "person,email\nAnn,a@x.de\nBob,b@x.de\n")
        let report = try bench.importer.run([path])
        #expect(report.added == 1 && report.duplicates == 1)
        #expect(try bench.leads().map(\.person) == ["Ann", "Bob"])
    }

    @Test("Duplicate rows of one file are kept once and counted")
    func findsDuplicates() throws {
        let bench = try ImportBench()
        let path = try bench.file("leads.csv", "person,email\nAnn,\nAnn,\nBob,\nAnn,\n")
        let report = try bench.importer.run([path])
        #expect(report.added == 2 && report.duplicates == 2 && report.rejected == 0)
        #expect(report.files[0].rows == 4)
    }

    @Test("Good rows stay unless strictness is asked for")
    func keepsGoodRows() throws {
        let bench = try ImportBench()
        let path = try bench.file("leads.csv", "person,created_at,owner\nAnn,2026-01-01,\nBob,soon,\nCy,,nobody\n")
        let strict = #expect(throws: ImportError.self) {
            try bench.importer.run([path], options: ImportOptions(isStrict: true))
        }
        guard case .rejected(let rejected) = strict else {
            return #expect(Bool(false), "\(String(describing: strict))")
        }
        #expect(rejected.rejected == 2)
        #expect(strict?.message.split(separator: "\n").map { $0.prefix(path.utf8.count + 5) }.first == "\(path):3:5:")
        #expect(try bench.leads().isEmpty)
        #expect(try bench.read { try $0.importRuns() }.isEmpty)
        let report = try bench.importer.run([path])
        #expect(report.added == 1 && report.rejected == 2)
        #expect(report.files[0].issues.map(\.line) == [3, 4])
        #expect(report.files[0].issues.map(\.column) == [5, 5])
        #expect(report.files[0].issues[1].text.contains("owner 'nobody' is nobody in this tenant"))
        #expect(try bench.leads().map(\.person) == ["Ann"])
        #expect(try bench.read { try $0.importRuns() }.first?.note == "2 rows rejected")
    }

    @Test("A dry run says the same and writes nothing")
    func rehearses() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        let before = try bench.counts()
        let dry = try bench.importer.run([bench.folder.path], options: ImportOptions(isDryRun: true))
        #expect(dry.run == nil)
        #expect(try bench.counts() == before)
        #expect(try bench.read { try $0.importRuns() }.isEmpty)
        var wet = try bench.importer.run([bench.folder.path])
        wet.run = nil
        #expect(dry == wet)
    }

    @Test("A run can be taken back and done again")
    func undoes() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        let before = try bench.counts()
        let report = try bench.importer.run([bench.folder.path])
        try bench.importer.undo(try #require(report.run))
        var after = try bench.counts()
        // Users stay: others may have begun to work with them.
        after["users"] = before["users"]
        #expect(after == before)
        #expect(throws: ImportError.self) { try bench.importer.undo(try #require(report.run)) }
        _ = try bench.importer.run([bench.folder.path])
        #expect(try bench.counts() == ImportBench.wholeFolder)
    }

    @Test("A file that breaks off leaves nothing behind")
    func rollsBack() throws {
        let bench = try ImportBench()
        let path = try bench.file("leads.csv", "person\nAnn\nBob\n\"Cy\n")
        let issue = ImportIssue(file: path, line: 4, column: 1, reason: .csv(.unclosedQuote))
        #expect(throws: ImportError.file(issue)) { try bench.importer.run([path]) }
        #expect(try bench.leads().isEmpty)
        #expect(try bench.read { try $0.importRuns() }.isEmpty)
    }

    @Test func refusesWhatIsNotThere() throws {
        let bench = try ImportBench()
        let missing = bench.folder.path + "/none.csv"
        #expect(throws: ImportError.notFound(missing)) { try bench.importer.run([missing]) }
        #expect(throws: ImportError.noFiles(bench.folder.path)) { try bench.importer.run([bench.folder.path]) }
        let path = try bench.file("leads.csv", "person\nAnn\nBob\n")
        #expect(throws: ImportError.tooManyRows(limit: 1)) {
            try bench.importer.run([path], options: ImportOptions(rowLimit: 1))
        }
        #expect(try bench.leads().isEmpty)
    }

    @Test("Who may import only their own gets rows without an owner, and none that are somebody else's")
    func keepsToOwnRecords() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        _ = try bench.importer.run([bench.folder.path])
        let ben = try #require(try bench.read { try $0.users() }.last).id
        let leads = try bench.file("own.csv", "person,company,owner\nAda,Fir,\nBo,Yew,ben\nCy,Box,Maria Sol\n")
        _ = try bench.file("foreign.csv", "person,company,owner\nDi,Lime,Maria Sol\n")
        _ = try bench.importer.run(
            [bench.folder.path + "/foreign.csv"], options: ImportOptions(kind: .leads))
        let calls = try bench.file(
            "calls.csv", "lead,kind,at\nElm,call,2026-11-05\nLime,call,2026-11-05\n")
        let own = ImportOptions(kind: .leads, onlyOwner: ben)
        let first = try bench.importer.run([leads], options: own)
        #expect(first.added == 2)
        #expect(
            first.files[0].issues.map { $0.text.suffix(89) } == [
                "4:8: owner 'Maria Sol' is not yours, your role imports only your own records, ask a manager".suffix(89)
            ])
        #expect(try bench.leads().filter { ["Ada", "Bo"].contains($0.person) }.map(\.owner) == [ben, ben])
        let second = try bench.importer.run([calls], options: ImportOptions(kind: .events, onlyOwner: ben))
        #expect(second.added == 1)
        #expect(second.files[0].issues.map(\.reason) == [.foreignOwner(column: "lead", word: "Lime")])
    }

    @Test("Progress ends with every row and byte")
    func reportsProgress() throws {
        let bench = try ImportBench()
        try bench.fillFolder()
        var last: ImportProgress?
        _ = try bench.importer.run([bench.folder.path]) { last = $0 }
        #expect(last?.rows == 14)
        #expect(last?.bytesDone == last?.bytesTotal)
    }

    @Test("Exported cells come back as they were")
    func roundTrips() throws {
        let bench = try ImportBench()
        let person = "=HYPERLINK(\"x\"), née \u{202E}abc"
        let text = CSVWriter.line(["person", "phone"]) + CSVWriter.line([person, "+49 30 1234"])
        _ = try bench.importer.run([try bench.file("leads.csv", text)])
        #expect(try bench.leads().map { [$0.person, $0.phone ?? ""] } == [[person, "+49 30 1234"]])
    }
}
