import HarkCore
import HarkScreen

extension Dashboard.State {
    /// Who takes the keys now.
    var place: Dashboard.Place {
        if isTooSmall { return .notice }
        switch typing {
        case .prompt: return .prompt
        case .history: return .history
        case .filter: return .filter
        case .question: return .question
        case nil: return Dashboard.Place(focus)
        }
    }

    /// Whether the screen is too small to be of use, and the user has not said to go on.
    var isTooSmall: Bool { Layout.isTooSmall(size) && !acceptsSmallSize }

    /// Takes a key; one that is not in effect does nothing.
    mutating func press(_ key: Key) -> [Dashboard.Effect] {
        switch key {
        case .hangup: return [.saveDraft(draft), .quit]
        case .resize(let size):
            self.size = size
            return []
        case .focus(let isIn):
            ignoresPress = isIn
            return []
        case .mouse(let mouse): return press(mouse)
        case .paste(let text): return paste(text)
        case .character, .named: break
        }
        ignoresPress = false
        status = nil
        let place = place
        let intent = options.keys.entry(for: key, at: place)?.intent
        if intent == .escape { waiting = [] }
        if !waiting.isEmpty || intent.map({ mustWait(for: $0) }) ?? false {
            if waiting.count < Dashboard.State.mostWaiting { waiting.append(key) }
            return []
        }
        tellsEvent = intent == .earlier || intent == .later
        return intent.map { carryOut($0) } ?? type(key, at: place)
    }

    /// Lets a line being typed have a key.
    private mutating func type(_ key: Key, at place: Dashboard.Place) -> [Dashboard.Effect] {
        switch place {
        case .prompt: return typePhrase(key)
        case .history: return typeHistory(key)
        case .filter: return typeFilter(key)
        case .question:
            typeAnswer(key)
            return []
        default: return []
        }
    }

    /// Pasted text is never read as keys; outside a line it starts a phrase.
    private mutating func paste(_ text: String) -> [Dashboard.Effect] {
        guard place != .notice else { return [] }
        if typing == nil { typing = .prompt }
        return type(.paste(text), at: place)
    }

    private mutating func carryOut(_ intent: Dashboard.Intent) -> [Dashboard.Effect] {
        switch intent {
        case .down: return move(.lines(1))
        case .up: return move(.lines(-1))
        case .pageDown: return move(.pages(2))
        case .pageUp: return move(.pages(-2))
        case .halfDown: return move(.pages(1))
        case .halfUp: return move(.pages(-1))
        case .first: return move(.start)
        case .last: return move(.end)
        case .desk: return go(to: .desk)
        case .leads: return go(to: .leads)
        case .customers: return go(to: .customers)
        case .log: return go(to: .log)
        case .models: return go(to: .models)
        case .cohorts: return go(to: .cohorts)
        case .open: return open()
        case .back: return back()
        case .escape: return escape()
        case .nextPane: return changePane(by: 1)
        case .previousPane: return changePane(by: -1)
        case .why: return showWhy()
        case .whatMoves: return showMove()
        case .help: return showHelp()
        default: return carryOutFurther(intent)
        }
    }

    private mutating func carryOutFurther(_ intent: Dashboard.Intent) -> [Dashboard.Effect] {
        switch intent {
        case .prompt: startPhrase("")
        case .filter: startFilter()
        case .views: return showViews()
        case .keepAlike: return keepAlike()
        case .columns: askForColumns()
        case .repeatLast: repeatPhrase()
        case .keepView: ask(.viewName)
        case .strike: ask(.struckWord)
        case .forgetView: return forgetView()
        case .sort: return sortByNextColumn()
        case .secondSort: return sortTiesByNextColumn()
        case .mark, .markRange, .markAll, .unmarkAll: changeMarks(intent)
        case .task, .note, .call, .suggestion, .nextStage, .edit, .close: prepare(intent)
        case .snooze: askForDay()
        case .suggestionDone: return answerSuggestion(.done)
        case .suggestionUnfit: return answerSuggestion(.notRelevant)
        case .undo: return run(.undo(count: 1))
        case .redo: return run(.redo(count: 1))
        case .reload: return reload()
        case .copyField: return copyName()
        case .copyRow: return copyRow()
        case .earlier: moveThroughTime(by: -1)
        case .later: moveThroughTime(by: 1)
        case .nextMeasure: return changeMeasure()
        case .finer: zoomTimeline(finer: true)
        case .coarser: zoomTimeline(finer: false)
        case .compare: return compare()
        case .nextRecord: return moveSource(by: 1)
        case .previousRecord: return moveSource(by: -1)
        case .grow: isZoomed = true
        case .shrink: isZoomed = false
        case .theme: return changeTheme()
        case .bareText: return toggleBareText()
        case .mouse: return toggleMouse()
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .goOn: acceptsSmallSize = true
        default: return carryOutTyping(intent)
        }
        return []
    }

    private mutating func carryOutTyping(_ intent: Dashboard.Intent) -> [Dashboard.Effect] {
        switch intent {
        case .runPhrase: return submit()
        case .nextReading:
            if !completePhrase() { prompt.reading?.chooseNext() }
        case .leavePrompt: return leavePrompt()
        case .olderPhrase: recall(older: true)
        case .newerPhrase: recall(older: false)
        case .lineUp: goUp()
        case .lineDown: goDown()
        case .searchHistory: typing = .history(words: "", origin: prompt.editor)
        case .olderMatch: findOlderMatch()
        case .takeMatch: typing = .prompt
        case .leaveHistory: leaveHistory()
        case .keepFilter: typing = nil
        case .dropFilter: return dropFilter()
        case .takeAnswer: return takeAnswer()
        case .leaveQuestion: typing = nil
        default: break
        }
        return []
    }
}
