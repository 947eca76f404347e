import Foundation
import HarkTestSupport
import Testing

/// The program without a terminal: what it prints and how it ends.
struct CommandLineTests {
    let program: Program

    init() throws { program = try Program() }

    private func expect(
        _ arguments: [String], status: Int32, says text: String, environment: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try program.run(arguments, environment: environment)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)", sourceLocation: location)
        #expect(
            (outcome.output + outcome.errors).contains(text), "\(arguments): \(outcome.output)\(outcome.errors)",
            sourceLocation: location)
        if status != 0 {
            #expect(outcome.errors.utf8.count < 1_200, "an error is a sentence", sourceLocation: location)
        }
    }

    @Test func valuesNeedNoDatabase() throws {
        defer { program.remove() }
        let values = ["say", "--values", "--now", "2026-03-03T09:30"]
        try expect(values + ["call tomorrow at 9"], status: 0, says: #""value":"2026-03-04T09:00""#)
        try expect(values + ["9", "--convention", "mine"], status: 6, says: "There is no convention 'mine'")
        try expect(values + ["9", "--tenant", "acme"], status: 3, says: "There is no database")
    }

    @Test func aNewDatabaseTakesAPhraseAndGivesItBack() throws {
        defer { program.remove() }
        try expect(["init", "--tenant", "acme"], status: 0, says: "Created tenant acme")
        try expect(
            ["say", "Add a new lead from ABC Corporation", "--json"], status: 0, says: #""command_type":"CREATE_LEAD""#)
        #expect(try program.run(["leads", "--json"]).output.isEmpty, "reading a phrase changes nothing")
        try expect(
            ["say", "Add a new lead from ABC Corporation", "--run"], status: 0, says: "Added lead ABC Corporation")
        try expect(["leads"], status: 0, says: "ABC Corporation")
        try expect(["explain", "ABC Corporation"], status: 0, says: "where every record starts")
        try expect(["say", "undo", "--run"], status: 0, says: "Undone")
        #expect(try program.run(["leads", "--json"]).output.isEmpty, "undo survives the end of the process")
        try expect(["say", "redo", "--run"], status: 0, says: "Done again")
        try expect(["leads"], status: 0, says: "ABC Corporation")
        try expect(["say", "delete ABC Corporation", "--run"], status: 5, says: "ABC Corporation")
        try expect(
            ["say", "delete ABC Corporation", "--run", "--yes"], status: 0, says: "Deleted lead ABC Corporation")
        try expect(["audit", "verify"], status: 0, says: "whole")
    }

    @Test func exitCodesAreStable() throws {
        defer { program.remove() }
        try expect(["leads"], status: 3, says: "hark init")
        try expect(["frobnicate"], status: 2, says: "frobnicate")
        try expect(["leads", "--limit", "none"], status: 2, says: "--limit")
        try expect(["init", "--tenant", "Bad Name"], status: 6, says: "lower-case")
        try expect(["init", "--tenant", "acme"], status: 0, says: "Created")
        try expect(["init", "--tenant", "acme"], status: 6, says: "already")
        try expect(["leads", "--tenant", "nobody"], status: 3, says: "acme")
        try expect(["leads", "--user", "nobody"], status: 3, says: "tester@acme")
        try expect(["show", "lead:99"], status: 3, says: "99")
        try expect(["leads", "score>many"], status: 6, says: "score needs a number")
        try expect(["say", "buy 100 shares of apple", "--run"], status: 6, says: "understood")
        try expect(["import", "nowhere.csv"], status: 3, says: "nowhere.csv")
        try expect(["--help"], status: 0, says: "USAGE")
        try expect(["--version"], status: 0, says: "0.1.0")
    }

    static let misuses: [(arguments: [String], says: String)] = [
        (["leads", "--limit", "none"], "The value 'none' is invalid for '--limit <limit>'. See 'hark leads --help'."),
        (["leads", "--limit", "0"], "--limit needs a number above 0. See 'hark leads --help'."),
        (["explain"], "Missing expected argument '<record> ...'. See 'hark explain --help'."),
        (["tenant", "list", "here"], "Unexpected argument 'here'. See 'hark tenant list --help'."),
        (["demo", "--now", "soon"], "not 'soon'. See 'hark demo --help'."),
        (["help", "frobnicate"], "There is no command 'frobnicate': 'hark --help' lists them."),
    ]

    @Test(arguments: misuses) func aMisuseIsOneSentenceAndWhereToLook(
        _ misuse: (arguments: [String], says: String)
    ) throws {
        defer { program.remove() }
        let outcome = try program.run(misuse.arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasSuffix("\(misuse.says)\n") && outcome.errors.hasPrefix("hark: "), "\(outcome.errors)")
        #expect(outcome.errors.count { $0.isNewline } == 1, "\(outcome.errors)")
    }

    /// A feeder of phrases may wait for each answer, and what was answered is there whatever happens next.
    @Test func everyPhraseIsAnsweredBeforeTheNextAndKept() throws {
        defer { program.remove() }
        _ = try program.run(["init", "--tenant", "acme"])
        let script = """
            cd "$HOME"; mkfifo phrases; "$0" say - --run <phrases >answers & exec 3>phrases
            echo 'add a new lead from Kestrel Works' >&3
            for i in $(seq 200); do grep -q '^Added lead' answers && break; sleep 0.1; done
            kill -9 $!; grep '^Added lead' answers
            """
        let outcome = try program.launch(["sh", "-c", script, Program.executable.path])
        #expect(outcome.output.contains("Added lead Kestrel Works"), "\(outcome.errors)")
        try expect(["leads"], status: 0, says: "Kestrel Works")
        try expect(["audit", "verify"], status: 0, says: "whole")
    }

    @Test func aRepMayNotImportUsers() throws {
        defer { program.remove() }
        _ = try program.run(["init", "--tenant", "acme"])
        let users = try program.write("name,email,role\nRep One,rep@acme,rep\n", to: "users.csv")
        try expect(["import", users], status: 0, says: "1 user")
        try expect(["import", users, "--user", "rep"], status: 4, says: "Your role does not include")
    }

    @Test func doctorSaysWhatIsWrongWithTheKeys() throws {
        defer { program.remove() }
        let folder = program.home.appendingPathComponent(".config/hark")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = try program.write("undo = \"q\"\nfly = \"u\"\n", to: ".config/hark/keys.toml")
        let output = try program.run(["doctor"]).output
        #expect(output.contains("Keys\n  \(path):1: 'q' is the key of back already"), "\(output)")
        #expect(output.contains("\(path):2: there is no action 'fly'"), "\(output)")
    }

    @Test func withoutATerminalTheDemoPrintsOneFrame() throws {
        defer { program.remove() }
        let outcome = try program.run(Program.demo)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("larkspur") && outcome.output.contains("At risk"))
        #expect(!outcome.output.contains("\u{1B}"), "a plain frame has no escape sequences")
    }

    @Test func theScriptOfTheSampleDataIsUnderstoodThroughout() throws {
        defer { program.remove() }
        let outcome = try program.run(Program.demo + ["--play", "demo.script"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count(where: { $0.hasPrefix("say> ") }) >= 10)
        for line in lines where line.hasPrefix("{") {
            #expect(line.contains(#""status":"ready""#) || line.contains(#""status":"confirm""#), "\(line)")
        }
    }

    @Test func aScriptThatCannotBePlayedSaysWhere() throws {
        defer { program.remove() }
        let path = try program.write("undo\nkey Foo\n", to: "bad.script")
        let outcome = try program.run(Program.demo + ["--play", path])
        #expect(outcome.status == 6)
        #expect(outcome.errors.contains("\(path):2: no key is called 'Foo'"), "\(outcome.errors)")
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""])
    func anyTERMIsGoodEnoughForAFrame(_ term: String) throws {
        defer { program.remove() }
        let outcome = try program.run(
            Program.demo + ["--snapshot", "80x24"], environment: ["TERM": term, "LC_ALL": "C"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count >= 24)
    }

    @Test func hostileTextPrintsSafely() throws {
        defer { program.remove() }
        _ = try program.run(["init", "--tenant", "acme"])
        let long = String(repeating: "n", count: 10_000)
        let csv = "company,person\n\"\u{1B}[2J\u{202E}Evil\",x\n\"=cmd()\",y\n\(long),z\n"
        let path = try program.write(csv, to: "leads.csv")
        let outcome = try program.run(["import", path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for arguments in [["leads"], ["leads", "--json"], ["leads", "--csv"], ["search", "Evil"]] {
            let output = try program.run(arguments).output
            #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}"), "\(arguments)")
        }
    }

    static let badFiles: [(name: String, text: String, status: Int32, says: String)] = [
        ("empty.csv", "", 6, "empty"), ("leads-quotes.csv", "company,person\n\"open,x\n", 6, "leads-quotes.csv:2"),
        ("leads-columns.csv", "nothing,known\n1,2\n", 6, "leads-columns.csv"),
    ]

    @Test(arguments: badFiles)
    func badFilesAreNamedWithTheirPlace(_ file: (name: String, text: String, status: Int32, says: String)) throws {
        defer { program.remove() }
        _ = try program.run(["init", "--tenant", "acme"])
        let path = try program.write(file.text, to: file.name)
        let outcome = try program.run(["import", path])
        #expect(outcome.status == file.status, "\(outcome.output)\(outcome.errors)")
        #expect((outcome.output + outcome.errors).contains(file.says), "\(outcome.output)\(outcome.errors)")
    }

    @Test func damagedDatabasesAreRefusedAndNeverWritten() throws {
        defer { program.remove() }
        let folder = program.home.appendingPathComponent("data")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = folder.appendingPathComponent("hark.db").path
        let garbage = Data("this is no database at all".utf8)
        _ = FileManager.default.createFile(atPath: path, contents: garbage, attributes: [.posixPermissions: 0o600])
        try expect(["leads", "--db", path], status: 7, says: "database")
        #expect(FileManager.default.contents(atPath: path) == garbage)
    }

    @Test func aReaderOfTheListMayStopEarly() throws {
        defer { program.remove() }
        let outcome = try program.run(Program.demo + ["--snapshot", "1x1"])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
