import HarkCore

/// The names of a tenant's records in alphabetical order, by their first and by every later word.
struct NameShelf: Sendable {
    private struct Entry: Sendable {
        var folded: String
        var name: Substring
    }

    private var entries: [Entry] = []

    init(_ names: NameIndex) {
        for case let record? in names.records {
            var rest = record.name[...]
            while !rest.isEmpty {
                entries.append(Entry(folded: NameShelf.folded(rest), name: rest))
                rest = rest.drop { $0 != " " }.drop { $0 == " " }
            }
        }
        entries.sort { ($0.folded, $0.name) < ($1.folded, $1.name) }
    }

    /// The text folded letter by letter, up to the first that becomes none or two: as far as it is folded, each of its
    /// letters stands where the name has it.
    private static func folded(_ text: Substring) -> String {
        var folded = ""
        for character in text {
            if let byte = character.asciiValue {
                // The usual case, which needs no tables.
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.unicodeScalars.append(Unicode.Scalar(byte + 32))
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
                    folded.unicodeScalars.append(Unicode.Scalar(byte))
                default: return folded
                }
                continue
            }
            let letter = Folding.folded(String(character))
            guard letter.count == 1 else { break }
            folded += letter
        }
        return folded
    }

    /// What is missing from the first names that begin with a folded text, each once.
    ///
    /// - Complexity: O(log n).
    func rests(after text: String, limit: Int) -> [String] {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].folded < text { low = middle + 1 } else { high = middle }
        }
        var rests: [String] = []
        while low < entries.count, rests.count < limit, entries[low].folded.hasPrefix(text) {
            let rest = String(entries[low].name.dropFirst(text.count))
            if !rests.contains(rest) { rests.append(rest) }
            low += 1
        }
        return rests
    }
}
