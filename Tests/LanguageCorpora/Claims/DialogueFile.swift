import Foundation
import HarkCore

/// A file of conversations, one line a rule:
///
/// ```
/// # A title starts a conversation.
/// -- A remark.
/// as maria, saying yes
/// > what is said   | what it should come to, see ``Claim``
/// = owner of lead "Brightmoor Codehouse Co": Maria Lindqvist
/// = no lead "Yarrow Medical"
/// ```
///
/// `as` names the user of all that follows in the conversation; one who is `saying yes` does so wherever the program asks
/// about the very thing that was meant. `=` is about the database once the line above is done: that a field begins with a
/// value (empty: has none), that a record is there (`= lead "…"`) or is not (`= no lead "…"`).
package enum DialogueFile {
    /// Why a file cannot be read.
    package struct Mistake: Error, Hashable, CustomStringConvertible {
        /// The line, from 1.
        package var line: Int
        package var reason: String

        package var description: String { "line \(line): \(reason)" }
    }

    /// Reads the conversations of a file.
    ///
    /// - Parameter name: The file's place below the folder `Dialogues`, without its extension.
    package static func dialogues(_ text: String, file name: String) throws(Mistake) -> [Dialogue] {
        var dialogues: [Dialogue] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("--") { continue }
            if line.hasPrefix("#") {
                dialogues.append(Dialogue(file: name, title: String(line.dropFirst().trimmed)))
                continue
            }
            do throws(ClaimError) {
                guard let last = dialogues.indices.last else { throw ClaimError("a title ('# …') comes first") }
                try read(line, number: index + 1, into: &dialogues[last])
            } catch { throw Mistake(line: index + 1, reason: error.reason) }
        }
        return dialogues
    }

    private static func read(_ line: Substring, number: Int, into dialogue: inout Dialogue) throws(ClaimError) {
        if line.hasPrefix("as ") {
            let words = line.dropFirst(3).split(separator: ",").map(\.trimmed)
            dialogue.user = String(words.first ?? "")
            dialogue.saysYes = words.dropFirst() == ["saying yes"]
            guard words.count == 1 || dialogue.saysYes else { throw ClaimError("only ', saying yes' may follow") }
        } else if line.hasPrefix(">") {
            guard !dialogue.user.isEmpty else { throw ClaimError("'as NAME' comes before the first phrase") }
            guard let bar = line.firstIndex(of: "|") else { throw ClaimError("no ' | ' and claim after the phrase") }
            let claim = try Claim(parsing: line[line.index(after: bar)...].trimmed)
            let phrase = String(line[..<bar].dropFirst().trimmed)
            dialogue.turns.append(Dialogue.Turn(line: number, phrase: phrase, claim: claim))
        } else if line.hasPrefix("=") {
            guard let last = dialogue.turns.indices.last else { throw ClaimError("a fact follows a phrase") }
            dialogue.turns[last].facts.append(try Dialogue.Fact(parsing: line.dropFirst().trimmed))
        } else {
            throw ClaimError("a line starts with '#', '--', 'as', '>' or '='")
        }
    }

    /// Every conversation of every set, by the names of the sets and files.
    ///
    /// - Throws: ``Mistake`` with the file's place in its reason.
    package static func all() throws -> [Dialogue] {
        let claims = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let sets = try contents(of: claims.deletingLastPathComponent().appendingPathComponent("Dialogues"))
        return try sets.flatMap { set in
            try contents(of: set).filter { $0.pathExtension == "dialogue" }.flatMap { file in
                let place = "\(set.lastPathComponent)/\(file.deletingPathExtension().lastPathComponent)"
                do { return try dialogues(String(contentsOf: file, encoding: .utf8), file: place) } catch var error
                    as Mistake
                {
                    error.reason += " (\(place))"
                    throw error
                }
            }
        }
    }

    private static func contents(of folder: URL) throws -> [URL] {
        try FileManager.default
            .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}

extension Dialogue.Fact {
    /// Reads `[no] KIND "NAME"` or `LABEL of KIND "NAME": VALUE`.
    fileprivate init(parsing text: Substring) throws(ClaimError) {
        let pieces = text.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { throw ClaimError("a fact names its record in quotes") }
        var words = pieces[0].split(separator: " ").map(String.init)
        guard let kind = words.popLast().flatMap(RecordKind.init(rawValue:)) else {
            throw ClaimError("before the name stands the kind of record")
        }
        let value = pieces[2].trimmed
        let state: State
        if words.isEmpty || words == ["no"], value.isEmpty {
            state = words.isEmpty ? .exists : .missing
        } else {
            guard words.count > 1, words.removeLast() == "of", value.hasPrefix(":") else {
                throw ClaimError("a fact is '[no] KIND \"NAME\"' or 'LABEL of KIND \"NAME\": VALUE'")
            }
            let label = words.joined(separator: " ")
            let text = String(value.dropFirst().trimmed)
            state = text.isEmpty ? .lacks(label: label) : .holds(label: label, value: text)
        }
        self.init(kind: kind, name: String(pieces[1]), state: state)
    }
}

/// Why a line of a file of conversations cannot be read.
package struct ClaimError: Error, Hashable {
    package var reason: String

    init(_ reason: String) { self.reason = reason }
}

extension StringProtocol {
    /// The text without the blanks around it.
    var trimmed: Substring {
        let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
        let end = lastIndex { $0 != " " && $0 != "\t" }.map(index(after:)) ?? endIndex
        return Substring(self[start..<end])
    }
}
