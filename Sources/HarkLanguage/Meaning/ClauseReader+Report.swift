import HarkCore

/// What a report asks for besides being written down: "talked to her 10 min, she wants 10% off, chase her Friday, and
/// her deal is 18k now".
///
/// A report keeps what was said to the end of the phrase, so every remark of it is looked at: what is to be done, and
/// what is new of a deal, are actions of their own, and the rest is what was told.
extension ClauseReader {
    /// A part of a report that is an action of its own.
    private struct Errand {
        var range: Range<Int>
        var interpretation: Interpretation
    }

    /// The report and what it asks for; `nil` where it only tells.
    ///
    /// - Parameter found: The interpretations of the whole phrase.
    mutating func actionsOfReport(_ found: [Interpretation]) -> [Action]? {
        guard !spans.phrase.isCut else { return nil }
        for report in found {
            guard let name = ClauseReader.telling[report.reading.intent], let slot = report.reading.first(name),
                slot.range.upperBound == spans.count, slot.range.count > 2, !report.reading.isNegated,
                !isDictated(slot), !onlyCalled(report)
            else { continue }
            let errands = errands(in: slot.range, after: report.draft)
            guard !errands.isEmpty else { return nil }
            var reading = report.reading
            reading.slots.removeAll { $0.name == name }
            let told = told(in: slot.range, besides: errands.map(\.range))
            if let told {
                reading.slots.append(FilledSlot(name: name, type: slot.type, range: told, isOpen: slot.isOpen))
            }
            let end = told?.upperBound ?? lastWord(before: slot.range.lowerBound)
            reading.range = 0..<end
            let kept = Interpretation(reading: reading, draft: interpreter().draft(reading))
            guard kept.draft.command != nil else { return nil }
            let actions = [action(of: [kept], choice: 0, rawText: spans.phrase.text(0..<end))]
            guard actions[0].commandType == report.reading.intent else { return nil }
            return errands.reduce(actions) { actions, errand in
                let words = spans.phrase.text(errand.range)
                let task = action(of: [errand.interpretation], choice: 0, rawText: words)
                // In the middle of a conversation a remark may be about somebody else.
                return actions + [context.last == nil ? task : task.askedFirst()]
            }
        }
        return nil
    }

    /// Whether somebody is merely said to have called before it is said what to do: "Contoso rang, reopen the deal".
    private func onlyCalled(_ report: Interpretation) -> Bool {
        report.isToldOnly && report.draft.links.contains { [.company, .customer].contains($0.record.reference.kind) }
            && ["duration", "outcome"].allSatisfy { report.reading.first($0) == nil }
    }

    /// "Log a call with Miles: agreed 4k, close Friday" and "saying call me, …" are kept word for word.
    private func isDictated(_ slot: FilledSlot) -> Bool {
        let before = spans.phrase.tokens[..<slot.range.lowerBound]
        guard let last = before.last?.text else { return false }
        if ClauseReader.quoting.contains(last) { return true }
        return [":", "\"", "“"].contains(last)
            && before.contains { ["log", "record", "note", "save", "register", "message"].contains($0.text) }
    }

    private static let quoting: Set<String> = [
        "saying", "said", "says", "wrote", "message", "note", "notes", "noting", "comment", "that",
    ]

    // MARK: What is told

    /// The remarks from the first to the last that is no errand.
    private func told(in range: Range<Int>, besides errands: [Range<Int>]) -> Range<Int>? {
        let words = range.filter { index in
            !errands.contains { $0.contains(index) } && !ClauseReader.joints.contains(spans.phrase.tokens[index].text)
        }
        guard let first = words.first, let last = words.last else { return nil }
        return first..<(last + 1)
    }

    private func lastWord(before end: Int) -> Int {
        let last = (0..<end).last { !ClauseReader.joints.contains(spans.phrase.tokens[$0].text) }
        return last.map { $0 + 1 } ?? end
    }

    // MARK: What is to be done

    private mutating func errands(in range: Range<Int>, after report: Draft) -> [Errand] {
        let remarks = remarks(in: range)
        guard remarks.count <= ClauseReader.mostRemarks else { return [] }
        var found: [Errand] = []
        var index = 0
        while index < remarks.count {
            var count = 0
            for last in index..<min(index + 3, remarks.count) {
                let part = remarks[index].lowerBound..<remarks[last].upperBound
                let earlier = [report, found.last?.interpretation.draft].compactMap(\.self)
                guard let errand = errand(part, after: earlier) else { continue }
                // "Ring her and send the offer" is one thing to do, unless both are errands.
                if count > 0, !goesOn(errand, last: remarks[last], after: earlier) { break }
                if count > 0 { found.removeLast() }
                found.append(Errand(range: part, interpretation: errand))
                count = last - index + 1
            }
            index += max(count, 1)
        }
        return found
    }

