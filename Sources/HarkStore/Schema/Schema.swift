/// All tables of the database, in an order in which each stands after those it points to.
enum Schema {
    /// The tables of a tenant.
    static let tables =
        tablesOfVersion1 + [savedView, pin, struckWord, tag, heardName, stageChange, playAnswer, playAdvice, snooze]

    private static let tablesOfVersion1: [TableSchema] = [
        user, importRun, company, contact, lead, customer, deal, activity, activityAttendee, event, ticket, message,
        voiceLog, model, score, journal, journalRow, audit, counter,
    ]

    /// The table of that name; asking for one that does not exist is a mistake in this module.
    static func table(_ name: String) -> TableSchema? { tables.first { $0.name == name } }

    /// The tenants themselves, which belong to no tenant, the view of one's own tenant, and the name index.
    static let platform = [
        """
        CREATE TABLE platform_tenant (
          id INTEGER NOT NULL PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          settings TEXT NOT NULL
        ) STRICT
        """,
        "CREATE VIEW tenant AS SELECT id, slug, name, settings FROM platform_tenant WHERE id = current_tenant()",
        "CREATE VIRTUAL TABLE name_index USING fts5(scope, name, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2')",
    ]

    /// The statements of the first version, in order. Once released they never change: later versions add to them.
    static var version1: [String] { platform + tablesOfVersion1.flatMap { $0.asOf(1).statements } }

    /// The second version: views people keep, and an index that counts leads by what they are filtered by most.
    static var version2: [String] {
        savedView.statements + [
            "CREATE INDEX t_lead_facets ON t_lead (tenant_id, deleted_at, priority, status, source, owner_id)"
        ]
    }
    /// The third version: scores set by hand, words that must not count, and both sides of every score.
    static var version3: [String] { pin.statements + struckWord.statements + score.additions(in: 3) }
    /// The seventh version: stages as they were decided, what became of advice, and snoozed records.
    static var version7: [String] { [stageChange, playAnswer, playAdvice, snooze].flatMap(\.statements) }
    /// The sixth version: what names sound like.
    static var version6: [String] { heardName.statements }
    /// The fifth version: tags.
    static var version5: [String] { tag.statements }
    /// The fourth version: the judged chance of a deal and why it was lost, and what solved a ticket.
    static var version4: [String] { deal.additions(in: 4) + ticket.additions(in: 4) }
}
