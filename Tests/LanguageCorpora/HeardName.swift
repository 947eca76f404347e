import Foundation
package import HarkCore
package import HarkLanguage

/// A name that a voice spoke in "show me the record for …", and what a recogniser with its general model made of it.
///
/// `Heard/make.sh` tells how they came about. Two voices and their names are for development, two are held out.
package struct HeardName: Hashable, Sendable {
    package var name: String
    package var voice: String
    /// The whole sentence as it was heard.
    package var sentence: String

    /// Whether nothing may be tuned to it.
    package var isHeldOut: Bool { ["rms", "kal16"].contains(voice) }

    /// What was heard of the name itself.
    package var heard: String {
        let words = sentence.split(separator: " ")
        if let lead = words.firstIndex(of: "for"), lead >= 2, lead < words.count - 1 {
            return words[(lead + 1)...].joined(separator: " ")
        }
        return words.dropFirst(min(5, words.count - 1)).joined(separator: " ")
    }

    /// Those that were heard, and 2,000 records one of which each of them means.
    package static let (all, records) = read()

    private static func read() -> ([HeardName], [NamedRecord]) {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Heard/names.tsv")
        let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
        var heard: [HeardName] = []
        var records: [NamedRecord] = []
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: "\t").map(String.init)
            // Every sixth is a company, as make.sh draws them.
            let kind: RecordKind = index % 6 == 5 ? .company : .contact
            records.append(NamedRecord(RecordReference(kind, Int64(index + 1)), name: parts[0]))
            if parts.count == 3 { heard.append(HeardName(name: parts[0], voice: parts[1], sentence: parts[2])) }
        }
        return (heard, records)
    }
}

/// How many names were found as they were heard.
package struct HeardTally: Hashable, Sendable {
    package private(set) var count = 0
    /// Names heard letter by letter as they are written.
    package private(set) var exact = 0
    package private(set) var first = 0
    package private(set) var amongThree = 0
    /// Whole sentences that show the record, that ask and offer it, and that show another.
    package private(set) var shown = 0
    package private(set) var offered = 0
    package private(set) var mistaken = 0

    package init(_ names: [HeardName], in index: NameIndex, _ reader: PhraseReader) {
        var context = Larkspur.context()
        context.names = index
        for name in names {
            count += 1
            if name.heard == name.name.lowercased() { exact += 1 }
            let nearest = index.nearest(to: name.heard, limit: 3).map(\.name)
            if nearest.first == name.name { first += 1 }
            if nearest.contains(name.name) { amongThree += 1 }
            let action = reader.read(name.sentence, in: context)[0]
            if let record = action.command?.shown {
                if index.record(record)?.name == name.name { shown += 1 } else { mistaken += 1 }
            } else if action.choices.contains(where: { $0.name == name.name }) {
                offered += 1
            }
        }
    }
}

extension Command {
    fileprivate var shown: RecordReference? { if case .show(let record) = self { record } else { nil } }
}
