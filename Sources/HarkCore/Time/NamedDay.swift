/// A day as people name it: `2026-06-29`, `today`, `yesterday`, `monday`, `3 days ago`, `in 2 weeks`.
public enum NamedDay {
    /// The day meant, weekdays being the last ones gone by; `nil` for anything else.
    public static func past(_ text: String, today: LocalDate) -> LocalDate? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let weekday = weekday(words) {
            return (0..<7).map { today.adding(days: -$0) }.first { $0.weekday == weekday }
        }
        switch words {
        case ["today"]: return today
        case ["yesterday"]: return today.adding(days: -1)
        case let words where words.count == 3 && words[2] == "ago":
            return days(words[0], words[1]).map { today.adding(days: -$0) }
        default: return LocalDate(text)
        }
    }

    /// The day meant, weekdays being the next ones to come; `nil` for anything else.
    public static func coming(_ text: String, today: LocalDate) -> LocalDate? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let weekday = weekday(words) {
            return (1...7).map { today.adding(days: $0) }.first { $0.weekday == weekday }
        }
        switch words {
        case ["today"]: return today
        case ["tomorrow"]: return today.adding(days: 1)
        case let words where words.count == 3 && words[0] == "in":
            return days(words[1], words[2]).map { today.adding(days: $0) }
        default: return LocalDate(text)
        }
    }

    /// How many days a number and a unit make; at most ten years.
    private static func days(_ number: String, _ unit: String) -> Int? {
        guard let length = ["day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30][unit],
            let count = Int(number), (0...120).contains(count) || (unit.hasPrefix("day") && (0...3_650).contains(count))
        else { return nil }
        return length * count
    }

    private static func weekday(_ words: [String]) -> Weekday? {
        words.count == 1 ? Weekday.allCases.first { $0.rawValue.hasPrefix(words[0]) && words[0].count >= 3 } : nil
    }
}
