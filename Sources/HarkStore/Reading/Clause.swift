import GRDB
import HarkCore

/// A piece of SQL with its values. Text that people gave is only ever in the values.
struct Clause {
    var sql: String
    var values: [DatabaseValue] = []

    /// All of the clauses together.
    static func all(_ clauses: [Clause]) -> Clause {
        Clause(sql: clauses.map { "(\($0.sql))" }.joined(separator: " AND "), values: clauses.flatMap(\.values))
    }
}

extension ListShape {
    /// What a query asks for, apart from its words.
    ///
    /// - Throws: ``StoreError/unknownField(_:_:)`` for a field records of the kind do not have.
    func clause(_ condition: Condition, me: Identifier<User>) throws -> Clause {
        if condition.field == .tag {
            switch condition.value {
            case .text(let name): return tagged(name, condition.comparison)
            case .nothing: return untagged(condition.comparison)
            default: throw StoreError.unknownField(.tag, kind)
            }
        }
        let column = try column(of: condition.field)
        if condition.value == .nothing {
            let isEmpty = "coalesce(\(sql(of: column)), '') = ''"
            return Clause(sql: condition.comparison == .notEquals ? "NOT (\(isEmpty))" : isEmpty)
        }
        if condition.field == .stage, !closed.isEmpty, condition.value == .text("open") {
            let list = closed.map { "'\($0)'" }.joined(separator: ", ")
            let open = condition.comparison != .notEquals
            let sql = "coalesce(\(sql(of: column)), '') \(open ? "NOT " : "")IN (\(list))"
            return Clause(sql: sql)
        }
        switch (column, condition.value) {
        case (.user(let name), .me): return compare(name, condition.comparison, stored(me))
        case (.user(let name), .text(let text)):
            return compareText("(SELECT name FROM user WHERE user.id = \(name))", condition.comparison, text)
        case (.text(let name), .text(let text)): return compareText(name, condition.comparison, text)
        case (.word(let name, let ranks), .text(let text)):
            return compareWord(name, ranks, condition.comparison, text.lowercased())
        case (.done(let name), .text(let text)):
            return compare(name, condition.comparison, stored(text.lowercased() == "done"))
        case (.number(let name), .number(let number)): return compare(name, condition.comparison, stored(number))
        case (.share(let name), .number(let number)):
            return compare(name, condition.comparison, stored(number > 1 ? number / 100 : number))
        case (.money, .number(let number)): return compare(sql(of: column), condition.comparison, stored(number))
        case (.day(let name), .date(let date)): return compare(name, condition.comparison, stored(date))
        case (.time(let name), .date(let date)): return compareTime(name, condition.comparison, date)
        default: throw StoreError.unknownField(condition.field, kind)
        }
    }

    private func tagged(_ name: String, _ comparison: Condition.Comparison) -> Clause {
        let test = """
            EXISTS (SELECT 1 FROM tag WHERE subject_kind = ? AND subject_id = \(view).id AND name = ? COLLATE NOCASE)
            """
        return Clause(sql: comparison == .notEquals ? "NOT \(test)" : test, values: [stored(kind), stored(name)])
    }

    private func untagged(_ comparison: Condition.Comparison) -> Clause {
        let test = "EXISTS (SELECT 1 FROM tag WHERE subject_kind = ? AND subject_id = \(view).id)"
        return Clause(sql: comparison == .notEquals ? test : "NOT \(test)", values: [stored(kind)])
    }

    /// The order a query asks for; the record's number decides last.
    func order(_ keys: [SortKey]) throws -> String {
        try
            (keys.map { key in
                let column = try sortKey(of: column(of: key.field))
                // SQLite sorts missing values last when descending; ascending must say so.
                return key.descending ? "\(column) DESC" : "\(column) ASC NULLS LAST"
            } + ["id"]).joined(separator: ", ")
    }

    /// What groups of a field are called.
    func label(of field: Field) throws -> String {
        let column = try column(of: field)
        guard case .user(let name) = column else { return sql(of: column) }
        return "(SELECT name FROM user WHERE user.id = \(name))"
    }

    private func column(of field: Field) throws -> Column {
        guard let column = fields[field] else { throw StoreError.unknownField(field, kind) }
        return column
    }

