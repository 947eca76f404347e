internal import HarkCore
internal import HarkLearning

/// Settles which one speaks where an imported column and a built-in feature are about the same thing, such as a column
/// `demos` in a table of leads whose demos are events too: two of them would share one effect and give one reason twice.
enum TwinFeatures {
    /// The features without one of each pair of twins, and the imported columns among those left out.
    ///
    /// A column is a total of nobody knows when, often of the end; what the timeline counts is known for the moment a
    /// record is looked at. So the timeline speaks as soon as it holds a tenth of what the column tells of. Of two that
    /// do not depend on the moment the one that is known of more records speaks.
    static func settled<Subject>(
        _ features: [Feature<Subject>], by subjects: [Subject]
    ) -> (features: [Feature<Subject>], columns: [String]) {
        let own = features.filter { $0.attribute == nil }
        let builtIn = Dictionary(
            own.map { (words(of: $0.name), $0) }
                + own.flatMap { feature in (otherNames[feature.name] ?? []).map { (words(of: $0), feature) } }
        ) { first, _ in first }
        var left: Set<String> = []
        var columns: [String] = []
        for imported in features {
            guard let key = imported.attribute?.key, let twin = builtIn[words(of: key)], twin.kind == imported.kind
            else {
                continue
            }
            let known = (twin: told(by: twin, of: subjects), imported: told(by: imported, of: subjects))
            if known.twin > 0, known.twin * (twin.isTimed ? 10 : 1) >= known.imported {
                left.insert(imported.name)
                columns.append(key)
            } else {
                left.insert(twin.name)
            }
        }
        return (features.filter { !left.contains($0.name) }, columns)
    }

    /// What tables call what a timeline tells, besides the feature's own name; the order of words does not matter.
    ///
    /// Such columns stand as they were when the table was written. Of a customer that left that is its end, or later,
    /// while it is looked at weeks before: they would tell who left, and nothing of who will leave.
    private static let otherNames: [String: [String]] = [
        "promoter_score": ["nps", "nps_score", "nps_answer", "last_nps", "net_promoter_score"],
        "invoices_late_180d": [
            "late_invoices", "overdue_invoices", "unpaid_invoices", "late_payments", "payment_delays",
        ],
        "days_since_last_touch": [
            "days_since_login", "days_since_last_login", "days_since_last_activity", "days_since_last_contact",
            "days_since_activity", "days_since_contact", "days_inactive", "inactive_days", "last_login_days_ago",
        ],
        "logins_30d": ["usage_trend", "usage_change", "login_count", "logins", "logins_last_30_days"],
        "tickets_90d": ["tickets_last_90_days", "recent_tickets", "support_tickets", "tickets"],
        "emails_replied": ["replies"],
        "touches_30d": ["touches"],
    ]

    /// The words of a name, in whatever order and case: `open_tickets` is `tickets_open`.
    private static func words(of name: String) -> [String] {
        Wording.label(name).lowercased().split(separator: " ").map(String.init).sorted()
    }

    /// The records of which a feature tells something: not missing, nor none of it.
    private static func told<Subject>(by feature: Feature<Subject>, of subjects: [Subject]) -> Int {
        subjects.count { subject in
            switch feature.read(subject) {
            case .missing: false
            case .number(let number): number != 0
            case .category: true
            }
        }
    }
}
