extension Dashboard.State {
    /// Lets the user type which columns the focused table shows; those shown now stand there already.
    mutating func askForColumns() {
        let chosen = focus == .customers ? customerColumns : leadColumns
        ask(.columns, beginningWith: (chosen ?? optionalColumns).joined(separator: " ") + " ")
    }

    /// Shows the columns named, besides those that always are; `all` shows all there is room for.
    mutating func chooseColumns(_ text: String) {
        let words = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
        let known = optionalColumns
        if let wrong = words.first(where: { $0 != "all" && !known.contains($0) }) {
            return say(
                "There is no column '\(wrong)' to choose. There are: \(known.joined(separator: ", ")).", isError: true)
        }
        let chosen = words.contains("all") ? nil : words
        if focus == .customers { customerColumns = chosen } else { leadColumns = chosen }
    }

    private var optionalColumns: [String] { focus == .customers ? RiskList.optionalColumns : LeadList.optionalColumns }
}
