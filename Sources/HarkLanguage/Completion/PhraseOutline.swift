public import HarkCore

/// What a phrase that is being typed means so far, piece by piece, and how it may go on.
public struct PhraseOutline: Equatable, Sendable {
    /// The phrase.
    public var phrase: String
    /// What its words are, in order and without overlap; spaces, marks and words that say nothing lie between.
    public var pieces: [Piece]
    /// What Enter would show; empty where the phrase is not understood.
    public var actions: [Action]
    /// The command it may become; `nil` where nothing begins like it.
    public var likely: CommandType?
    /// Ways to go on, the likeliest first; each is put right behind the phrase.
    public var completions: [String]

    /// Creates an outline.
    public init(
        _ phrase: String, pieces: [Piece] = [], actions: [Action] = [], likely: CommandType? = nil,
        completions: [String] = []
    ) {
        self.phrase = phrase
        self.pieces = pieces
        self.actions = actions
        self.likely = likely
        self.completions = completions
    }

    /// A run of the phrase that is one thing.
    public struct Piece: Hashable, Sendable {
        /// UTF-8 offsets in the phrase.
        public var range: Range<Int>
        /// What it is.
        public var kind: Kind

        /// Creates a piece.
        public init(_ range: Range<Int>, _ kind: Kind) {
            self.range = range
            self.kind = kind
        }
    }

    /// What words can be.
    public enum Kind: Hashable, CaseIterable, Sendable {
        /// A word that says what to do.
        case command
        /// A person, a company or another record.
        case name
        case time
        /// An amount, a number, a percentage, an address or a phone number.
        case value
        /// One of a few words a slot takes, such as a stage.
        case choice
        /// Words kept as they are, such as a note's.
        case text
        /// Words that were passed over.
        case unknown
    }

    /// The words that were passed over.
    public var unknownWords: [String] {
        let bytes = Array(phrase.utf8)
        return pieces.filter { $0.kind == .unknown }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
}