    private func sql(of column: Column) -> String {
        switch column {
        case .text(let name), .word(let name, _), .number(let name), .share(let name), .day(let name),
            .time(let name), .user(let name), .done(let name):
            name
        case .money(let minorUnits, let currency): "(\(minorUnits) / \(ListShape.unitsPerMajor(currency)))"
        }
    }

    private func sortKey(of column: Column) -> String {
        switch column {
        case .text(let name): name == "name" ? "name_key" : "\(name) COLLATE NOCASE"
        case .word(let name, let ranks): ListShape.rank(name, ranks)
        case .user(let name): "(SELECT name FROM user WHERE user.id = \(name)) COLLATE NOCASE"
        default: sql(of: column)
        }
    }

    /// The word's place among its kind; `NULL` for an unknown one.
    private static func rank(_ name: String, _ ranks: [String]) -> String {
        let cases = ranks.enumerated().map { "WHEN '\($0.element)' THEN \($0.offset)" }.joined(separator: " ")
        return "(CASE \(name) \(cases) END)"
    }

    /// The divisor from minor to major units by currency.
    private static func unitsPerMajor(_ currency: String) -> String {
        let special =
            ["JPY", "KRW", "ISK", "VND", "CLP", "PYG", "UGX", "XAF", "XOF", "XPF"]
            + ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
        let cases = special.map { "WHEN '\($0)' THEN \(Money.minorUnitsPerMajor($0))" }.joined(separator: " ")
        return "(CASE \(currency) \(cases) ELSE 100.0 END)"
    }
}

private func compare(_ sql: String, _ comparison: Condition.Comparison, _ value: DatabaseValue) -> Clause {
    let sign =
        switch comparison {
        case .equals, .has: "IS"
        case .notEquals: "IS NOT"
        case .greater: ">"
        case .atLeast: ">="
        case .less: "<"
        case .atMost: "<="
        }
    return Clause(sql: "\(sql) \(sign) ?", values: [value])
}

/// ASCII is compared by SQLite itself, everything else through `fold`.
private func compareText(_ sql: String, _ comparison: Condition.Comparison, _ text: String) -> Clause {
    let key = nameKey(text)
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    guard comparison != .has else {
        guard isPlain else { return Clause(sql: "instr(fold(\(sql)), ?) > 0", values: [stored(key)]) }
        let pattern = key.reduce(into: "") { $0 += "\\%_".contains($1) ? "\\\($1)" : "\($1)" }
        return Clause(sql: "\(sql) LIKE ? ESCAPE '\\'", values: [stored("%\(pattern)%")])
    }
    return compare(isPlain ? "\(sql) COLLATE NOCASE" : "fold(\(sql))", comparison, stored(key))
}

private func compareWord(
    _ sql: String, _ ranks: [String], _ comparison: Condition.Comparison, _ word: String
) -> Clause {
    switch comparison {
    case .has: return compareText(sql, .has, word)
    case .equals, .notEquals: return compare(sql, comparison, stored(word))
    case .greater, .atLeast, .less, .atMost:
        // A word without a rank is before or after nothing.
        let cases = ranks.enumerated().map { "WHEN '\($0.element)' THEN \($0.offset)" }.joined(separator: " ")
        return compare("(CASE \(sql) \(cases) END)", comparison, stored(ranks.firstIndex(of: word)))
    }
}

/// A day stands for all of its moments.
private func compareTime(_ sql: String, _ comparison: Condition.Comparison, _ date: LocalDate) -> Clause {
    let start = stored(date.midnight)
    let end = stored(date.adding(days: 1).midnight)
    return switch comparison {
    case .equals, .has: Clause(sql: "\(sql) >= ? AND \(sql) < ?", values: [start, end])
    case .notEquals: Clause(sql: "\(sql) IS NULL OR \(sql) < ? OR \(sql) >= ?", values: [start, end])
    case .greater: Clause(sql: "\(sql) >= ?", values: [end])
    case .atLeast: Clause(sql: "\(sql) >= ?", values: [start])
    case .less: Clause(sql: "\(sql) < ?", values: [start])
    case .atMost: Clause(sql: "\(sql) < ?", values: [end])
    }
}
