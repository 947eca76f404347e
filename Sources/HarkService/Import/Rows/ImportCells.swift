internal import HarkCore

/// The values of one row by the names Hark has for them.
struct ImportCells {
    let plan: ImportPlan
    let row: CSVRow
    /// The row's number in the file, from 1, the header not counted.
    let number: Int
    let setting: ImportSetting
    let missing: Set<String>
    let clock: ImportClock

    /// The text of a column; `nil` where the file lacks it, it is empty or says that nothing is known.
    func text(_ column: ImportColumn) -> String? {
        plan.source(of: column).flatMap { text($0, verbatim: column.isVerbatim) }
    }

    /// The text of a column that must have one.
    func needed(_ column: ImportColumn) throws(RowFault) -> String {
        guard let text = text(column) else { throw fault(.missingValue(anyOf: [column.header]), column) }
        return text
    }

    func number(_ column: ImportColumn) throws(RowFault) -> Double? {
        guard let word = text(column) else { return nil }
        guard let amount = amount(word), amount.currency == nil else {
            throw fault(.notNumber(column: column.header, word: word), column)
        }
        return amount.value
    }

    /// Money in the currency the text carries, else that of the currency column, else the tenant's.
    func money(_ column: ImportColumn) throws(RowFault) -> Money? {
        guard let word = text(column) else { return nil }
        let code = try currency()
        guard let amount = amount(word), let money = Money(major: amount.value, currency: amount.currency ?? code)
        else {
            throw fault(.notNumber(column: column.header, word: word), column)
        }
        return money
    }

    func flag(_ column: ImportColumn) throws(RowFault) -> Bool? {
        guard let word = text(column) else { return nil }
        if let outcome = plan.mapping.outcome, column == plan.kind.outcome {
            return outcome.positive.contains { $0.lowercased() == word.lowercased() }
        }
        guard let flag = ImportedWords.flag(word) else {
            throw fault(.notFlag(column: column.header, word: word), column)
        }
        return flag
    }

    func time(_ column: ImportColumn) throws(RowFault) -> LocalDateTime? {
        guard let word = text(column) else { return nil }
        do {
            let date = try ImportedDate(word, order: plan.mapping.dateOrder ?? setting.dateOrder)
            return clock.wall(date).adding(days: setting.shiftDays)
        } catch {
            let name = column.header
            let isAmbiguous = error == .ambiguous
            throw fault(
                isAmbiguous ? .ambiguousDate(column: name, word: word) : .notDate(column: name, word: word), column)
        }
    }

    func neededTime(_ column: ImportColumn) throws(RowFault) -> LocalDateTime {
        guard let time = try time(column) else { throw fault(.missingValue(anyOf: [column.header]), column) }
        return time
    }

    /// One of a closed set of words, however it is written.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ column: ImportColumn, of type: Value.Type
    ) throws(RowFault) -> Value? where Value.RawValue == String {
        guard let word = text(column) else { return nil }
        let folded = ImportedWords.folded(word)
        guard let value = Value.allCases.first(where: { ImportedWords.folded($0.rawValue) == folded }) else {
            throw fault(
                .notChoice(column: column.header, word: word, choices: Value.allCases.map(\.rawValue)), column)
        }
        return value
    }

    /// The columns Hark has no name for.
    func attributes() -> Attributes {
        var attributes: Attributes = [:]
        attributes.reserveCapacity(plan.attributes.count)
        for (name, source) in plan.attributes {
            if let text = text(source, verbatim: false) { attributes[name] = ImportedWords.attribute(text) }
        }
        return attributes
    }

    /// A hash of the key columns, or of the whole row where no key is named.
    func fingerprint() -> UInt64 {
        var hash = StableHash()
        if plan.keyFields.isEmpty {
            for field in 0..<row.count { hash.mix(row.bytes(of: field)) }
        } else {
            for field in plan.keyFields { hash.mix(row.bytes(of: field)) }
        }
        return hash.value
    }

    func fault(_ reason: ImportIssue.Reason, _ column: ImportColumn) -> RowFault {
        RowFault(reason, field: plan.source(of: column)?.field)
    }

    private func amount(_ word: String) -> ImportedAmount? {
        ImportedAmount(word, decimalMark: plan.mapping.decimalMark)
    }

    private func currency() throws(RowFault) -> String {
        guard let word = text(.currency) else { return setting.currency }
        guard word.utf8.count == 3, word.utf8.allSatisfy({ (0x41...0x5A).contains($0 & ~0x20) }) else {
            throw fault(.notCurrency(column: ImportColumn.currency.header, word: word), .currency)
        }
        return word.uppercased()
    }

    private func text(_ source: ImportPlan.Source, verbatim: Bool) -> String? {
        if let field = source.field, let text = text(field: field, verbatim: verbatim) { return text }
        guard !source.constant.isEmpty else { return nil }
        return source.constant.map { part in
            switch part {
            case .text(let text): text
            case .rowNumber: String(number)
            case .field(let field): text(field: field, verbatim: false) ?? ""
            }
        }.joined()
    }

    private func text(field: Int, verbatim: Bool) -> String? {
        var bytes = row.bytes(of: field)
        if !verbatim {
            while let first = bytes.first, ImportCells.isSpace(first) { bytes.removeFirst() }
            while let last = bytes.last, ImportCells.isSpace(last) { bytes.removeLast() }
        }
        guard !bytes.isEmpty else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.first == UInt8(ascii: "'") { text = CSVGuard.off(text) }
        if let word = plan.replacements[field]?[text] { text = word }
        return text.isEmpty || missing.contains(text) ? nil : text
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
