internal import HarkCore
internal import HarkLearning

/// Values as the words of a reason.
enum Wording {
    /// `label` with its value: "Contract is Month-to-month", "Tenure 2", "industry unknown".
    static func named(_ label: String, _ value: Value) -> String {
        switch value {
        case .missing: "\(label) unknown"
        case .number(let number): "\(label) \(numeral(number))"
        case .category(let level): "\(label) is \(level)"
        }
    }

    /// A number of days: "today", "1 day", "40 days".
    static func days(_ number: Double) -> String {
        let whole = number.rounded(.down)
        return whole == 1 ? "1 day" : "\(numeral(whole)) days"
    }

    /// A number with at most two decimals, and none where it is whole.
    static func numeral(_ number: Double) -> String {
        JSONValue.number((number * 100).rounded() / 100).compact
    }

    /// An imported column name for people: `MonthlyCharges` and `monthly_charges` are "Monthly charges".
    static func label(_ name: String) -> String {
        var words = ""
        var last: Character = " "
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character == "_" {
                words.append(" ")
            } else if character.isUppercase, last.isLowercase {
                words.append(next.isUppercase ? " \(character)" : " \(character.lowercased())")
            } else {
                words.append(character)
            }
            last = character
        }
        guard let first = words.first else { return name }
        return first.uppercased() + words.dropFirst()
    }
}

/// How often something happened, in words: one, several or none of it.
struct Count: Sendable {
    private let one: (before: String, after: String)
    private let many: (before: String, after: String)
    private let none: String
    private let unknown: String

    /// - Parameters:
    ///   - one: What is said of one; `#` stands for the number.
    ///   - many: What is said of several; `#` stands for the number.
    ///   - none: What is said of none.
    ///   - suffix: Put behind all three.
    ///   - unknown: What is said where nothing is known; the same as of none unless given.
    init(one: String, many: String, none: String, suffix: String = "", unknown: String? = nil) {
        self.one = Count.parts(one + suffix)
        self.many = Count.parts(many + suffix)
        self.none = none + suffix
        self.unknown = unknown ?? self.none
    }

    /// The count in words.
    func words(_ value: Value) -> String {
        guard case .number(let number) = value else { return unknown }
        if number == 0 { return none }
        let (before, after) = number == 1 ? one : many
        return before + Wording.numeral(number) + after
    }

    private static func parts(_ template: String) -> (before: String, after: String) {
        guard let mark = template.firstIndex(of: "#") else { return (template, "") }
        return (String(template[..<mark]), String(template[template.index(after: mark)...]))
    }
}
