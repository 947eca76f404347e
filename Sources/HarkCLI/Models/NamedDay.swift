import HarkCore

/// A day as people name it on the command line: `2026-06-29`, `today`, `yesterday`, `monday`, `3 days ago`.
enum NamedDay {
    /// The day meant, weekdays being the last ones gone by; `nil` for anything else.
    static func past(_ text: String, today: LocalDate) -> LocalDate? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let weekday = weekday(words) {
            return (0..<7).map { today.adding(days: -$0) }.first { $0.weekday == weekday }
        }
        switch words {
        case ["today"]: return today
        case ["yesterday"]: return today.adding(days: -1)
        case let words where words.count == 3 && words[2] == "ago":
            let days = ["day": 1, "days": 1, "week": 7, "weeks": 7][words[1]]
            return days.flatMap { days in Int(words[0]).map { today.adding(days: -$0 * days) } }
        default: return LocalDate(text)
        }
    }

    /// The day meant, weekdays being the next ones to come; `nil` for anything else.
    static func coming(_ text: String, today: LocalDate) -> LocalDate? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let weekday = weekday(words) {
            return (1...7).map { today.adding(days: $0) }.first { $0.weekday == weekday }
        }
        switch words {
        case ["today"]: return today
        case ["tomorrow"]: return today.adding(days: 1)
        default: return LocalDate(text)
        }
    }

    private static func weekday(_ words: [String]) -> Weekday? {
        words.count == 1 ? Weekday.allCases.first { $0.rawValue.hasPrefix(words[0]) && words[0].count >= 3 } : nil
    }
}
