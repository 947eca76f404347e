/// A mistake in a template file.
public struct GrammarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The character in the line, from 1.
    public var column: Int
    /// What is wrong.
    public var reason: Reason

    /// What can be wrong.
    public enum Reason: Hashable, Sendable {
        /// Something else had to stand here.
        case expected(String)
        case unknownIntent(String)
        case unknownRule(String)
        case unknownSlotType(String)
        /// A rule that contains itself.
        case endlessRule(String)
        /// A sentence that an empty phrase would match.
        case matchesNothing
        /// A value set for a slot the command does not have.
        case unknownSlot(String, known: [String])
        /// A text that cannot be what the slot holds.
        case noValue(String, slot: String)
    }

    /// Where it is.
    public var place: GrammarPlace { GrammarPlace(file: file, line: line, column: column) }

    /// The mistake in one sentence, with its place first.
    public var description: String { "\(place): \(what)" }

    /// The mistake in one sentence without its end.
    var what: String {
        switch reason {
        case .expected(let thing): "expected \(thing)"
        case .unknownIntent(let name): "no command is called \(name)"
        case .unknownRule(let name): "no rule is called <\(name)>"
        case .unknownSlotType(let name): "no slot type is called \(name)"
        case .endlessRule(let name): "rule <\(name)> contains itself"
        case .unknownSlot(let name, let known):
            "the command has no slot called \(name); it has \(known.joined(separator: ", "))"
        case .noValue(let text, let slot): "\(slot) cannot be “\(text)”"
        case .matchesNothing: "the sentence would match an empty phrase"
        }
    }
}
