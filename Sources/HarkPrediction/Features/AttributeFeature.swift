internal import HarkCore
internal import HarkLearning

/// An imported column as a feature: which attribute is read, and as what.
struct AttributeFeature: Hashable, Sendable {
    /// How the texts and numbers of a column are understood; decided once, by the whole column in training.
    enum Reading: String, Sendable {
        case number, category
        /// A day; its age in days is the feature.
        case date
        /// A day that is written with the month before it, as in `12/31/2026`.
        case dateMonthFirst = "date, month first"

        /// How days are written; `nil` for what is no day.
        fileprivate var order: WrittenDate.Order? {
            switch self {
            case .number, .category: nil
            case .date: .dayFirst
            case .dateMonthFirst: .monthFirst
            }
        }
    }

    /// The attribute's name as imported.
    let key: String
    let reading: Reading

    /// Decides how a column is read: numbers or days where every value that says something is one, else categories.
    ///
    /// - Returns: `nil` for a column that names rows (nearly every row its own text, or a whole number of its own under
    ///   a heading such as `ID`) and so can say nothing about a new one.
    init?(_ key: String, values: [AttributeValue]) {
        self.key = key
        let distinct = Set(values).count
        let texts = values.compactMap { value in
            if case .text(let text) = value, !AttributeFeature.saysNothing(text) { text } else { nil }
        }
        let hasFlags = values.contains { if case .flag = $0 { true } else { false } }
        let isNumeric = values.contains { if case .number = $0 { true } else { false } }
        if !hasFlags, texts.isEmpty || Column.inferredKind(of: texts) == .number {
            reading = .number
        } else if !hasFlags, !isNumeric, let order = WrittenDate.order(of: texts) {
            reading = order == .dayFirst ? .date : .dateMonthFirst
        } else {
            reading = .category
        }
        let namesRows = values.count >= 20 && distinct * 20 >= values.count * 19
        switch reading {
        case .category where namesRows: return nil
        case .number where namesRows && AttributeFeature.isIdentifying(key): return nil
        default: break
        }
    }

    /// Reads a feature back from a model file.
    init(key: String, reading: Reading) {
        self.key = key
        self.reading = reading
    }

    /// The attribute of one record, as the model sees it.
    func value(in attributes: Attributes, at moment: LocalDateTime) -> Value {
        guard let attribute = attributes[key] else { return .missing }
        switch reading {
        case .number: return attribute.asNumber.map(Value.number) ?? .missing
        case .category:
            let text = attribute.text
            return AttributeFeature.isBlank(text) ? .missing : .category(text)
        case .date, .dateMonthFirst:
            guard case .text(let text) = attribute, let order = reading.order,
                let day = WrittenDate.read(text, order)
            else { return .missing }
            return .number(moment.days(since: day))
        }
    }

    /// The value in words: "Tenure 2", "Contract is Month-to-month", "First contact 40 days ago".
    private func words(_ value: Value, label: String) -> String {
        guard reading.order != nil, case .number(let days) = value else { return Wording.named(label, value) }
        return days < 0 ? "\(label) \(Wording.days(-days)) ahead" : "\(label) \(Wording.days(days)) ago"
    }

    /// The feature, under a name that no built-in one has.
    func feature<Subject>(
        avoiding taken: Set<String>, attributes: @escaping @Sendable (Subject) -> (Attributes, LocalDateTime)
    ) -> Feature<Subject> {
        let label = Wording.label(key)
        return Feature(
            name: taken.contains(key) ? "\(key) (imported)" : key, kind: reading == .category ? .category : .number,
            facet: .fit, isTimed: reading.order != nil, attribute: self,
            read: { subject in
                let (attributes, moment) = attributes(subject)
                return value(in: attributes, at: moment)
            }, words: { words($0, label: label) })
    }

    private static func isIdentifying(_ key: String) -> Bool {
        let last = Wording.label(key).lowercased().split(separator: " ").last.map(String.init) ?? ""
        return ["id", "number", "no", "nr", "key", "code", "#"].contains(last)
    }

    static func isBlank(_ text: String) -> Bool {
        // Most texts start with a letter or digit, which settles it without looking up Unicode's properties.
        if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
        return text.allSatisfy(\.isWhitespace)
    }

    /// Whether a text stands for "nothing here" among numbers or days; in a column of categories it may mean something.
    static func saysNothing(_ text: String) -> Bool {
        if isBlank(text) { return true }
        guard text.utf8.count <= 12 else { return false }
        return absent.contains(text.lowercased().filter { !$0.isWhitespace })
    }

    private static let absent: Set<String> = [
        "n/a", "#n/a", "na", "nan", "null", "none", "nil", "-", "--", "?", "inf", "+inf", "-inf", "infinity",
        "-infinity", "unknown",
    ]

    static func number(_ text: String) -> Double? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let number = Double(words[0]), number.isFinite else { return nil }
        return number
    }
}

extension AttributeValue {
    fileprivate var asNumber: Double? {
        switch self {
        case .number(let number): number
        case .flag(let flag): flag ? 1 : 0
        case .text(let text): AttributeFeature.number(text)
        }
    }
}

/// The attributes of many records as features, in alphabetical order, and those that only name records.
func attributeFeatures<Subject>(
    _ subjects: [Subject], avoiding taken: Set<String>,
    attributes: @escaping @Sendable (Subject) -> (Attributes, LocalDateTime)
) -> (features: [Feature<Subject>], naming: [String]) {
    var values: [String: [AttributeValue]] = [:]
    for subject in subjects {
        for (key, value) in attributes(subject).0 { values[key, default: []].append(value) }
    }
    var naming: [String] = []
    let features = values.keys.sorted().compactMap { key -> Feature<Subject>? in
        let reading = AttributeFeature(key, values: values[key] ?? [])
        if reading == nil { naming.append(key) }
        return reading?.feature(avoiding: taken, attributes: attributes)
    }
    return (features, naming)
}
