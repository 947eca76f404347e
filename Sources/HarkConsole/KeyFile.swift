import Foundation
import HarkUI
import TOMLKit

/// The user's own keys, in a TOML file of actions: `undo = "u"`, `down = ["j", "Down", "n"]`.
public struct KeyFile: Sendable {
    /// What the file cannot have, each with file and line, in one sentence.
    public let complaints: [String]
    let table: Dashboard.KeyTable

    /// The first complaint, short enough for a line of the screen, and how many more there are; `nil` for none.
    var notice: String? {
        guard let first = complaints.first else { return nil }
        let more = complaints.count > 1 ? " (\(complaints.count - 1) more)" : ""
        // The folder is said outside the dashboard; here the file's name is enough.
        let name = first.split(separator: ":").first?.split(separator: "/").last ?? ""
        return String(name + first.dropFirst(first.prefix { $0 != ":" }.count)) + more
    }

    /// Reads a file; without one the keys are the usual ones.
    public init(path: String) {
        if let text = try? String(contentsOfFile: path, encoding: .utf8) {
            self.init(text: text, path: path)
        } else {
            let exists = FileManager.default.fileExists(atPath: path)
            self.init(table: .standard, complaints: exists ? ["\(path) cannot be read."] : [])
        }
    }

    private init(table: Dashboard.KeyTable, complaints: [String]) {
        self.table = table
        self.complaints = complaints
    }

    /// Reads a file's text.
    init(text: String, path: String) {
        let document: TOMLTable
        do { document = try TOMLTable(string: text) } catch {
            table = .standard
            let line = (error as? TOMLParseError).map { ":\($0.source.begin.line)" } ?? ""
            complaints = ["\(path)\(line): this is no TOML; the usual keys are in effect."]
            return
        }
        var wishes: [Dashboard.KeyTable.Rebinding] = []
        var complaints: [String] = []
        for action in document.keys.sorted() {
            let line = KeyFile.line(of: action, in: text)
            let value = document[action]
            let list = value?.array.map { array in array.compactMap { $0.string } }
            if let keys = value?.string.map({ [$0] }) ?? list {
                wishes.append(.init(action, keys, line: line))
            } else {
                complaints.append("\(path):\(line): \(action) needs a key such as \"u\", or a list of keys.")
            }
        }
        let (table, refusals) = Dashboard.KeyTable.standard.rebound(wishes.sorted { $0.line < $1.line })
        self.table = table
        self.complaints = complaints + refusals.map { "\(path):\($0.line): \($0.reason); the usual key stays." }
    }

    /// The line an action is set on, counted from 1.
    private static func line(of action: String, in text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { line in
            let name = line.prefix { $0 != "=" }.filter { !$0.isWhitespace && $0 != "\"" }
            let heading = name.drop { $0 == "[" }.prefix { $0 != "]" && $0 != "." }
            return line.contains("=") && name == action || name.hasPrefix("[") && heading == action
        }
        return (index ?? 0) + 1
    }
}
