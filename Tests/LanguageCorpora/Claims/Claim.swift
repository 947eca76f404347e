package import HarkCore

/// What a phrase should come to: one or more outcomes a person would find right, the best first.
///
/// ```
/// SHOW_RECORD record="Tessa Thorpe"|"Heatherton Tooling"     either name
/// LIST_RECORDS type=deal .stage=negotiation .amount_gt=50000  these filters and no others
/// UPDATE_DEAL stage=proposal and CREATE_TASK subject~call    two commands in one sentence
/// ASSIGN_RECORD owner="Jonas Weber" refused                  understood, and not to be done by this user or now
/// CLOSE_TICKET ticket="ticket #740"                          that record, where several are called the same
/// SET_CLOSE_DATE date=2027-01-31 or asks deal                done, or a question which deal is meant
/// LOSE_DEAL deal=Yarrow or asks deal~Tutors                  a question with that one among its choices
/// SAFE                                                       anything that writes nothing and answers nothing
/// ```
///
/// Entities that are not named may be there and do not matter, see ``ClaimedEntity``.
package struct Claim: Hashable, Sendable {
    package var outcomes: [Outcome]
    /// The claim as it stands in the file.
    package var text: String

    /// How a phrase turned out.
    package enum Grade: Hashable, Sendable { case right, askedWell, wrong }

    /// One way a phrase may turn out.
    package enum Outcome: Hashable, Sendable {
        /// These commands, in this order.
        case commands([ClaimedCommand])
        /// These commands, which the user has no right to or which cannot be done as things stand.
        case refused([ClaimedCommand])
        /// A question about one of the commands of the claim, where a slot is named about that slot, and where a choice
        /// is named with that in the name or the detail of one of its choices.
        case asks(slot: String?, choice: String? = nil)
        /// Nothing is written, and what waits for a yes still waits.
        case safe
    }

    /// Whether the user may be refused.
    package var isRefused: Bool { outcomes.contains(where: \.isRefusal) }
    /// Whether nothing but a refusal is right.
    package var mustBeRefused: Bool { outcomes.allSatisfy(\.isRefusal) }

    /// The commands of any outcome.
    package var commandTypes: Set<CommandType> { Set(outcomes.flatMap(\.commands).map(\.type)) }

    /// How actions compare with what was meant, before they are performed.
    package func grade(_ actions: [Action]) -> Grade {
        var isAsked = false
        for outcome in outcomes {
            switch outcome {
            case .commands(let claimed), .refused(let claimed):
                if ClaimedCommand.match(claimed, actions) { return .right }
                isAsked = isAsked || place(of: claimed, offeredBy: actions) != nil
            case .asks(let slot, let choice): isAsked = isAsked || asksWell(actions, about: slot, offering: choice)
            case .safe: if actions.allSatisfy(\.isHarmless) { return .right }
            }
        }
        return isAsked ? .askedWell : .wrong
    }

    /// The number of the reading offered that is what was meant.
    package func answer(to actions: [Action]) -> Int? {
        outcomes.lazy.compactMap { outcome in
            guard case .commands(let claimed) = outcome else { return nil }
            return place(of: claimed, offeredBy: actions).map { $0 + 1 }
        }.first
    }

    private func place(of claimed: [ClaimedCommand], offeredBy actions: [Action]) -> Int? {
        guard actions.count == 1 else { return nil }
        return actions[0].offers.firstIndex { ClaimedCommand.match(claimed, [$0]) }
    }

    private func asksWell(_ actions: [Action], about slot: String?, offering choice: String?) -> Bool {
        let types = commandTypes
        return actions.contains { action in
            guard action.status == .clarify, types.isEmpty || types.contains(action.commandType) else { return false }
            if let choice {
                let offered = action.choices.map { "\($0.name) \($0.detail)".lowercased() }
                guard offered.contains(where: { $0.contains(choice.lowercased()) }) else { return false }
            }
            guard let slot else { return !action.missing.isEmpty || !action.choices.isEmpty }
            return action.missing.contains(slot) || action.choices.contains { $0.reference.kind.rawValue == slot }
        }
    }
}

extension Claim.Outcome {
    fileprivate var isRefusal: Bool { if case .refused = self { true } else { false } }

    fileprivate var commands: [ClaimedCommand] {
        switch self {
        case .commands(let commands), .refused(let commands): commands
        case .asks, .safe: []
        }
    }
}

extension Action {
    /// Whether performing it writes nothing and answers no question.
    fileprivate var isHarmless: Bool {
        guard status == .ready, let command else { return true }
        return !command.writes && ![.confirm, .reject, .cancel].contains(commandType)
    }
}
