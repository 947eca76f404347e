import ArgumentParser
import Foundation
import HarkService

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write one HTML page about the models: how good, what they look at, drift.",
        discussion: "The page stands alone: no script, nothing loaded from anywhere, no record in it.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The file to write; - for standard output.") var out = "hark-report.html"

    func run() throws {
        let html = try options.session().report()
        if out == "-" { return Output.plain(html) }
        do { try html.write(toFile: out, atomically: true, encoding: .utf8) } catch {
            throw ServiceError.badInput("\(out) cannot be written: check the folder and who may write there.")
        }
        Output.plain("Wrote \(out).")
    }
}
