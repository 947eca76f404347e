import ArgumentParser
import Foundation
import HarkLanguage
import HarkService

struct GrammarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grammar", abstract: "Look after the templates phrases are read by.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Look for mistakes and ambiguities in a tenant's own words, or in the built-in templates.",
            discussion: """
                Sentences of every template are said and read by all others. Without a file the built-in templates and \
                every file of words of this installation are checked. Exits with 6 where there are errors.
                """)

        @Argument(help: "Template files, such as words/acme.intents.") var files: [String] = []
        @Option(help: "How many sentences of each template are said.") var sentences = 4

        func validate() throws {
            guard (1...100).contains(sentences) else { throw ValidationError("--sentences takes 1 to 100.") }
        }

        func run() throws {
            var errors = 0
            for (name, linter) in try linters() {
                let findings = linter.findings()
                for finding in findings { Output.plain(finding.description) }
                let wrong = findings.count { $0.severity == .error }
                errors += wrong
                Output.plain("\(name): \(wrong.counted("error")), \((findings.count - wrong).counted("warning")).")
            }
            if errors > 0 { throw ExitCode(6) }
        }

        private func linters() throws -> [(String, GrammarLinter)] {
            let folder = Places.current.words
            let own = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let paths =
                files.isEmpty ? own.filter { $0.hasSuffix(".intents") }.sorted().map { "\(folder)/\($0)" } : files
            let linters = try paths.map { path in
                guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw ServiceError.notFound("There is no readable file at \(path).")
                }
                return (path, GrammarLinter(words: text, file: path, sentences: sentences))
            }
            return (files.isEmpty ? [("built-in templates", GrammarLinter(sentences: sentences))] : []) + linters
        }
    }
}
