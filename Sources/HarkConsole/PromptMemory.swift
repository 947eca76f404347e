import Foundation

/// The phrases typed before and the one never run, kept between two runs in a folder only the user can read.
public struct PromptMemory: Sendable {
    private let folder: String
    private static let mostPhrases = 500

    /// Keeps them in a folder, which is made when needed.
    public init(folder: String) { self.folder = folder }

    /// The phrases typed before, oldest first.
    func history() -> [String] { lines("history") }

    /// The phrase never run; empty for none.
    func draft() -> String { lines("draft").first ?? "" }

    func save(draft: String) { write(draft.isEmpty ? [] : [draft], to: "draft") }

    func save(history: [String], draft: String) {
        write(history.suffix(PromptMemory.mostPhrases), to: "history")
        save(draft: draft)
    }

    private func lines(_ name: String) -> [String] {
        guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { return [] }
        return text.split(separator: "\n").map(String.init)
    }

    /// Losing a history is no reason to stop the dashboard, so failures are silent.
    private func write(_ lines: some Collection<String>, to name: String) {
        let files = FileManager.default
        try? files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let text = lines.map { $0.filter { !$0.isNewline } + "\n" }.joined()
        let path = "\(folder)/\(name)"
        let temporary = "\(path).new"
        guard files.createFile(atPath: temporary, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { return }
        _ = rename(temporary, path)
    }
}
