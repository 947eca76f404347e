package import HarkCore

/// A conversation of one user with the program, and what each line should come to.
package struct Dialogue: Hashable, Sendable {
    /// The file it stands in, below the folder `Dialogues` and without its extension, such as `first/planning`.
    package var file: String
    package var title: String
    /// The part of the user's e-mail before `@`.
    package var user = ""
    /// Whether the user says yes to every question about something they did mean.
    package var saysYes = false
    package var turns: [Turn] = []

    /// The folder of its file: the conversations of one person, measured by themselves.
    package var set: String { String(file.prefix { $0 != "/" }) }

    /// One thing said.
    package struct Turn: Hashable, Sendable {
        /// The line in the file, from 1.
        package var line: Int
        package var phrase: String
        package var claim: Claim
        /// What records hold once it is done.
        package var facts: [Fact] = []
    }

    /// Something about a record after a line was said.
    package struct Fact: Hashable, Sendable {
        package var kind: RecordKind
        /// The record's whole name, or its number such as `#12`.
        package var name: String
        package var state: State

        /// What is claimed of the record.
        package enum State: Hashable, Sendable {
            case exists, missing
            /// The field with that label in the record's details begins with the value, letter case aside.
            case holds(label: String, value: String)
            /// The field with that label is empty.
            case lacks(label: String)
        }
    }
}
