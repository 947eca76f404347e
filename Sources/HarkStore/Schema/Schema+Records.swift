/// What people work with.
extension Schema {
    private static let imported: Set<TableSchema.Trait> = [.versioned, .imported, .deletable]

    static let user = TableSchema(
        name: "user", columns: [.text("name"), .text("email"), .text("role"), .text("team").optional],
        indexes: [.unique("email COLLATE NOCASE")], traits: [.versioned, .deletable])
    static let importRun = TableSchema(
        name: "import_run",
        columns: [
            .text("fingerprint"), .text("source"), .link("user_id", to: "user"), .integer("started_at"),
            .integer("finished_at").optional, .integer("rows"), .text("note").optional,
        ], indexes: [.on("fingerprint")], traits: [.deletable])
    static let company = TableSchema(
        name: "company",
        columns: [
            .text("name"), .text("name_key"), .text("domain").optional, .text("industry").optional,
            .integer("size").optional, .text("city").optional, .text("country").optional,
        ], indexes: [.on("name_key", "id")], traits: imported)
    static let contact = TableSchema(
        name: "contact",
        columns: [
            .text("name"), .text("name_key"), .link("company_id", to: "company").optional,
            .text("title").optional, .text("email").optional, .text("phone").optional, .text("city").optional,
        ], indexes: [.on("name_key", "id"), .on("email COLLATE NOCASE")], traits: imported)

    static let lead = TableSchema(
        name: "lead",
        columns: [
            .text("name"), .text("name_key"), .text("person"), .text("company_name"),
            .link("company_id", to: "company").optional, .text("source").optional, .text("email").optional,
            .text("phone").optional, .text("status"), .link("owner_id", to: "user").optional,
            .integer("amount_minor").optional, .text("amount_currency").optional, .integer("created_at"),
            .integer("closed_at").optional, .integer("converted").optional, .real("engagement").optional,
            .real("pages_visited").optional, .real("time_spent").optional, .text("message").optional,
            .text("attributes").optional,
        ],
        derived: [
            .text("stage").optional, .real("score").optional, .text("priority").optional,
            .text("top_reason").optional, .integer("last_touch").optional,
        ],
        indexes: [
            .on("score DESC", "id", "stage", "status", "owner_id", "priority"), .on("name_key", "id"),
            .on("email COLLATE NOCASE"),
        ],
        traits: imported)
    static let customer = TableSchema(
        name: "customer",
        columns: [
            .text("name"), .text("name_key"), .link("company_id", to: "company").optional,
            .link("owner_id", to: "user").optional, .integer("since").optional, .text("plan").optional,
            .integer("monthly_minor").optional, .text("monthly_currency").optional,
            .integer("renewal_date").optional, .integer("churned").optional, .integer("churned_at").optional,
            .text("attributes").optional,
        ],
        derived: [
            .text("stage").optional, .real("risk").optional, .real("health").optional, .text("trend").optional,
            .text("top_reason").optional, .integer("last_touch").optional,
        ],
        indexes: [.on("risk DESC", "id", "stage", "owner_id"), .on("name_key", "id")], traits: imported)
    static let deal = TableSchema(
        name: "deal",
        columns: [
            .text("name"), .text("name_key"), .link("company_id", to: "company").optional,
            .link("contact_id", to: "contact").optional, .link("lead_id", to: "lead").optional,
            .link("owner_id", to: "user").optional, .integer("amount_minor").optional,
            .text("amount_currency").optional, .text("stage"), .integer("close_date").optional,
            .integer("created_at"), .real("probability").added(in: 4), .text("lost_reason").added(in: 4),
            .text("competitor").added(in: 4),
        ], indexes: [.on("name_key", "id"), .on("stage", "id")], traits: imported)

    static let activity = TableSchema(
        name: "activity",
        columns: [
            .text("kind"), .text("subject"), .text("body").optional, .text("related_kind").optional,
            .integer("related_id").optional, .link("owner_id", to: "user").optional, .integer("at").optional,
            .integer("duration_minutes").optional, .text("place").optional, .text("outcome").optional,
            .text("priority").optional, .integer("done"), .integer("created_at"),
        ], indexes: [.on("kind", "at", "id"), .on("related_kind", "related_id", "at")], traits: imported)
    static let activityAttendee = TableSchema(
        name: "activity_attendee",
        columns: [.link("activity_id", to: "activity"), .link("contact_id", to: "contact")],
        indexes: [.unique("activity_id", "contact_id")], traits: [.imported])
    static let event = TableSchema(
        name: "event",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("kind"), .integer("at"), .text("note").optional,
        ], indexes: [.on("subject_kind", "subject_id", "at", "id")], traits: [.imported, .deletable])
    static let ticket = TableSchema(
        name: "ticket",
        columns: [
            .link("customer_id", to: "customer").optional, .text("subject"), .text("priority"), .text("status"),
            .integer("opened_at"), .integer("closed_at").optional, .text("resolution").added(in: 4),
        ], indexes: [.on("status", "opened_at", "id")], traits: imported)
    static let message = TableSchema(
        name: "message",
        columns: [
            .text("subject_kind"), .integer("subject_id"), .text("direction"), .text("channel"), .text("body"),
            .integer("at"),
        ], indexes: [.on("subject_kind", "subject_id", "at", "id")], traits: [.imported, .deletable])
    static let voiceLog = TableSchema(
        name: "voice_log",
        columns: [
            .link("user_id", to: "user"), .integer("at"), .text("source"), .text("transcript"),
            .text("command_type"), .integer("performed"),
        ], indexes: [.on("at", "id")], traits: [.deletable, .unrecorded])
}
