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
    /// The first fixed value no slot of its command can hold.
    func mistake(inFixedValuesOf template: Template) -> GrammarError? {
        for fixed in template.fixed {
            let types = types(of: fixed.slot, in: template.intent)
            let known = Set(slots(of: template.intent).map(\.name)).sorted()
            let place = fixed.place
            func error(_ reason: GrammarError.Reason) -> GrammarError {
                GrammarError(file: place.file, line: place.line, column: place.column, reason: reason)
            }
            guard !types.isEmpty else { return error(.unknownSlot(fixed.slot, known: known)) }
            guard types.contains(where: { holds($0, fixed.text) }) else {
                return error(.noValue(fixed.text, slot: fixed.slot))
            }
        }
        return nil
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
