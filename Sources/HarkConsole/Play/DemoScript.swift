public import HarkScreen

/// What a demonstration says and presses, one thing a line.
///
/// ```
/// # a comment
/// show hot leads          a phrase: typed, read, and run
/// key Tab j               keys, in the notation of the key table
/// pause 2.5s              time to look
/// ```
public struct DemoScript: Equatable, Sendable {
    /// One line of the script.
    public enum Step: Equatable, Sendable {
        /// Type the phrase, let it be read, and run it; what has to be confirmed is confirmed.
        case phrase(String)
        /// Press keys, one after the other.
        case keys([Key])
        /// Do nothing for so long.
        case pause(Duration)
    }

    /// Why a script cannot be played.
    public struct Mistake: Error, Equatable, Sendable, CustomStringConvertible {
        /// The line, from 1; 0 for the script as a whole.
        public let line: Int
        /// What is wrong.
        public let reason: Reason

        /// What can be wrong.
        public enum Reason: Equatable, Sendable {
            /// There is nothing to play.
            case noSteps
            /// `key` with nothing behind it.
            case noKeys
            /// No key is called that.
            case unknownKey(String)
            /// `pause` with anything but a number of seconds from 0 to ``DemoScript/longestPause``.
            case noDuration(String)
        }

        /// The reason in a sentence.
        public var description: String {
            switch reason {
            case .noSteps: "nothing to play: write a phrase on a line."
            case .noKeys: "'key' needs the name of a key, such as key Tab."
            case .unknownKey(let name):
                "no key is called '\(name)': write it as the key table does, such as Tab or C-l."
            case .noDuration(let text):
                "'\(text)' is no pause: write seconds up to \(DemoScript.longestPause), such as pause 2s."
            }
        }
    }

    /// The longest pause, in seconds.
    public static let longestPause = 60

    /// The steps in order; never empty.
    public let steps: [Step]

    /// Reads a script.
    ///
    /// - Throws: The first ``Mistake``.
    public init(_ text: String) throws(Mistake) {
        var steps: [Step] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do { steps.append(try DemoScript.step(first, words)) } catch {
                throw Mistake(line: index + 1, reason: error)
            }
        }
        guard !steps.isEmpty else { throw Mistake(line: 0, reason: .noSteps) }
        self.steps = steps
    }

    init(steps: [Step]) { self.steps = steps }

    private static func step(_ first: String, _ words: [String]) throws(Mistake.Reason) -> Step {
        switch first {
        case "key": .keys(try keys(words.dropFirst()))
        case "pause": .pause(try duration(words.dropFirst().joined(separator: " ")))
        default: .phrase(words.joined(separator: " "))
        }
    }

    private static func keys(_ names: ArraySlice<String>) throws(Mistake.Reason) -> [Key] {
        guard !names.isEmpty else { throw .noKeys }
        var keys: [Key] = []
        for name in names {
            guard let key = Key(notation: name) else { throw .unknownKey(name) }
            keys.append(key)
        }
        return keys
    }

    /// `2s`, `0.5s`, or a bare number of seconds.
    private static func duration(_ text: String) throws(Mistake.Reason) -> Duration {
        let number = (text.hasSuffix("s") ? text.dropLast() : text[...]).split(separator: " ").joined()
        guard let seconds = Double(number), (0...Double(longestPause)).contains(seconds) else {
            throw .noDuration(text)
        }
        return .milliseconds(Int(seconds * 1000))
    }
}

extension DemoScript.Mistake.Reason: Error {}
