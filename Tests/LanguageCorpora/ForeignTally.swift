import HarkCore
package import HarkLanguage

/// What became of sentences that are not about the CRM.
package struct ForeignTally: Hashable, Sendable {
    package private(set) var count = 0
    package private(set) var unknown = 0
    /// Sentences a question came back to.
    package private(set) var asked = 0
    /// Sentences of which something would be written unasked.
    package private(set) var writes = 0

    /// The share that is rejected or asked back, `0...1`.
    package var left: Double { Double(unknown + asked) / Double(max(1, count)) }

    package init(_ sentences: [String], _ reader: PhraseReader) {
        for sentence in sentences {
            let actions = reader.read(sentence, in: Larkspur.context())
            count += 1
            if actions[0].commandType == .unknown {
                unknown += 1
            } else if actions[0].status != .ready {
                asked += 1
            }
            if actions.contains(where: { $0.status == .ready && $0.command?.writes == true }) { writes += 1 }
        }
    }

    /// The sets, by name.
    package static let sets = [
        ("foreign", PhraseRow.foreign), ("foreign, latest", PhraseRow.latestForeign),
        ("foreign, newest", PhraseRow.newestForeign), ("elsewhere", Corpus.elsewhere),
    ]
}
