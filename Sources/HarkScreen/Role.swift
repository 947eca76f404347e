/// What a cell means; a theme decides how that looks.
///
/// The raw value is the role's name in theme files.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text and the empty background.
    case text
    /// Text that matters less: units, hints, ages.
    case muted
    /// The name of a pane or record.
    case title
    /// The top bar and the names of table columns.
    case header
    /// Lines around and between panes.
    case border
    /// Lines around the pane that takes the keys.
    case focusedBorder
    /// The selected row of the pane that takes the keys.
    case selection
    /// The selected row of any other pane.
    case restingSelection
    /// A row marked for an action in bulk.
    case marked
    /// The letters a filter matched, or the words that counted.
    case matched
    /// The name of a key in the footer and the help.
    case key
    /// What the user types.
    case prompt
    /// What just happened, in the status line.
    case status
    /// What went wrong.
    case error
    /// A score of 70 or more.
    case high
    /// A score from 40 to 69.
    case medium
    /// A score below 40.
    case low
    /// A customer about to leave; an action that cannot be undone.
    case danger
    /// Something to look at soon.
    case warning
    /// Something going well.
    case good
    /// A name in a JSON object.
    case jsonKey
    /// A string in JSON.
    case jsonString
    /// A number, `true`, `false` or `null` in JSON.
    case jsonNumber
    /// A stage on the timeline.
    case laneStage
    /// A contact with the customer on the timeline.
    case laneTouch
    /// A silence on the timeline.
    case laneGap
    /// The expected future on the timeline.
    case laneForecast
    /// The present on the timeline.
    case laneNow
    /// A person, company or record in a phrase being typed.
    case saidName
    /// A time in a phrase being typed.
    case saidTime
    /// An amount, number or address in a phrase being typed.
    case saidValue
    /// A word out of a list, such as a stage, in a phrase being typed.
    case saidChoice
    /// A word of a phrase being typed that nobody understands.
    case notUnderstood

    /// The letter that stands for the role in a golden dump; no two roles share one.
    public var letter: Character {
        switch self {
        case .text: "."
        case .muted: "m"
        case .title: "T"
        case .header: "H"
        case .border: "b"
        case .focusedBorder: "B"
        case .selection: "S"
        case .restingSelection: "R"
        case .marked: "*"
        case .matched: "M"
        case .key: "k"
        case .prompt: "P"
        case .status: "s"
        case .error: "E"
        case .high: "h"
        case .medium: "i"
        case .low: "l"
        case .danger: "D"
        case .warning: "W"
        case .good: "G"
        case .jsonKey: "j"
        case .jsonString: "q"
        case .jsonNumber: "#"
        case .laneStage: "="
        case .laneTouch: "t"
        case .laneGap: "g"
        case .laneForecast: "f"
        case .laneNow: "|"
        case .saidName: "n"
        case .saidTime: "d"
        case .saidValue: "v"
        case .saidChoice: "c"
        case .notUnderstood: "?"
        }
    }
}
