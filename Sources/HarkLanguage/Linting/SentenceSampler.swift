import HarkCore

/// Says sentences of templates, the same in every run: each time it comes to a choice it takes the next branch.
struct SentenceSampler {
    /// Made-up records, users and a day, as the sentences name them.
    let context: ReadingContext
    private let grammar: Grammar
    private let lexicon: Lexicon
    private var turn = 0

    /// - Parameter lexicon: What the patterns are written in.
    init(_ grammar: Grammar, _ lexicon: Lexicon) {
        self.grammar = grammar
        self.lexicon = lexicon
        let user = User(id: Identifier(1), name: "Maria Lund", email: "maria@example.test", role: .rep)
        let records = [
            NamedRecord(RecordReference(.contact, 1), name: "Helen Marsh"),
            NamedRecord(RecordReference(.company, 2), name: "Globex Nordic"),
            NamedRecord(RecordReference(.lead, 3), name: "Bergen Fjordline"),
            NamedRecord(RecordReference(.customer, 4), name: "Tind Sports"),
            NamedRecord(RecordReference(.deal, 5), name: "Boiler refit"),
            NamedRecord(RecordReference(.task, 6), name: "Weekly report"),
            NamedRecord(RecordReference(.ticket, 7), name: "Broken login"),
        ]
        context = ReadingContext(
            now: LocalDateTime(secondsSinceEpoch: 1_772_530_200), user: user, users: [user],
            names: NameIndex(records))
    }

    /// Different sentences of a pattern, as many as asked for or as there are; the shortest one first.
    mutating func samples(of pattern: Pattern, count: Int) -> [String] {
        var samples: [String] = []
        for round in 0..<(2 * count) where samples.count < count {
            turn = round
            let words = said(pattern, isFull: round % 2 == 1)
            let sample = words.joined(separator: " ")
            if !sample.isEmpty, !samples.contains(sample) { samples.append(sample) }
        }
        return samples
    }

    private mutating func said(_ pattern: Pattern, isFull: Bool) -> [String] {
        switch pattern {
        case .word(let word): return [lexicon.words[Int(word)]]
        case .slot(let slot): return filling(lexicon.slots[Int(slot)].type).split(separator: " ").map(String.init)
        case .sequence(let parts):
            var words: [String] = []
            for part in parts { words += said(part, isFull: isFull) }
            return words
        case .choice(let branches):
            turn += 1
            return said(branches[turn / 2 % branches.count], isFull: isFull)
        case .optional(let inner), .repeated(let inner):
            turn += 1
            return isFull && turn % 2 == 0 ? said(inner, isFull: isFull) : []
        }
    }

    private mutating func filling(_ type: SlotType) -> String {
        switch type {
        case .name: return "Quorvex"
        case .text, .rest: return "the blue folder"
        case .record(let kinds): return record(of: kinds)
        case .user, .colleague: return "Maria Lund"
        case .time: return "tomorrow"
        case .recurrence: return "every monday"
        case .duration: return "two weeks"
        case .money: return "$500"
        case .number: return "7"
        case .percent: return "40%"
        case .phone: return "+47 555 01 234"
        case .email: return "helen@example.test"
        case .url: return "helen.example.com"
        case .known: return record(of: .company)
        case .issue: return context.tickets.first?.name ?? record(of: .ticket)
        case .ordinal: return "second"
        case .table(let name):
            let wordings = grammar.wordings[name] ?? [""]
            return wordings[turn % wordings.count]
        }
    }

    private func record(of kinds: KindSet) -> String {
        context.names.records.lazy.compactMap(\.self).first { kinds.contains(KindSet($0.reference.kind)) }?.name
            ?? "Helen Marsh"
    }
}
