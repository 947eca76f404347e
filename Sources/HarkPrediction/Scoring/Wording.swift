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

    /// How often something happened: `#` stands for the number, and `none` is said for 0.
    static func counted(_ value: Value, one: String, many: String, none: String) -> String {
        guard case .number(let number) = value, number != 0 else { return none }
        let template = number == 1 ? one : many
        return template.split(separator: "#", omittingEmptySubsequences: false).joined(separator: numeral(number))
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
