/// A terminal without a picture: words go out line by line, keys come in as from any other.
@MainActor
public protocol SpeakingTerminal: Terminal {
    /// Shows text at the end of what was shown before; it is made safe, and line ends in it are kept.
    func say(_ text: String)
}
