public import HarkScreen

/// The dashboard as a value: what it knows, what happens to it, what it wants done, how it looks.
///
/// Everything goes through three functions: ``start(_:)`` says what to load first, ``update(_:_:)`` takes a message
/// and answers with effects, ``view(_:)`` paints the state. Results arrive inside messages; the dashboard refuses to
/// know where they come from, and reads no clock, file, locale or environment.
public enum Dashboard {
    /// What must be loaded before the first screen is complete.
    public static func start(_ state: inout State) -> [Effect] { state.reload() + [.loadPhrases] }

    /// Takes a message.
    ///
    /// - Returns: What the outside world is asked to do, in this order.
    public static func update(_ state: inout State, _ message: Message) -> [Effect] { state.receive(message) }

    /// The screen, exactly as large as the state says.
    public static func view(_ state: State) -> Buffer { Painter(state).painted() }
}
