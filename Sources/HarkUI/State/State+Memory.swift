import HarkScreen

extension Dashboard.State {
    /// The phrases run so far, oldest first, to be kept for the next start.
    public var history: [String] { prompt.editor.history }
    /// What was typed and never run; empty for nothing.
    public var draft: String {
        if let reading = prompt.reading, reading.asksBack { return reading.phrase }
        return prompt.editor.isEmpty ? prompt.editor.shelved : prompt.editor.text
    }
}
