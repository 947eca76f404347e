import HarkCore

/// "The biggest one", "which is the oldest", "what's the smallest in there": the first of the list in another order.
extension ListAtHand {
    /// What a superlative puts first: the field it is about, and whether the most comes first.
    private static let extremes: [String: (field: Field, isMost: Bool)] = [
        "biggest": (.amount, true), "largest": (.amount, true), "highest": (.amount, true), "priciest": (.amount, true),
        "smallest": (.amount, false), "lowest": (.amount, false), "cheapest": (.amount, false),
        "oldest": (.created, false), "newest": (.created, true), "latest": (.created, true),
        "hottest": (.score, true), "coldest": (.score, false), "riskiest": (.risk, true), "safest": (.risk, false),
    ]
    /// Words that may stand around it.
    private static let around: Set<String> = [
        "what", "which", "who", "'s", "is", "are", "was", "show", "me", "give", "open", "the", "one", "ones", "in",
        "there",
        "of", "them", "those", "these", "among", "here", "and", "now", "please", "?", ".", "it", "then", "out", "so",
        "by",
        "far", "just",
    ]

    /// The list with its first record by a superlative; `nil` where the phrase says more, or less.
    func extreme(_ phrase: String, _ tokens: [Token]) -> Action? {
        guard let list = context.list, list.commandType.family == .listRecords || list.commandType == .showRisk,
            var query = list.command?.query, tokens.count <= 10
        else { return nil }
        let nouns: Set<String> = [query.kind.rawValue, query.kind.plural]
        let said = tokens.map(\.text).filter { !ListAtHand.around.contains($0) && !nouns.contains($0) }
        guard said.count == 1, let (field, isMost) = ListAtHand.extremes[said[0]], query.kind.has(field) else {
            return nil
        }
        query.sort = [SortKey(field, descending: isMost)]
        query.page.limit = 1
        var action = Action(
            .listRecords, confidence: 0.9, rawText: phrase, apiCall: "GET /api/\(query.kind.plural)", status: .ready,
            command: .list(query))
        let asked: [JSONValue.Member] = [
            .init("type", .string(query.kind.rawValue)), .init("filters", list.entities["filters"] ?? .object([])),
            .init("sort", .string(field.rawValue)), .init("order", .string(isMost ? "desc" : "asc")),
            .init("limit", .integer(1)),
        ]
        action.entities = .object(asked)
        action.payload = .object(asked)
        return action
    }
}
