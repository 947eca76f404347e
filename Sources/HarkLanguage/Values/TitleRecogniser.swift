extension ValueFinder {
    /// The ends of the job titles that start at a token: `head of procurement`, `senior key account manager`.
    ///
    /// A title is either a post "of" something, up to three words long, or known adjectives before a known post, so
    /// that a person's name beside it is never taken for a part of it.
    func titleEnds(at start: Int) -> [Int] {
        guard titleWords.contains(word(start)) else { return [] }
        var ends: [Int] = []
        var end = start
        while end < count, end - start < 4, titleAdjectives.contains(word(end)) { end += 1 }
        let hasPost = end < count && titlePosts.contains(word(end))
        if hasPost {
            end += 1
            ends.append(end)
        }
        guard hasPost || end > start, word(end) == "of" || word(end) == "for" && hasPost else { return ends }
        guard word(end - 1) != "assistant" || hasPost else { return ends }
        var next = end + 1
        while next < count, next - end <= 3, tokens[next].kind == .word,
            !SmallWords.all.contains(word(next)) || word(next) == "and" && next > end + 1
                || word(next) == "it" && next == end + 1
        {
            next += 1
            if word(next - 1) != "and" { ends.append(next) }
        }
        return ends
    }
}

private let titleWords = titlePosts.union(titleAdjectives)
private let titlePosts: Set<String> = [
    "manager", "director", "engineer", "developer", "consultant", "analyst", "specialist", "assistant", "coordinator",
    "architect", "designer", "accountant", "controller", "representative", "supervisor", "administrator", "executive",
    "officer", "president", "buyer", "planner", "technician", "advisor", "adviser", "secretary", "producer", "editor",
    "researcher", "scientist", "strategist", "trainer", "recruiter", "head", "vp", "svp", "evp", "chairman", "chair",
    "chairwoman", "founder", "owner", "cofounder", "treasurer", "counsel", "lawyer", "auditor", "operator", "foreman",
]
private let titleAdjectives: Set<String> = [
    "senior", "junior", "chief", "regional", "national", "global", "key", "account", "product", "project", "program",
    "programme", "office", "operations", "purchasing", "procurement", "hr", "it", "finance", "financial", "technical",
    "customer", "success", "support", "service", "business", "development", "executive", "managing", "general",
    "deputy", "associate", "principal", "software", "data", "quality", "production", "plant", "warehouse", "logistics",
    "supply", "chain", "store", "branch", "area", "country", "commercial", "legal", "brand", "content", "digital",
    "communications", "human", "resources", "research", "design", "security", "systems", "network", "sales", "export",
    "import", "facility", "facilities", "factory", "media", "community", "team", "vice", "co", "medical", "clinical",
    "creative", "editorial", "people", "talent", "engineering", "innovation", "sustainability", "risk", "compliance",
    "internal", "external", "category", "field", "information", "technology", "marketing", "operating", "strategy",
    "assistant", "revenue", "growth", "lead", "fleet", "site", "shift", "facilities", "events", "maintenance", "safety",
    "environmental", "payroll", "credit", "claims", "depot", "transport", "shipping", "freight", "dispatch", "training",
    "accounts", "tax", "treasury", "investment", "property", "building", "construction", "mechanical", "electrical",
    "civil", "structural", "process", "automation", "web", "cloud", "infrastructure", "platform", "application",
    "solutions", "partner", "channel", "inside", "district", "territory", "lab", "laboratory", "kitchen", "front",
]
