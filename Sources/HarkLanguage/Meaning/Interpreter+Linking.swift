import HarkCore

/// Which record of the tenant a slot means, and what is asked where that is not clear.
extension Interpreter {
    /// Links a slot to a record and notes it in the draft, or asks.
    ///
    /// - Parameters:
    ///   - entity: The entity's name in the action.
    ///   - order: The kinds that will do, the likeliest first.
    func link(
        _ slot: FilledSlot?, as entity: String, order: [RecordKind], asking question: String, to draft: inout Draft
    ) -> NamedRecord? {
        guard let slot else {
            if let chosen = linker.preferred.first(where: { order.contains($0.reference.kind) }) {
                return accept(chosen, match: 1, as: entity, in: &draft)
            }
            if let told = linker.spokenOf(order) { return accept(told, match: 1, as: entity, in: &draft) }
            var here = linker.atHand(order)
            if case .dangling([]) = here { here = linker.recalled(order) }
            switch here {
            case .one(let record, let match):
                // What the same sentence is about need not be said twice.
                if linker.antecedent == nil { draft.assumed = record }
                return accept(record, match: match, as: entity, in: &draft)
            case .recalled(let record):
                draft.assumed = record
                return accept(record, match: 0.9, as: entity, in: &draft)
            case .several, .none, .dangling:
                draft.miss(entity, asking: question)
                return nil
            }
        }
        switch linker.resolve(slot, order: order) {
        case .one(let record, let match):
            if match < 1, slot.isOpen { draft.doubt += Float(1 - match) - 0.7 }
            // "Its" means what is spoken of before anything that belongs to that.
            if match < 1, finder.reference(at: slot.range.lowerBound)?.end == slot.range.upperBound {
                draft.doubt += 0.4
            }
            return accept(record, match: match, as: entity, in: &draft)
        case .recalled(let record):
            draft.assumed = draft.assumed ?? record
            return accept(record, match: 0.9, as: entity, in: &draft)
        case .several(let records, let said):
            draft.entity(entity, .string(said))
            draft.choices = records
            let ask = records.count == 1 ? "Do you mean" : "Which one:"
            draft.question = draft.question ?? "\(ask) \(Interpreter.listed(records))?"
            draft.missing.append(entity)
        case .none(let said):
            draft.entity(entity, .string(said))
            // A name nobody has is likelier a new one when it is written as one.
            draft.doubt += phrase.tokens[slot.range].allSatisfy { $0.isCapitalised || $0.kind == .mark } ? 0.5 : 1.9
            draft.miss(entity, asking: "\(unfit(slot, said, order)) Who or what is meant?")
        case .dangling(let records):
            draft.choices = Array(records.prefix(5))
            // Of two kinds of record "her" is the one that there is.
            if records.isEmpty { draft.doubt += 0.45 }
            let question = records.isEmpty ? question : "Which one: \(Interpreter.listed(draft.choices))?"
            draft.miss(entity, asking: question)
        }
        return nil
    }

    /// Why none of these kinds is meant by a name: it is of another kind, or nobody has it.
    private func unfit(_ slot: FilledSlot, _ said: String, _ order: [RecordKind]) -> String {
        let mention = spans.mentions[slot.range.lowerBound].first { $0.end == slot.range.upperBound }
        let best = mention.flatMap { $0.candidates.max { $0.match < $1.match } }
        if let best, best.match >= 0.9, let record = context.names.records[Int(best.place)] {
            let kinds = order.map(\.rawValue)
            let wanted = kinds.dropLast().joined(separator: ", ") + (kinds.count > 1 ? " or " : "") + (kinds.last ?? "")
            return "“\(record.name)” is a \(record.reference.kind.rawValue), no \(wanted)."
        }
        return "No \(order.count == 1 ? order[0].rawValue : "record") is called “\(said)”."
    }

    func accept(_ record: NamedRecord, match: Double, as entity: String, in draft: inout Draft) -> NamedRecord {
        // What was made just now is likely what is spoken of.
        if context.touched.contains(where: { $0.reference == record.reference }) { draft.doubt -= 0.3 }
        draft.entity(entity, .string(record.name))
        draft.links.append(Action.Link(entity: entity, record: record, match: match))
        draft.subject = draft.subject ?? record
        return record
    }

    /// `1 Helen Marsh (Aldgate Optics), 2 Ellen March (Brightwater)`.
    static func listed(_ records: [NamedRecord]) -> String {
        records.enumerated()
            .map { "\($0 + 1) \($1.name)\($1.detail.isEmpty ? "" : " (\($1.detail))")" }
            .joined(separator: ", ")
    }
}
