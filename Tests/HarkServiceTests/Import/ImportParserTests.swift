import HarkCore
import Testing

@testable import HarkService

/// Reads a text as a file of that name.
func parsed(
    _ text: String, file: String, kind: ImportKind? = nil, mapping: ImportMapping = ImportMapping(), shift: Int = 0
) throws -> (rows: [ImportedRow], issues: [String], parser: ImportParser) {
    let now = try #require(LocalDateTime("2026-11-22T09:00"))
    var parser = try ImportParser(
        CSVReader(bytes: Array(text.utf8)), file: file, kind: kind, mapping: mapping,
        setting: ImportSetting(now: now, currency: "EUR", shiftDays: shift))
    var rows: [ImportedRow] = []
    var issues: [String] = []
    while let step = try parser.next() {
        switch step {
        case .row(let row): rows.append(row)
        case .rejected(let issue): issues.append(issue.text)
        }
    }
    return (rows, issues, parser)
}

struct ImportParserTests {
    @Test func readsALead() throws {
        let text = """
            Person,Company,Source,Email,Phone,Status,Owner,Amount,Currency,Created At,Closed-At,engagementscore,\
            Pages Visited,Time_Spent,Converted,Message,Campaign,Visits,Newsletter,Empty
            Ann Ray,Larkspur,web,ann@x.de,'+49 30 1,Qualified,maria,"12,500",usd,2026-01-02,03.04.2026 10:00,71.5,\
            3,900,yes,"Hello, you ",spring,12,no,
            """
        let (rows, issues, _) = try parsed(text, file: "dir/leads.csv", shift: 1)
        #expect(issues == [])
        guard case .lead(let lead) = rows[0].record else { throw ImportSurprise() }
        #expect(lead.person == "Ann Ray")
        #expect(lead.phone == "+49 30 1")
        #expect(lead.status == .qualified)
        #expect(lead.amount == Money(minorUnits: 1_250_000, currency: "USD"))
        #expect(lead.createdAt.description == "2026-01-03T00:00")
        #expect(lead.closedAt?.description == "2026-04-04T10:00")
        #expect(lead.engagementScore == 71.5)
        #expect(lead.pagesVisited == 3)
        #expect(lead.timeSpent == 900)
        #expect(lead.converted == true)
        #expect(lead.message == "Hello, you ")
        #expect(lead.attributes == ["Campaign": .text("spring"), "Visits": .number(12), "Newsletter": .flag(false)])
        #expect(rows[0].names.owner == "maria")
        #expect(rows[0].names.company == "Larkspur")
    }

    struct ImportSurprise: Error {}

    /// A small file of each kind and what its first row becomes.
    static let kinds: [(String, String, String)] = [
        ("users.csv", "name,email,role,team\nMaria,m@x.de,Manager,north", "user"),
        ("companies.csv", "name,domain,industry,size,city,country\nLarkspur,l.de,tea,\"1,200\",Kiel,DE", "company"),
        ("contacts.csv", "name,company,title,email,phone,city\nAnn,Larkspur,CEO,a@l.de,1,Kiel", "contact"),
        (
            "customers.csv", "company,since,plan,monthly_value,renewal_date,churned\nL,2026-01-01,pro,€5,2027-01-01,no",
            "customer"
        ),
        (
            "deals.csv", "name,company,contact,amount,currency,stage,close_date,owner\nD,L,Ann,5,EUR,Won,2026-12-01,m",
            "deal"
        ),
        ("events.csv", "company,contact,kind,at,note\nL,,Page Visit,2026-01-01T10:00,x", "event"),
        ("messages.csv", "lead,direction,channel,at,body\nL,out,Email,2026-01-01,hi", "message"),
        ("tickets.csv", "number,customer,subject,priority,status,opened_at\n7,L,help,High,open,2026-01-01", "ticket"),
        ("tasks.csv", "subject,related,due,owner\nwrite,L,2026-12-01,m", "task"),
    ]

