/// Why there is no screen to draw on; the caller goes on in lines then.
public enum TerminalError: Error, Hashable, Sendable {
    /// There is no terminal to open, or it is of another user.
    case notATerminal(path: String)
    /// Neither the terminal's type nor any of the usual ones is described on this machine.
    case unknownKind(String)
    /// The system refused a call, with this value of `errno`.
    case system(call: String, code: Int32)
}
