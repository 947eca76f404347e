internal import Foundation
internal import HarkCore
internal import TOMLKit

extension ImportMapping {
    /// Reads a mapping file.
    ///
    /// - Throws: ``ImportMappingError`` at a fault of TOML, an unknown key, or a value of the wrong sort.
    public init(toml text: String) throws(ImportMappingError) {
        let document = MappingDocument(text: text, root: try ImportMapping.parsed(text))
        self.init()
        for key in document.root.keys.sorted() { try read(key, of: document) }
    }

    private static func parsed(_ text: String) throws(ImportMappingError) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw ImportMappingError(
                "not TOML, \(error.description), correct it", line: error.source.begin.line,
                column: error.source.begin.column)
        } catch { throw ImportMappingError("not TOML, \(error), correct it", line: 1, column: 1) }
    }

    private mutating func read(_ key: String, of document: MappingDocument) throws(ImportMappingError) {
        switch key {
        case "kind": kind = try document.word(key, of: ImportKind.allCases.map { ($0.rawValue, $0) })
        case "key": self.key = try document.words(key)
        case "drop": drop = try document.words(key)
        case "after_outcome": afterOutcome = try document.words(key)
        case "missing": missing = try document.words(key)
        case "date_order":
            dateOrder = try document.word(key, of: [("day-first", .dayFirst), ("month-first", .monthFirst)])
        case "time_zone": timeZone = try document.zone(key)
        case "decimal_mark": decimalMark = try document.word(key, of: [(".", "."), (",", ",")])
        case "rename": rename = try document.texts(in: try document.table(key), named: key)
        case "constants": constants = try document.texts(in: try document.table(key), named: key)
        case "outcome": outcome = try document.outcome(key)
        case "values":
            let columns = try document.table(key)
            for column in columns.keys {
                guard let words = columns[column]?.table else { throw document.wrong(column, needs: "a table") }
                values[column] = try document.texts(in: words, named: column)
            }
        default:
            throw document.error(
                at: key,
                "'\(key)' is no key of a mapping, those are kind, key, rename, constants, outcome, drop, after_outcome,"
                    + " values, missing, date_order, time_zone and decimal_mark, correct or remove it")
        }
    }
}

/// A TOML file with its text, in which the places of wrong keys are looked up.
private struct MappingDocument {
    let text: String
    let root: TOMLTable

    func table(_ key: String) throws(ImportMappingError) -> TOMLTable {
        guard let table = root[key]?.table else { throw wrong(key, needs: "a table") }
        return table
    }

    func words(_ key: String) throws(ImportMappingError) -> [String] {
        guard let value = root[key], let words = MappingDocument.words(value) else {
            throw wrong(key, needs: "a text or a list of texts")
        }
        return words
    }

    func word<Value>(_ key: String, of choices: [(String, Value)]) throws(ImportMappingError) -> Value {
        let word = root[key]?.string
        guard let choice = choices.first(where: { $0.0 == word }) else {
            throw wrong(key, needs: "one of " + choices.map { "\"\($0.0)\"" }.joined(separator: ", "))
        }
        return choice.1
    }

    func zone(_ key: String) throws(ImportMappingError) -> String {
        guard let name = root[key]?.string, TimeZone(identifier: name) != nil else {
            throw wrong(key, needs: "the name of a time zone such as \"Europe/Berlin\" or \"UTC\"")
        }
        return name
    }

    /// The values of a table as texts; numbers and flags are taken as they would be written in a file.
    func texts(in table: TOMLTable, named name: String) throws(ImportMappingError) -> [String: String] {
        var texts: [String: String] = [:]
        for key in table.keys {
            guard let value = table[key], let text = MappingDocument.text(value) else {
                throw wrong(key, needs: "a text, a number or a flag")
            }
            texts[key] = text
        }
        return texts
    }

    func outcome(_ key: String) throws(ImportMappingError) -> ImportMapping.Outcome {
        let table = try table(key)
        if let unknown = table.keys.first(where: { $0 != "column" && $0 != "positive" }) {
            throw error(at: unknown, "'\(unknown)' is no key of an outcome, those are column and positive, correct it")
        }
        guard let column = table["column"]?.string else { throw wrong("column", needs: "the name of a column") }
        guard let positive = table["positive"], let words = MappingDocument.words(positive) else {
            throw wrong("positive", needs: "the word for a good end or a list of such words")
        }
        return ImportMapping.Outcome(column: column, positive: words)
    }

    func wrong(_ key: String, needs: String) -> ImportMappingError {
        error(at: key, "'\(key)' has a value of the wrong sort, it needs \(needs), correct it")
    }

    /// An error at the first line that sets the key or opens its table.
    func error(at key: String, _ message: String) -> ImportMappingError {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let start = line.prefix { $0 == " " || $0 == "\t" }.count
            let name = line.dropFirst(start).drop { $0 == "[" || $0 == "\"" || $0 == "'" }
            guard name.hasPrefix(key), name.dropFirst(key.count).first.map({ !$0.isLetter }) ?? true else { continue }
            return ImportMappingError(message, line: index + 1, column: start + 1)
        }
        return ImportMappingError(message, line: 1, column: 1)
    }

    private static func words(_ value: any TOMLValueConvertible) -> [String]? {
        guard let array = value.array else { return text(value).map { [$0] } }
        let words = array.map { text($0) }
        return words.contains(nil) ? nil : words.compactMap(\.self)
    }

    private static func text(_ value: any TOMLValueConvertible) -> String? {
        if let text = value.string { return text }
        if let number = value.int { return String(number) }
        if let number = value.double { return String(number) }
        return value.bool.map { $0 ? "true" : "false" }
    }
}
