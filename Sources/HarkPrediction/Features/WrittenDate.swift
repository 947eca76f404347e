internal import HarkCore

/// Dates as people and programs write them in a column: `2026-03-05`, `05.03.2026`, `3/5/2026`, `5 Mar 2026`,
/// `March 5, 2026`, each also with a time of day after it.
enum WrittenDate {
    /// What comes first where both are written as numbers; a year of four digits may always come first.
    enum Order: CaseIterable {
        case dayFirst, monthFirst
    }

    /// The order that reads every text of a column; the day first where both orders do, `nil` where neither does.
    static func order(of texts: some Collection<String>) -> Order? {
        Order.allCases.first { order in texts.allSatisfy { read($0, order) != nil } }
    }

    /// The moment a text names, as a wall clock there shows it: a zone is read over.
    static func read(_ text: String, _ order: Order) -> LocalDateTime? {
        if let moment = LocalDateTime(text) ?? LocalDateTime(text.prefix(19)) { return moment }
        // Most texts that are no dates are told by their length and digits alone.
        guard (6...40).contains(text.utf8.count), text.utf8.contains(where: isDigit) else { return nil }
        let words = text.split { " -/.,".contains($0) }
        guard words.count >= 3, let date = date(words[0], words[1], words[2], order) else { return nil }
        guard words.count > 3 else { return date.midnight }
        return LocalDateTime("\(date) \(words[3].count == 4 ? "0" : "")\(words[3])").flatMap { moment in
            words.count == 4 ? moment : words.count == 5 ? halfDay(moment, words[4]) : nil
        }
    }

    private static func date(
        _ first: Substring, _ second: Substring, _ third: Substring, _ order: Order
    ) -> LocalDate? {
        if let year = year(first) { return number(third).flatMap { day(year, number(second) ?? month(second), $0) } }
        guard let year = year(third) else { return nil }
        if let month = month(first) { return day(year, month, number(second)) }
        if let month = month(second) { return day(year, month, number(first)) }
        switch order {
        case .dayFirst: return day(year, number(second), number(first))
        case .monthFirst: return day(year, number(first), number(second))
        }
    }

    private static func day(_ year: Int, _ month: Int?, _ day: Int?) -> LocalDate? {
        guard let month, let day else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }

    private static func halfDay(_ moment: LocalDateTime, _ half: Substring) -> LocalDateTime? {
        guard (1...12).contains(moment.hour) else { return nil }
        switch half.lowercased() {
        case "am": return moment.hour == 12 ? moment.adding(minutes: -720) : moment
        case "pm": return moment.hour == 12 ? moment : moment.adding(minutes: 720)
        default: return nil
        }
    }

    private static func year(_ word: Substring) -> Int? { word.utf8.count == 4 ? whole(word) : nil }

    private static func number(_ word: Substring) -> Int? { word.utf8.count <= 2 ? whole(word) : nil }

    private static func whole(_ word: Substring) -> Int? { word.utf8.allSatisfy(isDigit) ? Int(word) : nil }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// An English month, whole or as its first three letters.
    private static func month(_ word: Substring) -> Int? {
        let letters = word.lowercased()
        guard letters.count >= 3 else { return nil }
        return months.firstIndex { $0 == letters || $0.prefix(3) == letters }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
