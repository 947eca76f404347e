import HarkCore

/// Requirements by where records are, whose they are and how they are labelled.
extension FilterReader {
    /// Reads tags, industries, places and companies.
    mutating func readPlaces() {
        if let tag = table("tag") ?? interpreter.text("tag", in: reading)?.lowercased() {
            add("tag", .string(tag), Condition(.tag, .equals, .text(tag)), of: reading.first("tag"))
        }
        if let industry = table("industry") ?? interpreter.text("industry", in: reading)?.lowercased() {
            add(
                "industry", .string(industry), Condition(.industry, .equals, .text(industry)),
                of: reading.first("industry"))
        }
        if let country = table("country") {
            add("city", .string(country), Condition(.country, .equals, .text(country)), of: reading.first("country"))
        }
        if let slot = reading.first("tag"), slot.isOpen, !isCalledTag(slot) { doubt += 4 }
        doubtStrangers()
        if let city = interpreter.newName(reading.first("city")) {
            // "In this view" is no place.
            if ["view", "list", "page", "screen", "table"].contains(city.lowercased()) { doubt += 3 }
            if let slot = reading.first("city") { doubt += interpreter.strangeness(ofTown: slot) }
            add("city", .string(city), Condition(.city, .equals, .text(city)), of: reading.first("city"))
        }
        guard let slot = reading.first("company"), !isColleague(slot) else {
            // "Their tickets" are those of whom was spoken of.
            let isHis = interpreter.colleague(in: reading) != nil && kind.has(.owner)
            let isTheirs =
                !isHis && reading.passed.contains { FilterReader.owners.contains(interpreter.phrase.tokens[$0].text) }
            if saysThere, interpreter.companyAtHand == nil { question = "At which company?" }
            if isTheirs || saysThere, kind.has(.company), let name = interpreter.companyAtHand {
                add("company", .string(name), Condition(.company, .equals, .text(name)))
            }
            return
        }
        switch interpreter.linker.resolve(slot, order: [.company, .customer, .lead, .contact]) {
        case .one(let record, _) where isTown(slot, of: record):
            let city = NameWords.capitalised(interpreter.phrase.text(slot.range))
            add("city", .string(city), Condition(.city, .equals, .text(city)), of: slot)
        case .one(let record, _) where record.reference.kind == .contact && !kind.has(.person) && record.parent != "":
            add("company", .string(record.parent), Condition(.company, .equals, .text(record.parent)), of: slot)
        case .one(let record, _):
            let field: Field = record.reference.kind == .contact ? .person : .company
            add("company", .string(record.name), Condition(field, .equals, .text(record.name)), of: slot)
        case .none where isBefore(slot):
            // "Oslo customers": what stands before the kind and is no record is a place.
            guard let city = interpreter.newName(slot), reading.first("city") == nil else {
                doubt += 2.5
                return
            }
            doubt += interpreter.phrase.tokens[slot.range].contains(where: \.isCapitalised) ? 0.6 : 1.3
            add("city", .string(city), Condition(.city, .equals, .text(city)))
        case .several(_, let said), .none(let said):
            // "With renewal" is no company; a name is known or written as one.
            let isWritten = interpreter.phrase.tokens[slot.range].contains {
                $0.isCapitalised || interpreter.context.names.knows($0.text)
            }
            doubt += slot.isOpen ? isWritten ? 0.8 : 1.8 : 0
            add("company", .string(said), Condition(.company, .has, .text(said)))
        case .dangling, .recalled: doubt += 1
        }
    }

    /// Whether a "there" is a place: "any contacts there", not "are there any contacts".
    private var saysThere: Bool {
        let tokens = interpreter.phrase.tokens
        return reading.range.contains { index in
            tokens[index].text == "there" && index > 0
                && !["is", "are", "was", "were", "be", "been"].contains(tokens[index - 1].text)
                && (index + 1 == tokens.count || tokens[index + 1].kind == .mark || kind == .contact)
        }
    }

    /// Whether "she" is a colleague and taken as the owner.
    private func isColleague(_ slot: FilledSlot) -> Bool {
        slot.range.count == 1 && Interpreter.colleagues.contains(interpreter.phrase.tokens[slot.range.lowerBound].text)
            && members.contains { $0.name == "owner" } && interpreter.context.colleague != nil
    }

    private static let owners: Set<String> = ["their", "his", "her", "she", "he", "they", "them", "there"]

    /// A tag no record has, and a town nobody is in where it is not written as one, were most likely not meant.
    private mutating func doubtStrangers() {
        let context = interpreter.context
        if let slot = reading.first("tag"), slot.isOpen, let tags = context.tags,
            let said = interpreter.text("tag", in: reading)?.lowercased(), !tags.contains(said)
        {
            doubt += slot.range.count > 2 ? 3 : 1
        }
        if let slot = reading.first("city"), slot.isOpen, let places = context.places,
            !places.contains(interpreter.phrase.text(slot.range).lowercased()),
            !interpreter.phrase.tokens[slot.range].allSatisfy(\.isCapitalised) || slot.range.lowerBound == 0
        {
            doubt += slot.range.count > 1 ? 3 : 1
        }
    }

    /// Whether a word beside a tag says that it is one, without which any word left over could be.
    private func isCalledTag(_ slot: FilledSlot) -> Bool {
        let start = max(reading.range.lowerBound, slot.range.lowerBound - 3)
        let near = interpreter.phrase.tokens[start..<min(slot.range.upperBound + 1, interpreter.spans.count)]
        return near.contains {
            ["tag", "tags", "tagged", "label", "labels", "labelled", "labeled", "marked", "flagged", "#"].contains(
                $0.text)
        }
    }

    /// "Customers from Bergen" are in that town, though the first word of a company's name is the same.
    private func isTown(_ slot: FilledSlot, of record: NamedRecord) -> Bool {
        guard kind == .customer || kind == .company, slot.range.count == 1,
            NameWords.words(of: record.name).count > 1, reading.first("city") == nil
        else { return false }
        let before = slot.range.lowerBound - 1
        let isFrom = before >= 0 && ["from", "in", "around", "near"].contains(interpreter.phrase.tokens[before].text)
        return isFrom || reading.first("type").map { $0.range.lowerBound == slot.range.upperBound } == true
    }

    /// Whether a slot stands before the kind of record and with nothing between, as in "Oslo customers".
    private func isBefore(_ slot: FilledSlot) -> Bool {
        slot.isOpen && reading.first("type").map { $0.range.lowerBound >= slot.range.upperBound } == true
    }
}
