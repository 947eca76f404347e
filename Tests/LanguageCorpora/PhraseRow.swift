import Foundation
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

    /// The text of a file in the folder `Phrases`; read where it lies, as hundreds of kilobytes of literals would take
    /// the compiler minutes. Empty where there is none, which the counts in tests notice.
    static func text(_ name: String) -> String {
        let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Phrases")
        return (try? String(contentsOf: place.appendingPathComponent(name), encoding: .utf8)) ?? ""
    }
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
        "unseen-1.phrases", "unseen-2.phrases", "unseen-3.phrases",
    ].flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Written like ``unseen`` by three more; only rules that hold for every command were made of them.
    package static let strange = ["unseen-4.phrases", "unseen-5.phrases", "unseen-7.phrases"]
        .flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Written like ``unseen``, and not yet used for mending: what strangers' phrases come to today.
    package static let latest = PhraseFile.rows(PhraseFile.text("unseen-6.phrases"))

    /// Wordings of many people, kept so that what is read as meant stays so.
    package static let everyday = [
        "records.phrases", "work.phrases", "questions.phrases",
    ].flatMap { PhraseFile.rows(PhraseFile.text($0)) }

    /// Sentences an assistant gets that are not about the CRM, some with its words.
    package static let foreign = sentences("foreign.phrases")

    /// More of them, by others, which no model was trained on.
    package static let latestForeign = sentences("foreign-latest.phrases")

    /// Everyday assistants' requests, talk of the office and of other programs, written before any of it was tried and
    /// used for nothing but measuring.
    package static let newestForeign = sentences("foreign-newest.phrases")

    fileprivate static func sentences(_ name: String) -> [String] {
        PhraseFile.text(name).split(separator: "\n").map(String.init)
    }
}

extension Corpus {
    /// Sentences of other trades and of none, many with a word the CRM has in another meaning; the model of likely
    /// commands learns from them what to leave alone.
    package static let elsewhere = PhraseRow.sentences("elsewhere.phrases")
}
