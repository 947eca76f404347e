package import HarkCore
package import HarkLanguage

/// A tenant with forty names, on Tuesday 3 March 2026 at half past nine.
package enum Larkspur {
    package static let user = User(id: Identifier(1), name: "Maria Lund", email: "maria@larkspur.example", role: .rep)
    package static let users = [
        user, User(id: Identifier(2), name: "Peter Olsen", email: "peter@larkspur.example", role: .rep),
    ]

    package static let records: [NamedRecord] =
        named(
            .contact,
            [
                ("Sarah Johnson", "Acme Nordic AS"), ("Mike Wilson", "Globex"), ("Helen Marsh", "Aldgate Optics"),
                ("Ole Berg", "Bergen Fjordline"), ("Daniel Kim", "Pioneer Foods"), ("Laura Martinez", "Contoso"),
                ("John Smith", "Initech"), ("Tom Anderson", "Fabrikam"), ("Ellen March", "Brightwater"),
                ("Rachel Green", "Umbrella Health"), ("Robert Chen", "Globex"), ("Priya Patel", "Initech"),
                ("Kevin O'Brien", "Titan Motors"), ("Helen Brooks", "Titan Motors"),
            ])
        + named(
            .lead,
            [
                ("Brightwater", ""), ("Bergen Fjordline", ""), ("Cobalt Robotics", ""), ("Delta Foods GmbH", ""),
                ("Aldgate Optics", ""),
            ])
        + named(
            .company,
            [
                ("Acme Nordic AS", ""), ("Globex", ""), ("Initech", ""), ("Contoso", ""), ("Fabrikam", ""),
                ("Pioneer Foods", ""), ("Aldgate Optics", ""), ("Johnson and Johnson", ""),
            ])
        + named(
            .customer,
            [("Nordlys Energi", ""), ("Fjell Telecom", ""), ("Havn Seafood", ""), ("Wayne Enterprises", "")])
        + named(
            .deal,
            [
                ("Acme renewal", "Acme Nordic AS"), ("Initech rollout", "Initech"), ("Contoso licences", "Contoso"),
                ("Red River Bank deal", "Red River Bank"), ("Fabrikam fleet", "Fabrikam"),
            ])
        + named(.task, [("Send Helen the contract", "Helen Marsh"), ("Call John Smith", "John Smith")])

    package static let index = NameIndex(records)

    private static let built = Result<PhraseReader, GrammarError> { () throws(GrammarError) in try PhraseReader() }

    /// The reader every test shares, as parsing the templates takes a while.
    package static func reader() throws(GrammarError) -> PhraseReader { try built.get() }

    package static let agenda = [
        entry(11, "Lunch with Rachel Green", day: 3, hour: 12, minute: 30, ["Rachel Green", "Umbrella Health"]),
        entry(12, "Meeting with Tom Anderson", day: 4, hour: 15, minute: 0, ["Tom Anderson", "Fabrikam"]),
        entry(13, "Demo with Laura Martinez", day: 5, hour: 11, minute: 0, ["Laura Martinez", "Contoso"]),
        entry(14, "Quarterly review", day: 10, hour: 9, minute: 0, ["Nordlys Energi", "Priya Patel"]),
    ]

    package static let tickets = [
        NamedRecord(
            RecordReference(.ticket, 1), name: "Login broken", detail: "Nordlys Energi", parent: "Nordlys Energi"),
        NamedRecord(
            RecordReference(.ticket, 2), name: "Invoice missing", detail: "Havn Seafood", parent: "Havn Seafood"),
        NamedRecord(
            RecordReference(.ticket, 7), name: "Slow reports", detail: "Fjell Telecom", parent: "Fjell Telecom"),
        NamedRecord(
            RecordReference(.ticket, 12), name: "Export fails", detail: "Fjell Telecom", parent: "Fjell Telecom"),
    ]

    private static func entry(
        _ id: Int64, _ name: String, day: Int, hour: Int, minute: Int, _ people: [String]
    ) -> AgendaEntry {
        let start = LocalDateTime(secondsSinceEpoch: 1_772_496_000 + Int64((day - 3) * 86_400))
        return AgendaEntry(
            NamedRecord(RecordReference(.meeting, id), name: name),
            at: start.adding(minutes: hour * 60 + minute), people: people, owner: user.id)
    }

    package static func context(
        selected: NamedRecord? = nil, listed: [NamedRecord] = [], pending: Action? = nil,
        settings: Tenant.Settings = Tenant.Settings()
    ) -> ReadingContext {
        var context = ReadingContext(
            now: LocalDateTime(secondsSinceEpoch: 1_772_530_200), user: user, users: users, settings: settings,
            names: index, selected: selected, listed: listed, pending: pending)
        context.agenda = agenda
        context.tickets = tickets
        return context
    }

    /// The record of that kind and number.
    package static func record(_ kind: RecordKind, _ id: Int64) -> NamedRecord? {
        index.record(RecordReference(kind, id))
    }

    private static func named(_ kind: RecordKind, _ names: [(String, String)]) -> [NamedRecord] {
        names.enumerated().map { index, name in
            NamedRecord(
                RecordReference(kind, Int64(index + 1)), name: name.0, detail: kind == .deal ? "proposal" : name.1,
                parent: name.1)
        }
    }
}
