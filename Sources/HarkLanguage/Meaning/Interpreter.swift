import HarkCore

/// Makes actions of readings: reads the values out of the slots, links the names, and says what is missing.
///
/// One serves all readings of a phrase and whoever reads filters for it, so that what it knows is not copied.
final class Interpreter {
    let grammar: Grammar
    let spans: PhraseSpans
    let context: ReadingContext
    var linker: Linker
    /// A name that an earlier clause is about to create; what "them" may mean.
    var newName: String?

    var phrase: TokenizedPhrase { spans.phrase }
    var finder: ValueFinder { spans.finder }
    var times: TimeResolver {
        TimeResolver(now: context.now, convention: context.convention, dateOrder: context.settings.dateOrder)
    }

    init(
        grammar: Grammar, spans: PhraseSpans, context: ReadingContext, preferred: [NamedRecord] = [],
        heard: HeardNames = HeardNames()
    ) {
        self.grammar = grammar
        self.spans = spans
        self.context = context
        linker = Linker(spans: spans, context: context, preferred: preferred, heard: heard)
    }

    /// The action a reading means.
    func draft(_ reading: Reading) -> Draft {
        var draft = compose(reading)
        if reading.isNegated, !draft.takesNegation, draft.missing != ["filters"],
            ![.reject, .cancel, .correct].contains(reading.intent)
        {
            draft.refusal = "You said not to, so nothing is done."
        }
        // A change of a record nobody named is asked about; what only shows it is not.
        if draft.command?.writes == true, draft.warning == nil, let assumed = draft.assumed {
            draft.warning = "Is \(assumed.name) meant?"
        }
        if draft.command?.writes == true, draft.warning == nil,
            let rest = Leftovers(
                spans: spans, reading: reading, used: draft.used, tableValue: { [self] in value(of: $0, grammar) }
            ).text, !names(rest, in: draft)
        {
            draft.caveat = "“\(rest)” was not used."
            draft.isPartial = true
            draft.doubt += 0.5
        }
        if draft.command?.writes == true, draft.warning == nil, let name = draft.numberAsName {
            draft.warning = "Is “\(name)” a name?"
        }
        return draft
    }

    /// Whether words only say where somebody found works, or call a record found: "rang Derek Hayes at Birchwood".
    private func names(_ words: String, in draft: Draft) -> Bool {
        let known = Set(draft.links.flatMap { NameWords.words(of: "\($0.record.name) \($0.record.parent)") })
        let said = NameWords.words(of: words)
        return !said.isEmpty && said.allSatisfy(known.contains)
    }

    private func compose(_ reading: Reading) -> Draft {
        switch reading.intent {
        case .createLead: createLead(reading)
        case .updateLead: updateLead(reading)
        case .disqualifyLead: disqualifyLead(reading)
        case .convertLead: convertLead(reading)
        case .assignRecord, .mergeRecords, .tagRecord, .untagRecord: onSeveral(reading)
        case .bulkUpdate, .bulkDelete: bulk(reading)
        case .restoreRecord: restore(reading)
        case .showScore: showScore(reading)
        case .createContact: createContact(reading)
        case .createDeal: createDeal(reading)
        case .updateContact, .updateCompany: updateField(reading)
        case .createCompany: createCompany(reading)
        case .updateDeal: updateDeal(reading)
        case .setDealAmount, .setCloseDate, .setProbability, .winDeal, .loseDeal, .reopenDeal: changeDeal(reading)
        case .scheduleMeeting: scheduleMeeting(reading)
        case .createTask, .setReminder: createTask(reading)
        case .callContact: callContact(reading)
        case .completeTask: completeTask(reading)
        case .snoozeTask: snoozeTask(reading)
        case .rescheduleActivity, .cancelActivity: changeAgenda(reading)
        case .createTicket: createTicket(reading)
        case .updateTicket, .closeTicket: changeTicket(reading)
        case .logCall, .logMeeting: log(reading)
        case .addNote: addNote(reading)
        case .draftEmail: draftEmail(reading)
        case .search: search(reading)
        case .listRecords, .countRecords, .showAgenda, .showTasks, .showPipeline, .showStale: listRecords(reading)
        case .aggregate, .rank, .comparePeriods: measure(reading)
        case .showForecast: forecast(reading)
        case .findFreeSlot: freeSlot(reading)
        case .showField, .showHistory: showPart(reading)
        case .nextAction: nextAction(reading)
        case .showRecord: showRecord(reading)
        case .showRisk: showRisk(reading)
        case .delete: delete(reading)
        case .navigate, .filterView, .sortView, .saveView: changeView(reading)
        case .undo, .redo: stepBack(reading)
        case .exportRecords, .importRecords, .switchTenant, .erasePerson: transfer(reading)
        case .choose, .correct, .repeatLast, .repeatFor: lean(reading)
        case .confirm, .reject, .cancel, .help, .unknown: talk(reading)
        }
    }
}
