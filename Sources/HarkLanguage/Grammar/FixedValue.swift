import HarkCore

/// What a slot holds whenever a sentence is said that does not have it: `set when = today`.
struct FixedValue: Hashable, Sendable {
    var slot: String
    /// The value as somebody would say it.
    var text: String
    var place: GrammarPlace

    /// The slot of a name people know from the entities of an action.
    static func slotName(_ name: String) -> String { name == "range" ? "when" : name }
}

extension Grammar {
    /// Looks whether every fixed value is one a slot of its command can hold.
    ///
    /// - Throws: The first that is not.
    func checkFixedValues() throws(GrammarError) {
        // The sentences below a `set` share it.
        var checked: Set<FixedValue> = []
        for template in templates {
            for fixed in template.fixed where checked.insert(fixed).inserted {
                if let reason = mistake(in: fixed, of: template.intent) {
                    let place = fixed.place
                    throw GrammarError(file: place.file, line: place.line, column: place.column, reason: reason)
                }
            }
        }
    }

    private func mistake(in fixed: FixedValue, of intent: CommandType) -> GrammarError.Reason? {
        let types = types(of: fixed.slot, in: intent)
        if types.isEmpty { return .unknownSlot(fixed.slot, known: Set(slots(of: intent).map(\.name)).sorted()) }
        return types.contains { holds($0, fixed.text) } ? nil : .noValue(fixed.text, slot: fixed.slot)
    }

    /// Whether a text is a value of a type from end to end; who and what is called so nobody knows yet.
    private func holds(_ type: SlotType, _ text: String) -> Bool {
        switch type {
        case .name, .text, .rest, .record, .user, .colleague: return !text.isEmpty
        default:
            let nobody = User(id: Identifier(0), name: "", email: "", role: .viewer)
            let context = ReadingContext(now: LocalDateTime(secondsSinceEpoch: 0), user: nobody, names: NameIndex([]))
            let spans = PhraseSpans(Tokenizer.tokenize(text), grammar: self, context: context)
            return spans.count > 0 && spans.span(of: type, in: 0..<spans.count, self)
        }
    }
}
