/// The words of dates, times and numbers that a slip of the hand is worth undoing in.
enum ValueWords {
    static let all: Set<String> = Set(
        TimeWords.weekdays.keys.filter { $0.utf8.count > 4 }
            + TimeWords.months.keys.filter { $0.utf8.count > 3 } + TimeWords.units.keys.filter { $0.utf8.count > 3 }
            + TimeWords.tomorrow + TimeWords.steps.keys.filter { $0.utf8.count > 3 }
            + NumberWords.units.keys.filter { $0.utf8.count > 4 }
            + NumberWords.ordinals.keys.filter { $0.utf8.count > 4 }
            + [
                "today", "yesterday", "tonight", "morning", "afternoon", "evening", "hundred", "thousand", "million",
                "percent", "please", "could", "would", "thanks", "dollars", "euros", "pounds", "noon", "midnight",
                "after", "before", "until", "between", "every", "weekend", "half",
            ])
}
