import ArgumentParser
import Foundation
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
        let page = URL(fileURLWithPath: out)
        try check(page)
        do { try html.write(to: page, atomically: true, encoding: .utf8) } catch {
            throw ReportCommand.failure(error, out)
        }
        Output.plain("Wrote \(page.path); open it in any browser.")
    }

    /// Refuses to write over what is not an earlier report.
    private func check(_ page: URL) throws(ServiceError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: page.path, isDirectory: &isFolder) else { return }
        guard !isFolder.boolValue else { throw .badInput("\(out) is a folder: name a file in it.") }
        guard !force, !Session.isReport(startingWith: ReportCommand.beginning(of: page)) else { return }
        throw .needsAnswer("\(out) is there and is no report: --force replaces it, --out names another file.")
    }

    private static func beginning(of page: URL) -> String {
        guard let file = try? FileHandle(forReadingFrom: page) else { return "" }
        defer { try? file.close() }
        return String(decoding: (try? file.read(upToCount: 1_000)) ?? Data(), as: UTF8.self)
    }

    private static func failure(_ error: any Error, _ file: String) -> ServiceError {
        (error as? CocoaError)?.code == .fileWriteOutOfSpace
            ? .storage("\(file) cannot be written: the disk is full. Make room or choose another place with --out.")
            : .badInput("\(file) cannot be written: check the folder and who may write there.")
    }
}
