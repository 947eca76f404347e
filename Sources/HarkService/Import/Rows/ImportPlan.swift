/// What becomes of each column of one file, worked out once from its header line.
struct ImportPlan: Sendable {
    let kind: ImportKind
    let mapping: ImportMapping
    private var sources = [Source?](repeating: nil, count: ImportColumn.allCases.count)
    /// File columns that become attributes, and constants that do.
    private(set) var attributes: [(name: String, source: Source)] = []
    /// The file columns that identify a row; empty where the whole row does.
    private(set) var keyFields: [Int] = []
    /// Words to read instead, by file column.
    private(set) var replacements: [Int: [String: String]] = [:]
    /// Columns of the file that are kept nowhere though nobody said so.
    private(set) var unused: [String] = []
    /// Columns of the file that were written after the outcome.
    private(set) var refused: [String] = []
    /// Columns the mapping names and the file does not have.
    private(set) var absent: [String] = []

    /// A column of the file, a constant, or a constant for the rows where the column is empty.
    struct Source: Sendable {
        var field: Int?
        var constant: [TemplatePart] = []
    }

    /// A piece of a constant.
    enum TemplatePart: Hashable, Sendable {
        case text(String)
        case field(Int)
        case rowNumber
    }

    /// Works out a plan.
    ///
    /// - Parameter kind: What the rows are; `nil` takes it from the mapping, the file's name or its columns.
    /// - Throws: The reason why the file cannot be imported at all, with the header column it is about, if any.
    init(headers: [String], file: String, kind: ImportKind?, mapping: ImportMapping) throws(RowFault) {
        let index = HeaderIndex(headers)
        let renamed = ImportPlan.renamed(headers, mapping)
        let names = Set((renamed + mapping.constants.keys).map { ImportedWords.folded($0) })
        guard let kind = kind ?? mapping.kind ?? ImportKind.named(inFile: file) ?? ImportKind.known(byColumns: names)
        else { throw RowFault(.unknownKind) }
        self.kind = kind
        self.mapping = mapping
        absent = ImportPlan.mentioned(mapping).filter { index[$0] == nil }
        keyFields = mapping.key.compactMap { index[$0] }
        if keyFields.isEmpty, kind == .tickets, let number = index[ImportColumn.number.header] {
            keyFields = [number]
        }
        for (column, words) in mapping.values { if let field = index[column] { replacements[field] = words } }
        try place(headers, renamed: renamed)
        try placeConstants(index)
        for choice in kind.required where !choice.contains(where: { source(of: $0) != nil }) {
            throw RowFault(.missingColumn(kind, anyOf: choice.map(\.header)))
        }
    }

    /// Where the value of a named column comes from; `nil` where the file has none.
    func source(of column: ImportColumn) -> Source? { sources[column.rawValue] }

    private mutating func place(_ headers: [String], renamed: [String]) throws(RowFault) {
        let known = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.folded, $0) })
        let dropped = Set(mapping.drop.map { ImportedWords.folded($0) })
        let late = Set(mapping.afterOutcome.map { ImportedWords.folded($0) })
        let keys = Set(mapping.key.map { ImportedWords.folded($0) })
        let outcome = mapping.outcome.map { ImportedWords.folded($0.column) }
        for (field, header) in headers.enumerated() {
            let name = ImportedWords.folded(header)
            if dropped.contains(name) { continue }
            if late.contains(name) {
                refused.append(header)
            } else if let column = name == outcome ? kind.outcome : known[ImportedWords.folded(renamed[field])] {
                guard sources[column.rawValue] == nil else {
                    throw RowFault(.repeatedColumn(column.header), field: field)
                }
                sources[column.rawValue] = Source(field: field)
            } else if keys.contains(name) {
                continue
            } else if kind.keepsAttributes, !name.isEmpty {
                let label = renamed[field]
                guard !attributes.contains(where: { $0.name == label }) else {
                    throw RowFault(.repeatedColumn(label), field: field)
                }
                attributes.append((label, Source(field: field)))
            } else {
                unused.append(header)
            }
        }
    }

    private mutating func placeConstants(_ index: HeaderIndex) throws(RowFault) {
        let known = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.folded, $0) })
        for (name, template) in mapping.constants.sorted(by: { $0.key < $1.key }) {
            let parts = try ImportPlan.parts(of: template, index)
            if let column = known[ImportedWords.folded(name)] {
                sources[column.rawValue] = Source(field: source(of: column)?.field, constant: parts)
            } else if kind.keepsAttributes {
                attributes.append((name, Source(constant: parts)))
            } else {
                throw RowFault(
                    .mapping("the constant '\(name)' is no column of \(kind.rawValue), correct or remove it"))
            }
        }
    }

    private static func parts(of template: String, _ index: HeaderIndex) throws(RowFault) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            if name == "#" {
                parts.append(.rowNumber)
            } else if let field = index[name] {
                parts.append(.field(field))
            } else {
                throw RowFault(
                    .mapping("the constant '\(template)' names '\(name)', which is no column here, correct it"))
            }
            rest = rest[rest.index(after: close)...]
        }
        return rest.isEmpty ? parts : parts + [.text(String(rest))]
    }

    private static func renamed(_ headers: [String], _ mapping: ImportMapping) -> [String] {
        let names = Dictionary(
            mapping.rename.map { (ImportedWords.folded($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        return headers.map { names[ImportedWords.folded($0)] ?? $0 }
    }

    /// The columns whose absence may be a slip of the pen; dropping what is not there is none.
    private static func mentioned(_ mapping: ImportMapping) -> [String] {
        mapping.key + mapping.rename.keys.sorted() + [mapping.outcome?.column].compactMap(\.self)
            + mapping.values.keys.sorted()
    }
}

/// Why a row or a header is refused, and at which column of the file, counted from 0.
struct RowFault: Error, Hashable, Sendable {
    var reason: ImportIssue.Reason
    var field: Int?

    init(_ reason: ImportIssue.Reason, field: Int? = nil) {
        self.reason = reason
        self.field = field
    }
}

/// Finds a header however it is written.
private struct HeaderIndex {
    private let fields: [String: Int]

    init(_ headers: [String]) {
        fields = Dictionary(
            headers.enumerated().map { (ImportedWords.folded($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> Int? { fields[ImportedWords.folded(name)] }
}
