import HarkScreen

extension Dashboard.KeyTable {
    /// A wish to have an action on other keys.
    public struct Rebinding: Hashable, Sendable {
        /// The action's name.
        public var action: String
        /// The keys wanted, in the notation of `Key.notation`.
        public var keys: [String]
        /// Where it is written, counted from 1.
        public var line: Int

        /// Creates a wish.
        public init(_ action: String, _ keys: [String], line: Int) {
            self.action = action
            self.keys = keys
            self.line = line
        }
    }

    /// A wish that was not granted, and why.
    public struct Refusal: Error, Hashable, Sendable {
        /// The line of the wish.
        public var line: Int
        /// One sentence.
        public var reason: String
    }

    /// The table with other keys. An action whose wish cannot be granted keeps the keys it has.
    public func rebound(_ wishes: [Rebinding]) -> (table: Dashboard.KeyTable, refusals: [Refusal]) {
        var granted: [Rebinding] = []
        var refusals: [Refusal] = []
        for wish in wishes {
            if let reason = fault(in: wish) {
                refusals.append(Refusal(line: wish.line, reason: reason))
            } else {
                granted.removeAll { $0.action == wish.action }
                granted.append(wish)
            }
        }
        // Two actions may change places, so clashes are looked for once all wishes are granted; the later one yields.
        while true {
            let table = with(granted)
            guard
                let (index, reason) = granted.indices.reversed().lazy.compactMap({ index in
                    table.clash(of: granted[index]).map { (index, $0) }
                }).first
            else { return (table, refusals.sorted { $0.line < $1.line }) }
            refusals.append(Refusal(line: granted[index].line, reason: reason))
            granted.remove(at: index)
        }
    }

    private func fault(in wish: Rebinding) -> String? {
        let own = entries.filter { $0.intent.rawValue == wish.action }
        guard !own.isEmpty else { return "there is no action '\(wish.action)'" }
        guard !wish.keys.isEmpty else { return "\(wish.action) needs at least one key" }
        for notation in wish.keys {
            guard let key = Key(notation: notation), key.notation == notation else {
                return "'\(notation)' is no key: write j, G, C-l, F5, PgDn, Space"
            }
            let isText = if case .character(_, []) = key { true } else { false }
            if isText, own.contains(where: { $0.places.contains(where: \.isTyping) }) {
                return "'\(notation)' is text where \(wish.action) works"
            }
        }
        return nil
    }

    private func with(_ wishes: [Rebinding]) -> Dashboard.KeyTable {
        var table = self
        for wish in wishes {
            for index in entries.indices where entries[index].intent.rawValue == wish.action {
                table.entries[index].keys = wish.keys
            }
        }
        return table
    }

    private func clash(of wish: Rebinding) -> String? {
        for own in entries where own.intent.rawValue == wish.action {
            for other in entries where other.intent != own.intent && !other.places.isDisjoint(with: own.places) {
                guard let key = own.keys.first(where: other.keys.contains) else { continue }
                return "'\(key)' is the key of \(other.intent.rawValue) already"
            }
        }
        return nil
    }
}
