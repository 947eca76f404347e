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
    /// The templates by the smallest set they need: they are asked about only where it is met.
    private var templatesOfSet = Groups<Int32>()
    /// The templates that need none.
    private var undemanding: [Int32] = []

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
        var sizes = Array(repeating: 0, count: numbers.count)
        for (set, number) in numbers { sizes[Int(number)] = set.count }
        var owned: [(list: Int, element: Int32)] = []
        for template in 0..<requirements.count {
            if let smallest = requirements[template].min(by: { sizes[Int($0)] < sizes[Int($1)] }) {
                owned.append((Int(smallest), Int32(template)))
            } else {
                undemanding.append(Int32(template))
            }
        }
        templatesOfSet = Groups(owned, count: numbers.count)
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
        var found = undemanding.map { Int($0) }
        for set in isMet.indices where isMet[set] {
            for index in templatesOfSet.range(set) {
                let template = Int(templatesOfSet.elements[index])
                let isPossible = requirements.range(template).allSatisfy { isMet[Int(requirements.elements[$0])] }
                if isPossible { found.append(template) }
            }
        }
        return found.sorted()
    }
}
