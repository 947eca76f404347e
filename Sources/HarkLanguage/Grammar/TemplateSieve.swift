/// Tells which templates a phrase can match at all, before any is tried.
///
/// A template cannot do without some things: sets of symbols, of each of which the phrase must have one. Symbols are
/// words and types of span, by number. Templates share most of their sets, so each set is looked at once.
struct TemplateSieve: Sendable {
    private var numbers: [[Int32]: Int32] = [:]
    /// The sets a symbol is in, by symbol.
    private var setsOfSymbol = Groups<Int32>()
    /// The numbers of the sets a template needs, by template.
    private(set) var requirements = Groups<Int32>()

    /// Adds what the next template needs.
    mutating func append(_ sets: [[Int32]]) {
        requirements.append(
            sets.map { set in
                let set = set.sorted()
                if let number = numbers[set] { return number }
                let number = Int32(numbers.count)
                numbers[set] = number
                return number
            })
    }

    /// Makes ready for questions once all templates are there.
    mutating func close(symbolCount: Int) {
        let members = numbers.flatMap { set, number in set.map { (list: Int($0), element: number) } }
        setsOfSymbol = Groups(members, count: symbolCount)
    }

    /// Of each set, whether some symbols have one of it.
    func met(by symbols: some Sequence<Int32>) -> [Bool] {
        var isMet = Array(repeating: false, count: numbers.count)
        for symbol in symbols {
            for index in setsOfSymbol.range(Int(symbol)) { isMet[Int(setsOfSymbol.elements[index])] = true }
        }
        return isMet
    }

    /// The templates that miss nothing in a phrase with these symbols, in order.
    func templates(matching symbols: some Sequence<Int32>) -> [Int] {
        let isMet = met(by: symbols)
        return (0..<requirements.count).filter { template in
            requirements.range(template).allSatisfy { isMet[Int(requirements.elements[$0])] }
        }
    }
}
