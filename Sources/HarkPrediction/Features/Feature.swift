internal import HarkCore
internal import HarkLearning

/// One thing a model may look at: how it is read off a record, and how it is said.
///
/// A feature is found again by its name when a model file is read, so names never change their meaning.
struct Feature<Subject: Sendable>: Sendable {
    /// The name a model knows it by.
    let name: String
    /// Numbers or categories.
    let kind: Column.Kind
    /// Which side of the record it speaks of.
    let facet: Facet
    /// Whether the value depends on the moment the record is looked at.
    let isTimed: Bool
    /// The attribute read, for a feature that is not built in.
    let attribute: AttributeFeature?
    /// The value of one record.
    let read: @Sendable (Subject) -> Value
    /// The value in words, as a reason.
    let words: @Sendable (Value) -> String

    /// A feature of numbers.
    static func number(
        _ name: String, _ facet: Facet, timed: Bool = false, words: @escaping @Sendable (Value) -> String,
        read: @escaping @Sendable (Subject) -> Double?
    ) -> Feature {
        Feature(
            name: name, kind: .number, facet: facet, isTimed: timed, attribute: nil,
            read: { subject in read(subject).map(Value.number) ?? .missing }, words: words)
    }

    /// A feature of categories, said as "`label` is …".
    static func category(
        _ name: String, _ facet: Facet, label: String, read: @escaping @Sendable (Subject) -> String?
    ) -> Feature {
        Feature(
            name: name, kind: .category, facet: facet, isTimed: false, attribute: nil,
            read: { subject in
                guard let text = read(subject), !text.isEmpty else { return .missing }
                return .category(text)
            },
            words: { Wording.named(label, $0) })
    }

    /// The feature's column over many records.
    func column(of subjects: [Subject]) -> Column {
        switch kind {
        case .number:
            Column(
                name,
                numbers: subjects.map { subject in
                    guard case .number(let number) = read(subject) else { return .nan }
                    return number
                })
        case .category:
            Column(
                name,
                categories: subjects.map { subject in
                    guard case .category(let level) = read(subject) else { return nil }
                    return level
                })
        }
    }
}
