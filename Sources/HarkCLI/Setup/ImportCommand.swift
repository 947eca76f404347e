import ArgumentParser
import HarkCore
import HarkService

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring records in from CSV files or a folder of them.",
        discussion: """
            The kind of each file is known from --kind, its mapping, its name or its headers. A run can be undone \
            with --undo and its number; importing a file again changes nothing.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "CSV files, or a folder.") var paths: [String] = []
    @Option(help: "A mapping file (TOML) that renames columns and marks the outcome.") var map: String?
    @Option(help: "What the rows are: users, companies, contacts, leads, customers, deals, events, …") var kind: String?
    @Flag(help: "Check everything and write nothing.") var dryRun = false
    @Flag(help: "Keep nothing when any row is wrong.") var strict = false
    @Option(help: "Take back the import run with this number.") var undo: Int64?
    @Flag(help: "Only bring the rows in: no training, no scores.") var noTrain = false

    func validate() throws {
        if undo == nil, paths.isEmpty { throw ValidationError("Say which FILE to import, or --undo RUN.") }
    }

    func run() throws {
        let session = try options.session()
        if let undo {
            return Output.plain(try session.undoImport(undo))
        }
        var request = ImportRequest(paths: paths, mapping: map, kind: kind)
        request.isDryRun = dryRun
        request.isStrict = strict
        let report = try importing(request, session)
        Output.plain(report.text(isDryRun: dryRun))
        if !dryRun, !noTrain, report.added > 0 {
            for outcome in try session.train(progress: { Output.progress($0) }) {
                Output.endProgress()
                Output.plain(outcome.text)
            }
        }
        guard report.rejected == 0 else { throw ExitCode(6) }
    }

    /// Imports with a bar that grows, and is gone at the end however it ends.
    private func importing(_ request: ImportRequest, _ session: Session) throws -> ImportReport {
        let line = ProgressLine()
        defer { Output.endProgress() }
        return try session.importFiles(request) { line.show($0.share, rows: $0.rows) }
    }
}
