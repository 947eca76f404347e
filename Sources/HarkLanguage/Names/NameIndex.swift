public import HarkCore

/// The names of one tenant's records, ready to be found in a phrase by spelling or by sound.
///
/// Every look-up stays inside the index it is asked of, so another tenant's name can never be found.
public struct NameIndex: Sendable {
    /// Every record ever inserted, by its place; a removed one is `nil`.
    private(set) var records: [NamedRecord?] = []
    /// The kind of each record; none for a removed one.
    private(set) var kinds: [KindSet] = []
    /// The words of each record's name, by the number of the word.
    private(set) var wordsOfRecord: [[Int32]] = []
    private(set) var recordsOfWord: [[Int32]] = []
    private(set) var spelling: [[UInt8]] = []
    private(set) var phones: [[UInt8]] = []
    private(set) var isForm: [Bool] = []
    /// The words by first letter and length.
    private var wordsByShape: [UInt16: [Int32]] = [:]
    private(set) var sounds = SoundIndex()

    private var places: [RecordReference: Int32] = [:]
    private var numbers: [String: Int32] = [:]
    /// The numbers of names as a whole, those of records and those of what records belong to.
    private var wholeNames: [String: Int32] = [:]
    /// The whole name of each record.
    private var wholeNameOfRecord: [Int32] = []
    /// The records that belong to what has that name.
    private var recordsOfParent: [[Int32]] = []

    /// Builds the index.
    ///
    /// - Complexity: O(n) in the total length of the names.
    public init(_ records: [NamedRecord] = []) {
        self.records.reserveCapacity(records.count)
        places.reserveCapacity(records.count)
        numbers.reserveCapacity(records.count)
        for record in records { insert(record) }
    }

    /// How many records are in the index.
    public var count: Int { places.count }

    /// Adds a record, or renames the one of that reference.
    public mutating func insert(_ record: NamedRecord) {
        remove(record.reference)
        places[record.reference] = Int32(records.count)
        append(record)
    }

    /// Adds another name people use for a record that is in the index, such as the person of a lead listed by its
    /// company. It stays until the index is built anew.
    public mutating func insert(alias record: NamedRecord) { append(record) }

    /// Lets words stand for a record whose name is spelled otherwise; the record keeps its own name.
    public mutating func insert(heard words: String, for record: NamedRecord) { append(record, called: words) }

    private mutating func append(_ record: NamedRecord, called name: String? = nil) {
        let name = name ?? record.name
        let place = Int32(records.count)
        records.append(record)
        kinds.append(KindSet(record.reference.kind))
        var words: [Int32] = []
        var joinedPhones: [UInt8] = []
        for word in NameWords.words(of: name).prefix(12) {
            let number = self.number(of: word)
            if !words.contains(number) { recordsOfWord[Int(number)].append(place) }
            words.append(number)
            if !isForm[Int(number)] { joinedPhones += phones[Int(number)] }
        }
        wordsOfRecord.append(words)
        sounds.insert(.record(place), phones: joinedPhones)
        wholeNameOfRecord.append(wholeNumber(of: name))
        if !record.parent.isEmpty { recordsOfParent[Int(wholeNumber(of: record.parent))].append(place) }
    }

    private mutating func wholeNumber(of name: String) -> Int32 {
        let folded = Folding.folded(name)
        if let number = wholeNames[folded] { return number }
        let number = Int32(recordsOfParent.count)
        wholeNames[folded] = number
        recordsOfParent.append([])
        return number
    }

    /// Forgets a record.
    public mutating func remove(_ reference: RecordReference) {
        guard let place = places.removeValue(forKey: reference) else { return }
        records[Int(place)] = nil
        kinds[Int(place)] = []
    }

    /// The record of a reference, if it is known.
    public func record(_ reference: RecordReference) -> NamedRecord? {
        places[reference].flatMap { records[Int($0)] }
    }

    /// Whether some name has this folded word.
    func knows(_ word: String) -> Bool { numbers[word] != nil }

    /// The number of a folded word.
    func wordNumber(_ word: String) -> Int32? { numbers[word] }

    private static func shape(_ first: UInt8, _ count: Int) -> UInt16 { UInt16(first) << 8 | UInt16(count) }

    /// The only word of a name that is one slip away from a folded word, with the same first letter.
    func nearWord(to word: String) -> String? {
        let letters = Array(word.utf8)
        guard letters.count >= 4, letters.count < 40 else { return nil }
        var found: Int32?
        for count in (letters.count - 1)...(letters.count + 1) {
            for number in wordsByShape[NameIndex.shape(letters[0], count)] ?? [] {
                // Of four letters one changed is another name.
                if count == letters.count, count < 6, !isSwapped(letters, spelling[Int(number)]) { continue }
                guard EditDistance.isWithinOne(letters, spelling[Int(number)]) else { continue }
                if found != nil { return nil }
                found = number
            }
        }
        return found.map { String(decoding: spelling[Int($0)], as: UTF8.self) }
    }

    private func isSwapped(_ first: [UInt8], _ second: [UInt8]) -> Bool { first.sorted() == second.sorted() }

    /// The records of these kinds that belong to the record at a place, such as a company's deals.
    func records(ofKinds kinds: KindSet, belongingTo place: Int32) -> [NamedRecord] {
        recordsOfParent[Int(wholeNameOfRecord[Int(place)])].compactMap { records[Int($0)] }
            .filter { kinds.contains(KindSet($0.reference.kind)) }
    }

    /// The records of these kinds that belong to a record or, where none does, to what it belongs to itself: the deals
    /// of a company, or of a contact's company.
    func records(ofKinds kinds: KindSet, near reference: RecordReference) -> [NamedRecord] {
        guard let place = places[reference], let record = records[Int(place)] else { return [] }
        let own = records(ofKinds: kinds, belongingTo: place)
        guard own.isEmpty, let whole = wholeNames[Folding.folded(record.parent)] else { return own }
        return recordsOfParent[Int(whole)].compactMap { records[Int($0)] }
            .filter { kinds.contains(KindSet($0.reference.kind)) && $0.reference != reference }
    }

    private mutating func number(of word: String) -> Int32 {
        if let number = numbers[word] { return number }
        let number = Int32(recordsOfWord.count)
        let letters = Array(word.utf8)
        let sounds = Sound.phones(of: letters)
        numbers[word] = number
        recordsOfWord.append([])
        spelling.append(letters)
        phones.append(sounds)
        isForm.append(NameWords.forms.contains(word))
        if letters.count >= 4, letters.count < 40 {
            wordsByShape[NameIndex.shape(letters[0], letters.count), default: []].append(number)
        }
        if letters.count > 2 { self.sounds.insert(.word(number), phones: sounds) }
        return number
    }
}