    @Test(arguments: kinds)
    func knowsTheKindByNameAndByColumns(_ file: String, _ text: String, _ record: String) throws {
        for name in [file, "2026 \(file.uppercased())", "export.csv"] {
            let (rows, issues, parser) = try parsed(text, file: name)
            #expect(issues == [])
            #expect(String(describing: try #require(rows.first).record).hasPrefix(record + "("))
            #expect(parser.unusedColumns == [])
        }
    }

    static let rejected: [(String, String, String)] = [
        ("leads.csv", "person,created_at\nAnn,soon", "leads.csv:2:5: created_at 'soon' is no date"),
        ("leads.csv", "person,created_at\nAnn,03/04/2026", "leads.csv:2:5: created_at '03/04/2026' may be day first"),
        ("leads.csv", "person,amount\nAnn,lots", "leads.csv:2:5: amount 'lots' is no number"),
        ("leads.csv", "person,amount,currency\nAnn,5,euros", "leads.csv:2:7: currency 'euros' is no currency"),
        (
            "leads.csv", "person,status\nAnn,warm",
            "leads.csv:2:5: status 'warm' is not known, it is one of new, contacted"
        ),
        ("leads.csv", "person,converted\nAnn,maybe", "leads.csv:2:5: converted 'maybe' is neither yes nor no"),
        ("leads.csv", "person,company\n,", "leads.csv:2:1: no person or company"),
        ("leads.csv", "person,source\nAnn", "leads.csv:2:1: 1 fields where the header has 2, some are missing"),
        ("leads.csv", "person,source\nAnn,web,x", "leads.csv:2:9: 3 fields where the header has 2"),
        ("leads.csv", "person,source\nAnn,\"web\"x", "leads.csv:2:10: text after a closing quote"),
        ("leads.csv", "person,source\nA\"nn,web", "leads.csv:2:2: a quote inside a field"),
        ("companies.csv", "name,size\nL,1.5", "companies.csv:2:3: size '1.5' is no number"),
        ("events.csv", "company,kind,at\nL,call,", "events.csv:2:8: no at,"),
        ("messages.csv", "lead,direction,at,body\nL,up,2026-01-01,x", "messages.csv:2:3: direction 'up' is not known"),
        ("users.csv", "name,email\nMaria,", "users.csv:2:7: no email"),
    ]

    @Test(arguments: rejected)
    func rejectsARowAndKeepsTheNext(_ file: String, _ text: String, _ message: String) throws {
        let header = text.prefix { $0 != "\n" }
        let good = header.split(separator: ",").map { column in
            switch column {
            case "at", "created_at": "2026-01-01"
            case "size", "amount": "5"
            case "currency": "EUR"
            case "status": "new"
            case "converted": "yes"
            case "direction": "in"
            default: "x"
            }
        }.joined(separator: ",")
        let (rows, issues, _) = try parsed(text + "\n" + good, file: file)
        #expect(rows.count == 1)
        #expect(issues.count == 1)
        #expect(issues.first?.hasPrefix(message) == true, "\(issues)")
    }

    static let refusedFiles: [(String, String, String)] = [
        ("leads.csv", "", "leads.csv:1:1: the file is empty"),
        ("leads.csv", "source,amount\nweb,5", "leads.csv:1:1: no column person or company, leads need one"),
        ("things.csv", "colour\nred", "things.csv:1:1: what the rows are cannot be told"),
        ("things.csv", "name\nred", "things.csv:1:1: what the rows are cannot be told"),
        ("leads.csv", "person,Created At,created_at\nx,,", "leads.csv:1:19: a second column created_at"),
        ("leads.csv", "person,Extra,Extra\nx,,", "leads.csv:1:14: a second column Extra"),
        ("leads.csv", "person\nAnn\n\"open", "leads.csv:3:1: a quote that is never closed"),
        ("leads.csv", "person\nA\0nn", "leads.csv:2:2: a zero byte"),
    ]

    @Test(arguments: refusedFiles)
    func refusesAFile(_ file: String, _ text: String, _ message: String) {
        let issue = #expect(throws: ImportIssue.self) { try parsed(text, file: file) }
        #expect(issue?.text.hasPrefix(message) == true, "\(issue?.text ?? "")")
    }

