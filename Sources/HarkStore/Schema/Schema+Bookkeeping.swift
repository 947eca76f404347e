/// What Hark keeps for itself.
extension Schema {
    static let model = TableSchema(
        name: "model",
        columns: [
            .text("target"), .text("name"), .integer("version"), .text("content"), .text("metrics"),
            .integer("at"),
        ], indexes: [.unique("target", "version")], traits: [.unrecorded])
    static let score = TableSchema(
        name: "score",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("target"), .text("model"), .real("probability"),
            .text("priority"), .real("log_odds"), .real("intercept"), .text("contributions"), .integer("at"),
            .real("base_rate").added(in: 3), .real("fit").added(in: 3), .real("engagement").added(in: 3),
        ], indexes: [.on("subject_kind", "subject_id", "id")], traits: [.unrecorded])

    static let journal = TableSchema(
        name: "journal",
        columns: [
            .link("user_id", to: "user"), .integer("at"), .text("command_type"), .text("title"), .text("state"),
        ], indexes: [.on("user_id", "state", "id")], traits: [.unrecorded])
    static let journalRow = TableSchema(
        name: "journal_row",
        columns: [
            .link("journal_id", to: "journal"), .integer("position"), .text("table_name"), .integer("row_id"),
            .text("before").optional, .text("after").optional,
        ], indexes: [.on("journal_id", "position")], traits: [.unrecorded])
    static let audit = TableSchema(
        name: "audit",
        columns: [
            .integer("at"), .integer("user_id").optional, .text("channel"), .text("action"),
            .text("object").optional, .text("fields"), .text("outcome"), .text("previous_mac"), .text("mac"),
        ], traits: [.unrecorded])
    /// The highest number given out in each table, so that numbers of rows that are gone are not used again.
    static let counter = TableSchema(
        name: "counter", columns: [.text("name"), .integer("last")], indexes: [.unique("name")], traits: [.unrecorded])
    /// Filters and orders people keep under names; `sort` is `field` or `-field`, separated by spaces.
    static let savedView = TableSchema(
        name: "saved_view",
        columns: [.link("user_id", to: "user"), .text("kind"), .text("name"), .text("filter"), .text("sort")],
        indexes: [.unique("user_id", "kind", "name COLLATE NOCASE")], traits: [.unrecorded])
    /// Scores people set by hand; `until` is the last day in force.
    static let pin = TableSchema(
        name: "pin",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .real("score"), .text("reason"),
            .link("user_id", to: "user"), .integer("at"), .integer("until").optional,
        ], indexes: [.unique("subject_kind", "subject_id")])
    /// Words people mark records with.
    static let tag = TableSchema(
        name: "tag", columns: [.text("subject_kind"), .integer("subject_id"), .text("name")],
        indexes: [.unique("subject_kind", "subject_id", "name COLLATE NOCASE"), .on("name COLLATE NOCASE")])
    /// What names sound like: words heard, in lower case, and the record they stand for.
    static let heardName = TableSchema(
        name: "heard_name",
        columns: [
            .text("words"), .text("subject_kind"), .integer("subject_id"), .link("user_id", to: "user"), .integer("at"),
        ], indexes: [.unique("words", "subject_kind", "subject_id")])
    /// Words and phrases that must not count in scores, in lower case.
    static let struckWord = TableSchema(
        name: "struck_word", columns: [.text("phrase"), .link("user_id", to: "user"), .integer("at")],
        indexes: [.unique("phrase")])
    /// Entries into stages as they were decided; `user_id` is empty where the rules alone decided.
    static let stageChange = TableSchema(
        name: "stage_change",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("from_stage").optional, .text("to_stage"),
            .text("rule"), .text("evidence"), .link("user_id", to: "user").optional, .text("reason").optional,
            .integer("at"),
        ], indexes: [.on("subject_kind", "subject_id", "id")])
    /// What people said to advised plays; the newest of a record and play counts.
    static let playAnswer = TableSchema(
        name: "play_answer",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("play"), .text("answer"),
            .integer("until").optional, .text("because").optional, .link("user_id", to: "user"), .integer("at"),
        ], indexes: [.on("subject_kind", "subject_id", "play", "id")])
    /// Which plays were advised for which records, or held back from them.
    static let playAdvice = TableSchema(
        name: "play_advice",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("play"), .integer("held_back"), .integer("at"),
        ], indexes: [.on("subject_kind", "subject_id", "play", "at")], traits: [.unrecorded])
    /// Records left out of the list of those at risk until a day.
    static let snooze = TableSchema(
        name: "snooze",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .integer("until"), .text("because").optional,
            .link("user_id", to: "user"), .integer("at"),
        ], indexes: [.unique("subject_kind", "subject_id")])
}
