/// Which records of one kind are wanted, in which order.
public struct RecordQuery: Hashable, Sendable {
    public var kind: RecordKind
    /// All must hold.
    public var conditions: [Condition]
    /// Free words that must occur in the name, each as a prefix; empty for none.
    public var words: String
    /// The first key decides, later ones break ties; the record's number breaks the rest.
    public var sort: [SortKey]
    public var page: Page

    /// Creates a query for every record of a kind.
    public init(
        _ kind: RecordKind, conditions: [Condition] = [], words: String = "", sort: [SortKey] = [], page: Page = Page()
    ) {
        self.kind = kind
        self.conditions = conditions
        self.words = words
        self.sort = sort
        self.page = page
    }
}

/// A part of a long list.
public struct Page: Hashable, Sendable {
    /// How many rows come before it.
    public var offset: Int
    /// How many rows it holds at the most.
    public var limit: Int

    /// Creates a page.
    public init(offset: Int = 0, limit: Int = 100) {
        self.offset = offset
        self.limit = limit
    }
}

/// A part of a list and the length of the whole.
public struct Listing<Row: Hashable & Sendable>: Hashable, Sendable {
    public var rows: [Row]
    /// How many rows the whole list has.
    public var total: Int
    /// How many rows more there would be but for `snoozed:no`.
    public var snoozed: Int

    /// Creates a listing.
    public init(rows: [Row] = [], total: Int = 0, snoozed: Int = 0) {
        self.rows = rows
        self.total = total
        self.snoozed = snoozed
    }
}

/// What records can be filtered and sorted by.
public enum Field: String, CaseIterable, Hashable, Sendable, Codable {
    case name, person, company, stage, status, source, owner, priority, city, country, industry, plan, tag, email, phone
    case amount, score, risk, stake, health, created, touched, close, renewal, churned, due, snoozed
}

/// One requirement of a filter.
public struct Condition: Hashable, Sendable {
    public var field: Field
    public var comparison: Comparison
    public var value: Value

    /// How the field's value stands to the given one. Text is compared without case; `has` means contains.
    public enum Comparison: String, CaseIterable, Hashable, Sendable {
        case equals = ":"
        case notEquals = "!:"
        case greater = ">"
        case atLeast = ">="
        case less = "<"
        case atMost = "<="
        case has = "~"
    }

    /// The given value; `me` is the user who asks, `nothing` that the field is empty.
    public enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case date(LocalDate)
        case me
        case nothing
    }

    /// Creates a requirement.
    public init(_ field: Field, _ comparison: Comparison, _ value: Value) {
        self.field = field
        self.comparison = comparison
        self.value = value
    }
}

/// One level of an order.
public struct SortKey: Hashable, Sendable {
    public var field: Field
    public var descending: Bool

    /// Creates a sort key.
    public init(_ field: Field, descending: Bool = false) {
        self.field = field
        self.descending = descending
    }
}
