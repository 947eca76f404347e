extension Dashboard.KeyTable {
    /// The whole table for the manual, as Markdown: the keys, what they do, and where.
    public var markdown: String {
        let rows = entries.map { entry in
            let keys = entry.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
            return "| \(keys) | \(entry.words) | \(words(for: entry.places)) |"
        }
        return (["| keys | what they do | where |", "| --- | --- | --- |"] + rows).joined(separator: "\n") + "\n"
    }

    /// Places in words: `everywhere`, `not while typing`, or their names.
    private func words(for places: Set<Dashboard.Place>) -> String {
        let all = Dashboard.Place.allCases
        if places.count == all.count { return "everywhere" }
        if all.allSatisfy({ places.contains($0) != ($0.isTyping || $0 == .notice) }) { return "not while typing" }
        return all.filter(places.contains).map(\.title).joined(separator: ", ")
    }
}
