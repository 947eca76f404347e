/// A sentence or part of one as a template writes it; its words and slots are those of a ``Lexicon``.
indirect enum Pattern: Hashable, Sendable {
    case word(Int32)
    case slot(Int32)
    case sequence([Pattern])
    case choice([Pattern])
    case optional(Pattern)
    /// Any number of times, none included.
    case repeated(Pattern)
}

/// What can fill a slot.
enum SlotType: Hashable, Sendable {
    /// A new name: few words, rarely small ones.
    case name
    /// Any words.
    case text
    /// Any words up to the end, to be kept verbatim.
    case rest
    /// A record of these kinds, by name or by a word such as "her".
    case record(KindSet)
    case user
    /// A user by name, not "me".
    case colleague
    case time, recurrence, duration, money, number, percent, phone, email, url, ordinal
    /// A company the tenant knows, by its name.
    case known
    /// A ticket that is open, by its whole name.
    case issue
    /// One of a table of words.
    case table(String)

    static let named: [String: SlotType] = [
        "name": .name, "text": .text, "rest": .rest, "user": .user, "colleague": .colleague,
        "time": .time, "recurrence": .recurrence, "duration": .duration,
        "money": .money, "number": .number, "percent": .percent, "phone": .phone, "email": .email,
        "url": .url, "known": .known, "issue": .issue, "ordinal": .ordinal, "record": .record(.all),
        "lead": .record(.lead),
        "contact": .record(.contact),
        "company": .record(.company), "customer": .record(.customer), "deal": .record(.deal), "task": .record(.task),
        "ticket": .record(.ticket), "work": .record([.ticket, .task, .meeting]),
        "person": .record([.contact, .lead]), "party": .record([.contact, .lead, .company, .customer]),
    ]

    /// Whether it is filled by a record.
    var isRecord: Bool { if case .record = self { true } else { false } }

    /// Whether the slot takes any words, one token at a time.
    var isOpen: Bool {
        switch self {
        case .name, .text, .rest, .record: true
        default: false
        }
    }
}
