import HarkCore

/// A phrase nothing can be done with, or only guessed at, is answered with what it may mean, to choose from by number.
extension PhraseReader {
    /// As many readings are offered.
    private static let most = 3
    /// A reading less likely than this is not offered alone.
    private static let leastAlone = 0.15

    /// The first of the readings with some to choose from; `nil` where it can be done, asks something of its own, or
    /// nothing is likely enough.
    func offering(_ readings: [[Action]], _ reader: ClauseReader, in context: ReadingContext) -> Action? {
        guard var action = readings[0].first, context.pending?.status != .confirm else { return nil }
        guard isOpen(action) || action.isGuess else { return nil }
        let proposal = Proposal(reader.spans, grammar, context)
        guard action.isGuess || proposal.isAboutRecords || context.last != nil && proposal.mayBeHere else {
            return nil
        }
        let others = readings.dropFirst().filter { $0.count == 1 }.map { $0[0] }
            .filter { $0.command != nil && !Proposal.strict.contains($0.commandType) && !$0.commandType.leans }
            .filter { !proposal.asks || $0.command?.writes == false }
        var offers = action.isGuess ? [action] : []
        for offer in proposal.offers(reader.interpreter().draft) + others
        where !offers.contains(where: { $0.commandType == offer.commandType }) {
            offers.append(offer)
        }
        offers = Array(offers.prefix(PhraseReader.most))
        guard let first = offers.first, offers.count > 1 || first.confidence >= PhraseReader.leastAlone else {
            return nil
        }
        guard !action.isGuess || offers.count > 1 else { return nil }
        let listed = offers.enumerated().map { "\($0.offset + 1) \($0.element.inWords)" }
        if action.isGuess {
            action.question = "\(action.question ?? "") Or: \(listed.dropFirst().joined(separator: "; "))?"
        } else {
            if action.status == .unknown { (action.commandType, action.status) = (first.commandType, .clarify) }
            action.confidence = min(0.49, first.confidence)
            action.question =
                offers.count == 1
                ? "Is this meant: \(first.inWords)?" : "Which is meant: \(listed.joined(separator: "; "))?"
        }
        action.offers = offers
        return action
    }

    /// The reading chosen by an answer such as "2", "the first one" or, of a single one, "yes".
    func offer(_ phrase: String, of pending: Action, in context: ReadingContext) -> Action? {
        guard let place = Choice(phrase, in: context).place(of: pending.offers.count) else { return nil }
        var chosen = pending.offers[place]
        chosen.confidence = 0.95
        return chosen
    }

    /// Whether an action neither can be done nor asks for anything in particular.
    private func isOpen(_ action: Action) -> Bool {
        switch action.status {
        case .unknown: action.question == nil
        case .clarify: action.question?.contains(Proposal.otherWords) == true
        case .ready, .confirm, .refused: false
        }
    }
}
