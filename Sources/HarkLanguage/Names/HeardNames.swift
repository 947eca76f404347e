/// The look-ups by sound of one phrase: its readings mostly ask for the same words again, of other kinds of record, and
/// each takes longer than everything else that is done for a reading.
final class HeardNames {
    private struct Question: Hashable {
        var words: [String]
        var kinds: KindSet
    }

    private var heard: [[String]: HeardWords] = [:]
    private var answers: [Question: [Candidate]] = [:]

    /// What ``NameIndex/nearest(to:kinds:limit:)`` gives, found once.
    func nearest(to words: [String], kinds: KindSet, in names: NameIndex) -> [Candidate] {
        let question = Question(words: words, kinds: kinds)
        if let answer = answers[question] { return answer }
        var heard = heard[words] ?? names.heard(words)
        let answer = names.nearest(to: &heard, kinds: kinds)
        self.heard[words] = heard
        answers[question] = answer
        return answer
    }
}

/// Words as they look and sound, what shares most sounds with them, and how near that is where it was asked.
struct HeardWords {
    let letters: LetterPattern
    let phones: [UInt8]
    let entries: [SoundIndex.Entry]
    var matches: [Double?]
}
