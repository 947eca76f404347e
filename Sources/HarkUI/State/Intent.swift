extension Dashboard {
    /// What a key can be meant for; the raw value is the name in key tables.
    public enum Intent: String, CaseIterable, Hashable, Sendable {
        case down, up, pageDown = "page-down", pageUp = "page-up", halfDown = "half-page-down"
        case halfUp = "half-page-up", first, last
        case open, back, escape, nextPane = "next-pane", previousPane = "previous-pane"
        case desk, leads, customers, log, models
        case keepAlike = "keep-alike", columns, repeatLast = "repeat"
        case views, keepView = "keep-view", forgetView = "forget-view"
        case prompt, filter, sort, secondSort = "second-sort"
        case mark, markRange = "mark-range", markAll = "mark-all", unmarkAll = "unmark-all"
        case why, whatMoves = "what-moves", strike, task, note, call, suggestion, nextStage = "next-stage", edit, close
        case snooze, suggestionDone = "suggestion-done", suggestionUnfit = "suggestion-unfit"
        case undo, redo, reload, copyField = "copy-field", copyRow = "copy-row"
        case earlier, later, finer, coarser, nextRecord = "next-record", previousRecord = "previous-record"
        case compare, cohorts, nextMeasure = "next-measure"
        case grow, shrink, help, theme, bareText = "bare-text", mouse, repaint, suspend
        case runPhrase = "run-phrase", nextReading = "next-reading", leavePrompt = "leave-prompt"
        case olderPhrase = "older-phrase", newerPhrase = "newer-phrase", searchHistory = "search-history"
        case lineUp = "line-up", lineDown = "line-down"
        case olderMatch = "older-match", takeMatch = "take-match", leaveHistory = "leave-history"
        case keepFilter = "keep-filter", dropFilter = "drop-filter"
        case takeAnswer = "take-answer", leaveQuestion = "leave-question"
        case goOn = "go-on"
    }
}
