/// One place on the screen: a grapheme and what it means.
public struct Cell: Hashable, Sendable {
    /// The grapheme drawn here; a space in the right half of a wide one.
    public let character: Character
    /// What the cell means.
    public let role: Role
    /// Columns taken: 1, 2 for the left half of a wide grapheme, 0 for its right half.
    public let width: UInt8

    /// Makes a cell; ``Buffer`` keeps wide graphemes and their right halves together.
    init(_ character: Character, role: Role, width: UInt8 = 1) {
        self.character = character
        self.role = role
        self.width = width
    }

    /// An empty cell of ordinary text.
    public static let blank = Cell(" ", role: .text)
}

/// Some text with one role, such as a word in a status line.
public struct Run: Hashable, Sendable {
    /// The words; made safe when drawn.
    public var text: String
    /// What they mean.
    public var role: Role

    /// Makes a run.
    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
