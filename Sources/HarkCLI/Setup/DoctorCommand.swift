import ArgumentParser
import Foundation
import HarkCore
import HarkService

struct DoctorCommand: ParsableCommand, KeyFileCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what Hark finds here: terminal, places, database.")

    @OptionGroup var options: GlobalOptions

    func run(keyComplaints: [String]) throws {
        let environment = ProcessInfo.processInfo.environment
        let places = Places.current
        Output.plain("hark \(HarkCore.version)")
        Output.plain(section("Terminal", terminal(environment)))
        Output.plain(
            section(
                "Places",
                [
                    ("database", options.databasePath), ("configuration", places.configuration),
                    ("keys", keys(places)), ("state", places.state), ("cache", places.cache),
                    ("themes and samples", places.shared ?? "not found: set HARK_SHARE"),
                ]))
        if !keyComplaints.isEmpty { Output.plain((["Keys"] + keyComplaints.map { "  \($0)" }).joined(separator: "\n")) }
        Output.plain(section("Database", try database()))
        let models = try models()
        if !models.isEmpty { Output.plain(section("Models", models)) }
    }

    private func keys(_ places: Places) -> String {
        places.keys + (FileManager.default.fileExists(atPath: places.keys) ? "" : " (none there: the usual keys)")
    }

    private func section(_ title: String, _ lines: [(String, String)]) -> String {
        let width = lines.map(\.0.count).max() ?? 0
        let rows = lines.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1)" }
        return ([title] + rows).joined(separator: "\n")
    }

    private func terminal(_ environment: [String: String]) -> [(String, String)] {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "none"
        let isUnicode = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
        var lines = [
            ("TERM", environment["TERM"] ?? "not set: lines only"),
            ("COLORTERM", environment["COLORTERM"] ?? "not set: at most 256 colours"),
            ("locale", isUnicode ? locale : "\(locale): C.UTF-8 is tried, else ASCII is drawn"),
        ]
        if environment["NO_COLOR"]?.isEmpty == false { lines.append(("NO_COLOR", "set: no colours")) }
        if environment["TMUX"] != nil {
            lines.append(
                ("tmux", "for the clipboard: set -g set-clipboard on; for a quick Esc: set -sg escape-time 10"))
        }
        return lines
    }

    private func database() throws -> [(String, String)] {
        guard FileManager.default.fileExists(atPath: options.databasePath) else {
            return [("state", "none yet: run 'hark init'")]
        }
        let tenants = try Service.open(path: options.databasePath).tenants()
        return [("state", "sound"), ("tenants", tenants.map(\.slug).joined(separator: ", "))]
    }

    /// Every tenant's models, and where today's records lie far from those learned from.
    private func models() throws -> [(String, String)] {
        guard FileManager.default.fileExists(atPath: options.databasePath) else { return [] }
        let service = try Service.open(path: options.databasePath)
        let clock = try options.clock()
        return try service.tenants().filter { options.tenant == nil || $0.slug == options.tenant }.flatMap { tenant in
            let session = try service.session(tenant: tenant.slug, user: nil, channel: .commandLine, clock: clock)
            return try Score.Target.allCases.map { target in
                let report = try session.modelReport(for: target)
                let moved = report.drift.filter { $0.verdict != .calm }.prefix(3)
                    .map { "\($0.label) \(JSONValue.number($0.index).compact) \($0.verdict.rawValue)" }
                let calm = report.trainedAt == nil ? "" : ": today's records look like those learned from"
                let drift = moved.isEmpty ? calm : ": drift in \(moved.joined(separator: ", "))"
                return ("\(tenant.slug) \(target.rawValue)", "\(report.model)\(drift)")
            }
        }
    }
}
