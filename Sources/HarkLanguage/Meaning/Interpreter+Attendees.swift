import HarkCore

/// Who is to be met.
extension Interpreter {
    /// A user among those to be met, and where they are said; `nil` for the speaker, who is there anyway.
    typealias Colleague = (range: Range<Int>, user: User?)

    /// The attendees that are users: by whole name, or by a first name nobody spoken of alone has.
    func colleagues(_ reading: Reading) -> [Colleague] {
        reading.all("attendees").compactMap { slot in
            guard let said = finder.user(at: slot.range.lowerBound), said.end == slot.range.upperBound else {
                return nil
            }
            if said.value == context.user.id { return Colleague(slot.range, nil) }
            if slot.range.count == 1, case .one = linker.resolve(slot, order: Interpreter.parties) { return nil }
            return context.users.first { $0.id == said.value }.map { Colleague(slot.range, $0) }
        }
    }

    func attendees(
        _ reading: Reading, beside colleagues: [Colleague], in draft: inout Draft
    ) -> [NamedRecord] {
        var found: [NamedRecord] = []
        var inner = Draft(.scheduleMeeting)
        for slot in reading.all("attendees") where !colleagues.contains(where: { $0.range == slot.range }) {
            if newName != nil, isPronoun(slot) { continue }
            // "Harry Bexley at their office": who is named is who is met.
            if isPronoun(slot), !found.isEmpty, case .dangling = linker.resolve(slot, order: Interpreter.parties) {
                continue
            }
            if let record = link(
                slot, as: "attendees", order: Interpreter.parties, asking: "With whom?", to: &inner),
                !found.contains(record)
            {
                found.append(record)
            }
        }
        let names = inner.entities.map(\.value) + colleagues.compactMap { $0.user.map { .string($0.name) } }
        let isForNewcomer = names.isEmpty && reading.all("attendees").count > colleagues.count
        draft.entity("attendees", names.isEmpty ? (isForNewcomer ? newName.map { [.string($0)] } : nil) : .array(names))
        let ids = found.map { JSONValue.object([.init("\($0.reference.kind.rawValue)_id", .integer($0.reference.id))]) }
        draft.pay("attendees", ids.isEmpty ? nil : .array(ids))
        draft.links = inner.links
        draft.missing = inner.missing.isEmpty ? [] : ["attendees"]
        draft.question = inner.question
        draft.choices = inner.choices
        draft.doubt = inner.doubt
        draft.subject = found.first
        if reading.all("attendees").isEmpty, let chosen = linker.preferred.first { draft.subject = chosen }
        return found
    }
}
