/// "Close tickets 62 and 66": one phrase about several tickets by their numbers, each said alone.
enum TicketList {
    private static let joints: Set<String> = [",", "and", "&", "#"]
    private static let nouns: Set<String> = ["ticket", "tickets", "case", "cases", "#", "no", "number", "numbers"]

    /// The phrases about one ticket each; `nil` where fewer than two are numbered.
    ///
    /// - Parameter isOpen: Whether a number is that of an open ticket; others have to be called tickets.
    static func parts(of phrase: TokenizedPhrase, isOpen: (Int64) -> Bool) -> [String]? {
        let tokens = phrase.tokens
        guard (4...40).contains(tokens.count), !phrase.isCut,
            let first = tokens.indices.first(where: { Int64(tokens[$0].text) != nil }), first > 0
        else { return nil }
        var numbers: [Int64] = []
        var end = first
        var index = first
        while index < tokens.count {
            if let number = Int64(tokens[index].text) {
                numbers.append(number)
                end = index + 1
            } else if !joints.contains(tokens[index].text) {
                break
            }
            index += 1
        }
        var start = first
        while start > 0, nouns.contains(tokens[start - 1].text) { start -= 1 }
        guard numbers.count > 1, start > 0, start < first || numbers.allSatisfy(isOpen) else { return nil }
        let before = phrase.text(0..<start)
        let after = end < tokens.count ? phrase.text(end..<tokens.count) : ""
        // Of each alone it is said of one.
        let each = after.replacing("both are", with: "it is").replacing("both were", with: "it was")
        return numbers.map { "\(before) ticket \($0) \(each)" }
    }
}
