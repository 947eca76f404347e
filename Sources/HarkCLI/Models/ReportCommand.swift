import ArgumentParser
import HarkService

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one HTML page about the models: how good, what they look at, where leads stop.",
        discussion: """
            The page stands alone: no script, nothing loaded from anywhere, no name in it. An earlier report is replaced; \
            any other file of that name stays unless --force is given.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "The file to write; - for standard output.") var out = "hark-report.html"
    @Flag(help: "Replace a file that is no report.") var force = false

    func run() throws {
        let html = try options.session().report()
        if out == "-" { return Output.plain(html) }
        let file = OutputFile(path: out, force: force, noun: "report", isOwn: Session.isReport(startingWith:))
        Output.plain("Wrote \(try file.write(html)); open it in any browser.")
    }
}
