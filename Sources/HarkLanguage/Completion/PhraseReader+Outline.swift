import HarkCore

extension PhraseReader {
    /// What a phrase that is being typed means so far; how it may go on is left to the ``PhraseCompleter``.
    public func outline(_ phrase: String, in context: ReadingContext) -> PhraseOutline {
        let actions = read(phrase, in: context, proposes: false).filter { $0.commandType != .unknown }
        var reader = clauseReader(phrase, in: context)
        let spans = reader.spans
        let readings = actions.isEmpty ? [] : reader.likeliestReadings()
        var pieces = readings.isEmpty ? spans.plainPieces : readings.flatMap { spans.pieces(of: $0) }
        // The last word is still being typed: it is too early to say that nobody knows it.
        if let last = pieces.last, last.kind == .unknown, last.range.upperBound == phrase.utf8.count {
            pieces.removeLast()
        }
        return PhraseOutline(phrase, pieces: pieces, actions: actions)
    }
}

extension ClauseReader {
    /// The likeliest reading of each command of the phrase, in order.
    fileprivate mutating func likeliestReadings() -> [Reading] {
        let whole = interpretations(of: 0..<spans.count)
        guard let parts = ClauseCutter(spans: spans).cut(with: &self, wholeCost: whole.first?.cost) else {
            return whole.first.map { [$0.reading] } ?? []
        }
        var readings: [Reading] = []
        var earlier: Draft?
        for part in parts {
            guard let found = interpretations(of: part, after: earlier).first else { continue }
            readings.append(found.reading)
            earlier = found.draft
        }
        return readings
    }
}

extension PhraseSpans {
    /// What the words of a reading are: slots, words passed over, politeness, and what says the command.
    fileprivate func pieces(of reading: Reading) -> [PhraseOutline.Piece] {
        let slots = reading.slots.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var pieces: [PhraseOutline.Piece] = []
        var index = reading.range.lowerBound
        while index < reading.range.upperBound {
            if let slot = slots.first(where: { $0.range.contains(index) }) {
                pieces.append(piece(index..<slot.range.upperBound, slot.type.kind))
                index = max(index + 1, slot.range.upperBound)
                continue
            }
            let isFollowedBySlot = slots.contains { $0.range.lowerBound > index }
            if reading.passed.contains(index) {
                if skipCost[index] > 1 { pieces.append(piece(index..<(index + 1), .unknown)) }
            } else if let end = skips[index].max(), isFollowedBySlot || index == reading.range.lowerBound {
                index = end
                continue
            } else if !isMark[index] {
                pieces.append(piece(index..<(index + 1), .command))
            }
            index += 1
        }
        return pieces
    }

    /// What can be said of the words of a phrase nobody understood: the names in it, and what no template has.
    fileprivate var plainPieces: [PhraseOutline.Piece] {
        var pieces: [PhraseOutline.Piece] = []
        var index = 0
        while index < count {
            if let name = mentions[index].filter({ $0.match >= 1 }).max(by: { $0.end < $1.end }) {
                pieces.append(piece(index..<name.end, .name))
                index = name.end
                continue
            }
            let isWord = phrase.tokens[index].kind == .word
            if isWord, alternatives[index].isEmpty, skips[index].isEmpty, skipCost[index] > 1 {
                pieces.append(piece(index..<(index + 1), .unknown))
            }
            index += 1
        }
        return pieces
    }

    private func piece(_ range: Range<Int>, _ kind: PhraseOutline.Kind) -> PhraseOutline.Piece {
        let tokens = phrase.tokens[range]
        return PhraseOutline.Piece((tokens.first?.start ?? 0)..<(tokens.last?.end ?? 0), kind)
    }
}

extension SlotType {
    /// What fills the slot, as an outline tells it.
    fileprivate var kind: PhraseOutline.Kind {
        switch self {
        case .name, .record, .user, .colleague, .known, .issue: .name
        case .time, .recurrence, .duration: .time
        case .money, .number, .percent, .phone, .email, .url, .ordinal: .value
        case .table: .choice
        case .text, .rest: .text
        }
    }
}
