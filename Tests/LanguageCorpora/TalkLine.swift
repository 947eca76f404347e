import Foundation
package import HarkCore

/// One line of talk to the program and the command it means, as people speak when they do not think of commands.
///
/// The files in the folder `Talk` hold conversations on the records of ``Larkspur``: a title after `#`, then
/// `phrase | COMMAND` a line, or `phrase | COMMAND + COMMAND` for several wishes. They teach which command a sentence
/// leans to and hold no values, so nothing else is tested by them.
package struct TalkLine: Hashable, Sendable {
    package var phrase: String
    package var commands: [CommandType]
    /// The last command before it in its conversation that was one; `nil` at the beginning.
    package var before: CommandType?
    /// The file, without its extension.
    package var file: String

    /// All lines of all files.
    package static let all = files.flatMap { lines(of: $0) }

    /// Why a line cannot be read: its file, number and text.
    package static let mistakes = files.flatMap { file in
        text(file).enumerated().compactMap { index, line in
            line.isEmpty || line.hasPrefix("#") || parsed(line) != nil ? nil : "\(file):\(index + 1): \(line)"
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Talk")

    private static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".talk") }.map { String($0.dropLast(5)) }.sorted()
    }()

    private static func text(_ file: String) -> [Substring] {
        let text = try? String(contentsOf: folder.appendingPathComponent("\(file).talk"), encoding: .utf8)
        return (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func lines(of file: String) -> [TalkLine] {
        var found: [TalkLine] = []
        var before: CommandType?
        for line in text(file) {
            if line.hasPrefix("#") { before = nil }
            guard let (phrase, commands) = parsed(line) else { continue }
            found.append(TalkLine(phrase: phrase, commands: commands, before: before, file: file))
            before = commands.last { $0.isAboutRecords } ?? before
        }
        return found
    }

    private static func parsed(_ line: Substring) -> (String, [CommandType])? {
        guard !line.hasPrefix("#"), let bar = line.lastIndex(of: "|") else { return nil }
        let words = line[line.index(after: bar)...].split(separator: "+").map { String($0.trimmed) }
        let commands = words.compactMap(CommandType.init(rawValue:))
        guard !commands.isEmpty, commands.count == words.count else { return nil }
        return (String(line[..<bar].trimmed), commands)
    }
}

extension CommandType {
    /// Whether it stays in mind as what was said last; talk about the talk does not.
    fileprivate var isAboutRecords: Bool {
        ![.unknown, .confirm, .reject, .cancel, .help, .choose, .correct, .repeatLast, .repeatFor, .undo, .redo]
            .contains(self)
    }
}
