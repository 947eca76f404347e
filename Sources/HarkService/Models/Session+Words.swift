public import HarkCore
import HarkPrediction
import HarkStore

extension Session {
    /// The words and phrases that do not count in scores.
    public func struckWords() throws(ServiceError) -> [StruckWord] { try read { try $0.struckWords() } }

    /// Strikes a word or phrase out: at once it counts in no score, and the next training does not learn from it.
    ///
    /// - Returns: How many records were scored again.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to train, ``ServiceError/badInput(_:)`` for an empty phrase
    ///   or one struck out before.
    public func strike(_ text: String) throws(ServiceError) -> Int {
        try require(.run, .training)
        let phrase = try phrase(text)
        try write(request(nil, title: "Struck out \"\(phrase)\"")) { writing in
            guard try writing.strike(phrase) else {
                throw ServiceError.badInput("\"\(phrase)\" is struck out already.")
            }
            writing.remark(AuditRemark(action: "STRIKE_WORD"))
        }
        return try rescoreWritten([phrase])
    }

    /// Lets a word or phrase count again; otherwise as ``strike(_:)``.
    public func restore(_ text: String) throws(ServiceError) -> Int {
        try require(.run, .training)
        let phrase = try phrase(text)
        try write(request(nil, title: "Restored \"\(phrase)\"")) { writing in
            guard try writing.restore(phrase) else {
                throw ServiceError.notFound("\"\(phrase)\" is not struck out: 'hark words' lists those that are.")
            }
            writing.remark(AuditRemark(action: "RESTORE_WORD"))
        }
        return try rescoreWritten([phrase])
    }

    /// Scores again every record in whose texts one of the phrases occurs.
    func rescoreWritten(_ phrases: Set<String>) throws(ServiceError) -> Int {
        guard !phrases.isEmpty else { return 0 }
        func mentions(_ texts: [String?]) -> Bool {
            texts.contains { text in
                guard let lowered = text?.lowercased() else { return false }
                return phrases.contains { phrase in
                    phrase.split(separator: " ").allSatisfy { lowered.contains($0) }
                }
            }
        }
        return try write(request(nil, title: "Scored again", journalled: false)) { writing in
            let leads = try writing.reading.leadHistories().filter { history in
                mentions([history.lead.message] + history.messages.map(\.body) + history.activities.map(\.body))
            }
            let customers = try writing.reading.customerHistories().filter { history in
                mentions(history.messages.map(\.body) + history.tickets.map(\.subject) + history.activities.map(\.body))
            }
            let conversion = try predictor(for: .conversion, in: writing.reading)
            try writing.save(conversion.scores(leads, now: now, cutoffs: tenant.settings.priorities))
            let churn = try predictor(for: .churn, in: writing.reading)
            let scores = churn.scores(customers, now: now, churnCutoff: tenant.settings.churnCutoff)
            try writing.save(scores)
            try keepStages(of: customers, scores, in: writing)
            return leads.count + customers.count
        }
    }

    private func phrase(_ text: String) throws(ServiceError) -> String {
        let phrase = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard phrase.contains(where: { $0.isLetter || $0.isNumber }), phrase.count <= 60 else {
            throw .badInput("Say a word, or a few in a row, of at most 60 characters.")
        }
        return phrase
    }
}
