/// A file of templates.
struct GrammarFile: Hashable, Sendable {
    var name: String
    var text: String

    /// Creates a file; tests write their own.
    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    private init(_ name: String, _ bytes: [UInt8]) {
        self.init(name: name, text: String(decoding: bytes, as: UTF8.self))
    }

    /// The files in `Resources`, in the order help shows them; the words every file uses come first.
    static let builtIn = [
        GrammarFile("common.intents", PackageResources.common_intents),
        GrammarFile("leads.intents", PackageResources.leads_intents),
        GrammarFile("people.intents", PackageResources.people_intents),
        GrammarFile("deals.intents", PackageResources.deals_intents),
        GrammarFile("work.intents", PackageResources.work_intents),
        GrammarFile("tickets.intents", PackageResources.tickets_intents),
        GrammarFile("lists.intents", PackageResources.lists_intents),
        GrammarFile("measures.intents", PackageResources.measures_intents),
        GrammarFile("views.intents", PackageResources.views_intents),
        GrammarFile("talk.intents", PackageResources.talk_intents),
    ]
}
