/// The look-ups by sound of one phrase: its readings mostly ask for the same words again, and each takes longer than
/// everything else that is done for a reading.
final class HeardNames {
    private struct Question: Hashable {
        var words: [String]
        var kinds: KindSet
    }

    private var answers: [Question: [Candidate]] = [:]

    /// What ``NameIndex/nearest(to:kinds:limit:)`` gives, found once.
    func nearest(to words: [String], kinds: KindSet, in names: NameIndex) -> [Candidate] {
        let question = Question(words: words, kinds: kinds)
        if let answer = answers[question] { return answer }
        let answer = names.nearest(to: words, kinds: kinds)
        answers[question] = answer
        return answer
    }
}