    @Test("Names are data: long ones, escape sequences and bidi marks are kept as they are")
    func keepsHostileNames() throws {
        let names = [
            "\u{1B}[31mred\u{1B}[0m", "abc\u{202E}fed\u{2066}x", String(repeating: "n", count: 10_000), "a\tb",
        ]
        let text = "person,note\n" + names.map { "\"\($0)\",x" }.joined(separator: "\n")
        let (rows, issues, _) = try parsed(text, file: "leads.csv")
        #expect(issues == [])
        let kept = rows.map { row in
            if case .lead(let lead) = row.record { lead.person } else { "" }
        }
        #expect(kept == names)
    }

    @Test func headerOnlyIsNoRows() throws {
        let (rows, issues, parser) = try parsed("person,company\n", file: "x.csv")
        #expect(rows.isEmpty && issues.isEmpty)
        #expect(parser.kind == .leads)
    }

    @Test("Rows are told apart by the key columns, else by the whole row")
    func fingerprints() throws {
        let text = "person,Id\nAnn,1\nBob,1\nAnn,2\nAnn,1"
        let whole = try parsed(text, file: "leads.csv").rows.map(\.fingerprint)
        #expect(whole[0] == whole[3])
        #expect(Set(whole).count == 3)
        var mapping = ImportMapping()
        mapping.key = ["id"]
        let keyed = try parsed(text, file: "leads.csv", mapping: mapping).rows.map(\.fingerprint)
        #expect(keyed[0] == keyed[1] && keyed[0] == keyed[3])
        #expect(Set(keyed).count == 2)
    }

    @Test func namesWhatIsNotUsed() throws {
        var mapping = ImportMapping()
        mapping.afterOutcome = ["Tags"]
        mapping.rename = ["Nme": "name"]
        let (rows, _, parser) = try parsed("name,colour,Tags\nx,red,t", file: "companies.csv", mapping: mapping)
        #expect(rows.count == 1)
        #expect(parser.unusedColumns == ["colour"])
        #expect(parser.refusedColumns == ["Tags"])
        #expect(parser.absentColumns == ["Nme"])
    }

    @Test func appliesAMapping() throws {
        let mapping = try ImportMapping(
            toml: """
                kind = "customers"
                key = "id"
                missing = ["NA"]
                date_order = "month-first"
                [rename]
                Fee = "monthly_value"
                Start = "since"
                [outcome]
                column = "Left"
                positive = "gone"
                [constants]
                name = "Customer {id}/{#}"
                plan = "basic"
                region = "north"
                [values.plan]
                P = "pro"
                """)
        let text = "id,Start,Fee,plan,Left,Age\n7,04/03/2026,9.5,P,Gone,NA\n8,,,,here,40"
        let (rows, issues, _) = try parsed(text, file: "x.csv", mapping: mapping)
        #expect(issues == [])
        let customers = rows.compactMap { row in
            if case .customer(let customer) = row.record { customer } else { nil }
        }
        #expect(customers.map(\.name) == ["Customer 7/1", "Customer 8/2"])
        #expect(customers.map(\.plan) == ["pro", "basic"])
        #expect(customers.map(\.churned) == [true, false])
        #expect(customers[0].since?.description == "2026-04-03")
        #expect(customers[0].monthlyValue == Money(minorUnits: 950, currency: "EUR"))
        #expect(
            customers.map(\.attributes) == [
                ["region": .text("north")], ["region": .text("north"), "Age": .number(40)],
            ])
    }

    @Test(arguments: [
        ("[constants]\nperson = \"Lead {Nr}\"", "names 'Nr', which is no column"),
        ("kind = \"deals\"\n[constants]\ncolour = \"red\"", "the constant 'colour' is no column of deals"),
    ])
    func refusesAMappingThatDoesNotFit(_ toml: String, _ words: String) throws {
        let mapping = try ImportMapping(toml: toml)
        let issue = #expect(throws: ImportIssue.self) {
            try parsed("person,name\nAnn,x", file: "x.csv", kind: mapping.kind ?? .leads, mapping: mapping)
        }
        #expect(issue?.text.contains(words) == true)
    }
}
