public import HarkCore
public import HarkLanguage
public import HarkScreen

extension Dashboard {
    /// The number of a request; an answer that carries another than the newest one is dropped.
    public typealias Ticket = Int

    /// Something that happened.
    public enum Message: Equatable, Sendable {
        /// A key, the mouse, or the terminal itself.
        case key(Key)
        /// The screen has a new extent.
        case resized(Size)
        /// Time has passed.
        case ticked(LocalDateTime)
        /// A part of the list of leads, from the row `offset` on.
        case leadsLoaded(Listing<LeadSummary>, offset: Int, Ticket)
        /// A part of the list of customers, from the row `offset` on.
        case customersLoaded(Listing<CustomerSummary>, offset: Int, Ticket)
        /// The selected record in full.
        case detailLoaded(RecordDetail, Ticket)
        /// The actions performed, newest first.
        case logLoaded([LoggedAction], Ticket)
        /// The readings of a phrase, best first; each has one action for every command of the sentence.
        case phraseRead([[Action]], Ticket)
        /// What the phrase being typed means so far.
        case outlined(PhraseOutline, Ticket)
        /// The views the user keeps, after they were asked for or changed.
        case viewsLoaded([SavedView], Ticket)
        /// How the leads spread over the values of some fields.
        case facetsLoaded([FieldCounts], Ticket)
        /// What there is to see of the models.
        case modelsLoaded([ModelReport], Ticket)
        /// The customers week by week.
        case cohortsLoaded(CohortGrid, Ticket)
        /// What would take a record to the next priority; `nil` where nothing would.
        case moveLoaded(Move?, Ticket)
        /// What can be said, and what is wrong with the tenant's own words, if anything is.
        case phrasesLoaded([HelpPhrase], complaint: String?)
        /// The user works for another tenant now; nothing of the old one may stay.
        case tenantChanged(Workplace, Ticket)
        /// What came of a command.
        case performed(Reply, Ticket)
        /// What was asked could not be done, and why, in one sentence.
        case failed(String, Ticket?)
        /// Records changed without the dashboard's doing.
        case storeChanged
        /// Another theme is in effect.
        case themeChanged(String)
        /// A text was copied; the sentence says where to.
        case copied(String)
        /// A script that types in the user's place goes on, waits, or has ended (`nil`).
        case played(Playback?)
    }

    /// Something the outside world is asked to do.
    public enum Effect: Equatable, Sendable {
        /// Answered by ``Message/leadsLoaded(_:offset:_:)``.
        case loadLeads(RecordQuery, Ticket)
        /// Answered by ``Message/customersLoaded(_:offset:_:)``.
        case loadCustomers(RecordQuery, Ticket)
        /// Answered by ``Message/detailLoaded(_:_:)``.
        case loadDetail(RecordReference, Ticket)
        /// Answered by ``Message/logLoaded(_:_:)``.
        case loadLog(Ticket)
        /// Answered by ``Message/viewsLoaded(_:_:)``.
        case loadViews(Ticket)
        /// Answered by ``Message/facetsLoaded(_:_:)``.
        case loadFacets(Ticket)
        /// Answered by ``Message/modelsLoaded(_:_:)``.
        case loadModels(Ticket)
        /// Answered by ``Message/cohortsLoaded(_:_:)``.
        case loadCohorts(CohortGrid.Measure, Ticket)
        /// Answered by ``Message/moveLoaded(_:_:)``.
        case loadMove(RecordReference, Ticket)
        /// Answered by ``Message/phrasesLoaded(_:complaint:)``.
        case loadPhrases
        /// Let a word count in no score any more; answered by ``Message/performed(_:_:)``.
        case strike(String, Ticket)
        /// Remember what is said to an advised play; answered by ``Message/performed(_:_:)``.
        case answerPlay(NextAction, PlayAnswer.Kind, until: LocalDate?, Ticket)
        /// Leave a customer out of the list of those at risk; answered by ``Message/performed(_:_:)``.
        case snooze(NamedRecord, until: LocalDate, Ticket)
        /// Keep a view; answered by ``Message/viewsLoaded(_:_:)``.
        case keepView(SavedView, Ticket)
        /// Forget a view; answered by ``Message/viewsLoaded(_:_:)``.
        case forgetView(SavedView, Ticket)
        /// Answered by ``Message/phraseRead(_:_:)``; `pending` is the action that asked back, if one did.
        case readPhrase(
            String, selected: NamedRecord?, listed: [NamedRecord], pending: Action?, PhraseSource, Ticket)
        /// Say what a phrase that is being typed means so far; answered by ``Message/outlined(_:_:)``.
        case outline(String, selected: NamedRecord?, listed: [NamedRecord], Ticket)
        /// Perform the actions of one sentence, all or none; answered by ``Message/performed(_:_:)``.
        case perform([Action], Ticket)
        /// Perform a command a key stands for; answered by ``Message/performed(_:_:)``.
        case run(Command, Ticket)
        /// Hand a text to the clipboard; answered by ``Message/copied(_:)``.
        case copy(String)
        /// Use the theme of that name; answered by ``Message/themeChanged(_:)``.
        case changeTheme(String)
        /// Start or stop reports from the mouse.
        case setMouse(Bool)
        /// Keep what was typed but never run, for the next start; empty to forget it.
        case saveDraft(String)
        /// Paint everything again.
        case repaint
        /// Hand the terminal back to the shell for a while.
        case suspend
        /// End the program.
        case quit
    }
}
