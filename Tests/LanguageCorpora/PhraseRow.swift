package import HarkCore

/// One phrase and what it means.
package struct PhraseRow: Hashable, Sendable {
    package var phrase: String
    /// What it should become; `nil` where anything is right that writes nothing unasked.
    package var command: CommandType?
    /// Where the action should stand; `nil` where that does not matter.
    package var status: Action.Status?
    /// The entities; `nil` where they do not matter.
    package var entities: JSONValue?
}

/// A file of phrases: blocks of a line `COMMAND [status [entities]]`, then its wordings, one a line, further in.
///
/// `SAFE` stands for anything that writes nothing unasked. Lines that start with `#` are remarks.
package enum PhraseFile {
    /// Reads blocks; a line that makes no sense is left out, and a test counts them.
    package static func rows(_ text: String) -> [PhraseRow] {
        var rows: [PhraseRow] = []
        var head = PhraseRow(phrase: "")
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard line.hasPrefix("  ") else {
                head = self.head(line)
                continue
            }
            head.phrase = String(line.dropFirst(2))
            rows.append(head)
        }
        return rows
    }

    private static func head(_ line: Substring) -> PhraseRow {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        return PhraseRow(
            phrase: "", command: CommandType(rawValue: parts[0]),
            status: parts.count > 1 ? Action.Status(rawValue: parts[1]) : nil,
            entities: parts.count > 2 ? try? JSONValue(parsing: parts[2]) : nil)
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension PhraseRow {
    /// The corpus the templates were written with.
    package static let known: [PhraseRow] = Corpus.all.flatMap { meaning in
        meaning.wordings.map { wording in
            PhraseRow(
                phrase: wording, command: meaning.command, status: meaning.status,
                entities: try? JSONValue(parsing: meaning.entities))
        }
    }

    /// Sets written from the list of commands before any of it was tried; since then what they showed was mended.
    ///
    /// Read for the first time, 79, 86 and 87 of 100 were the right command and 72, 80 and 83 the whole action.
    package static let unseen = [
        PackageResources.unseen_1_phrases, PackageResources.unseen_2_phrases, PackageResources.unseen_3_phrases,
    ].flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Written like ``unseen`` by two more; only rules that hold for every command were made of them.
    package static let strange = [PackageResources.unseen_4_phrases, PackageResources.unseen_5_phrases]
        .flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Written like ``unseen``, and not yet used for mending: what strangers' phrases come to today.
    package static let latest = PhraseFile.rows(PhraseFile.text(PackageResources.unseen_6_phrases))

    /// Wordings of many people, kept so that what is read as meant stays so.
    package static let everyday = [
        PackageResources.records_phrases, PackageResources.work_phrases, PackageResources.questions_phrases,
    ].flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Sentences an assistant gets that are not about the CRM, some with its words.
    package static let foreign = sentences(PackageResources.foreign_phrases)

    /// More of them, by others, which no model was trained on.
    package static let latestForeign = sentences(PackageResources.foreign_latest_phrases)

    private static func sentences(_ bytes: [UInt8]) -> [String] {
        PhraseFile.text(bytes).split(separator: "\n").map(String.init)
    }
}
