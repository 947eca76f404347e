import HarkCore

/// The words by which texts name a person: names, e-mail addresses and phone numbers.
struct PersonMarks {
    /// The names, in lower-case words.
    private var names: Set<[String]> = []
    /// The addresses, in lower case.
    private(set) var emails: Set<String> = []
    /// The digits of phone numbers long enough to be nobody else's.
    private var phones: Set<String> = []

    /// Fewer digits than this may as well be an amount.
    private static let leastDigits = 7

    /// Adds what one record says of the person.
    mutating func add(name: String, email: String?, phone: String?) {
        let words = PersonMarks.words(of: name)
        if !words.isEmpty { names.insert(words) }
        if let email = email.map({ nameKey($0).trimmed }), !email.isEmpty { emails.insert(email) }
        let digits = PersonMarks.digits(of: phone ?? "")
        if digits.count >= PersonMarks.leastDigits { phones.insert(digits) }
    }

    /// Whether a text names the person: a whole name word for word, an address, or a number however it is grouped.
    func occur(in text: String) -> Bool {
        let said = PersonMarks.words(of: text)
        if names.contains(where: { PersonMarks.contains($0, in: said) }) { return true }
        let key = nameKey(text)
        if emails.contains(where: { key.contains($0) }) { return true }
        let digits = phones.isEmpty ? "" : PersonMarks.digits(of: text)
        return phones.contains { digits.contains($0) }
    }

    /// Whether a name is the person's, compared without case.
    func isName(_ name: String) -> Bool { names.contains(PersonMarks.words(of: name)) }

    private static func words(of text: String) -> [String] {
        nameKey(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func digits(of text: String) -> String { String(text.filter(\.isWholeNumber)) }

    private static func contains(_ name: [String], in said: [String]) -> Bool {
        guard said.count >= name.count else { return false }
        return (0...said.count - name.count).contains { said[$0..<$0 + name.count].elementsEqual(name) }
    }
}

extension String {
    fileprivate var trimmed: String {
        let front = drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }
}
