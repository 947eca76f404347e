public import HarkCore

/// The plays there are, and which of them is best for a record.
public struct PlayBook: Sendable {
    /// In the order ties are settled.
    public let plays: [Play]

    /// Reads a file of plays, as `Resources/plays.txt` explains it.
    ///
    /// - Throws: ``PlayFileError`` with the line of the first mistake.
    public init(_ text: String) throws(PlayFileError) {
        var parser = PlayParser()
        plays = try parser.plays(in: text)
    }

    /// The plays Hark comes with.
    public static func builtIn() throws(PlayFileError) -> PlayBook {
        try PlayBook(String(decoding: PackageResources.plays_txt, as: UTF8.self))
    }

    /// The play of a name; `nil` for none.
    public func play(_ name: String) -> Play? { plays.first { $0.name == name } }

    /// Every play that is wise now, what is worth most first.
    public func actions(for record: PlayRecord) -> [NextAction] {
        plays.compactMap { action($0, for: record) }.enumerated()
            .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }.map(\.element)
    }

    private func action(_ play: Play, for record: PlayRecord) -> NextAction? {
        guard play.kinds.contains(record.reference.kind), play.conditions.allSatisfy({ $0.holds(for: record) }),
            let reason = play.because.filled(for: record), let phrase = play.phrase.filled(for: record)
        else { return nil }
        let factor = play.factor.map { record.facts[$0] ?? 0 } ?? 1
        return NextAction(
            record: NamedRecord(record.reference, name: record.words[.name] ?? ""), play: play.name, title: play.title,
            reason: reason, phrase: phrase, minutes: play.minutes, gain: play.gain * factor, value: record.value)
    }
}