    /// The runs of words between marks and joining words.
    private func remarks(in range: Range<Int>) -> [Range<Int>] {
        var remarks: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isJoint = index == range.upperBound || ClauseReader.joints.contains(spans.phrase.tokens[index].text)
            guard isJoint else { continue }
            if start < index { remarks.append(start..<index) }
            start = index + 1
        }
        return remarks
    }

    /// Whether the last remark of an errand belongs to what is to be done.
    private mutating func goesOn(_ errand: Interpretation, last: Range<Int>, after earlier: [Draft]) -> Bool {
        [.createTask, .setReminder].contains(errand.draft.commandType)
            && spans.phrase.tokens[last.lowerBound - 1].text == "and"
            && WorkVerbs.all.contains(spans.phrase.tokens[last.lowerBound].text)
            && self.errand(last, after: earlier) == nil
    }

    /// A part read as something to be done, or as news of a deal.
    private mutating func errand(_ part: Range<Int>, after earlier: [Draft]) -> Interpretation? {
        let tokens = spans.phrase.tokens
        let words = tokens[part].map(\.text).drop { ["i", "we", "please"].contains($0) }
        // "Will send it Friday" may be said of them.
        let isPromise = words.startIndex > 0 && words.first == "will"
        let isDuty = isPromise || ClauseReader.duties.contains { words.starts(with: $0) }
        let isOrder = StatementCutter(spans: spans).beginsCommand(part)
        let isNews =
            words.contains { ClauseReader.news.contains($0) } && !words.contains { ClauseReader.wishing.contains($0) }
        guard isDuty || isOrder || isNews, !part.contains(where: { spans.isNegation[$0] }) else { return nil }
        for draft in earlier {
            let read = interpretations(of: part, after: draft, limit: 2.2).first {
                $0.cost <= ClauseReader.dearestErrand && $0.draft.command?.writes == true && $0.draft.refusal == nil
                    && (ClauseReader.changes.contains($0.draft.commandType)
                        || isDuty && ClauseReader.work.contains($0.draft.commandType)
                        || isOrder && !ClauseReader.talk.contains($0.draft.commandType))
            }
            if let read { return read }
        }
        return isDuty ? earlier.first.flatMap { plainWork(part, after: $0) } : nil
    }

    /// "Need to ask Helen if 4500 is ok": work that no template knows, due at the time it ends in if at any.
    private func plainWork(_ part: Range<Int>, after report: Draft) -> Interpretation? {
        let tokens = spans.phrase.tokens
        guard let opening = part.first(where: { ["to", "must", "should"].contains(tokens[$0].text) }),
            opening + 1 < part.upperBound, WorkVerbs.all.contains(tokens[opening + 1].text)
        else { return nil }
        var subject = (opening + 1)..<part.upperBound
        var slots: [FilledSlot] = []
        if let time = subject.dropFirst().first(where: { spans.finder.time(at: $0) != nil }) {
            guard spans.finder.time(at: time)?.end == part.upperBound else { return nil }
            slots.append(FilledSlot(name: "due", type: .time, range: time..<part.upperBound, isOpen: false))
            subject = subject.lowerBound..<time
        }
        slots.append(FilledSlot(name: "subject", type: .text, range: subject, isOpen: true))
        let reading = Reading(
            intent: .createTask, cost: 0.5, slots: slots, isNegated: false, range: part,
            place: GrammarPlace(file: "", line: 0, column: 0))
        let one = Interpretation(reading: reading, draft: interpreter(after: report).draft(reading))
        return one.draft.command != nil && one.cost <= ClauseReader.dearestErrand ? one : nil
    }

    /// The commands that keep what was told, and the slot it is kept in.
    private static let telling: [CommandType: String] = [
        .logCall: "note", .logMeeting: "note", .createLead: "message",
    ]
    private static let changes: Set<CommandType> = [.setDealAmount, .setCloseDate, .setProbability, .updateDeal]
    private static let work: Set<CommandType> = [.createTask, .setReminder, .scheduleMeeting]
    private static let talk: Set<CommandType> = [
        .undo, .redo, .confirm, .reject, .cancel, .choose, .correct, .repeatLast, .repeatFor, .delete, .bulkDelete,
        .bulkUpdate, .erasePerson, .mergeRecords, .logCall, .logMeeting, .callContact, .addNote,
    ]
    private static let joints: Set<String> = [
        ",", ".", ";", "!", ":", "-", "–", "and", "then", "so", "also", "but", "plus",
    ]
    /// Words of what is new about a deal.
    private static let news: Set<String> = [
        "deal", "amount", "stage", "close", "closes", "closing", "probability", "chance", "chances",
    ]
    /// What somebody would like is not so yet.
    private static let wishing: Set<String> = [
        "wants", "want", "wanted", "would", "asked", "asks", "hopes", "might", "may", "could", "if", "maybe", "likes",
        "like", "thinks", "says", "said",
    ]
    private static let dearestErrand: Float = 1.3
    private static let mostRemarks = 12
}
