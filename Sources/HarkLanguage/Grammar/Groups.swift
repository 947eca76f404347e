/// Many short lists in one array: list `n` is `self[n]`.
struct Groups<Element: Sendable>: Sendable {
    private(set) var elements: [Element] = []
    private var ends: [Int32] = []

    init() {}

    /// Lists of elements that each come with the number of theirs; within a list they keep their order.
    init(_ members: [(list: Int, element: Element)], count: Int) {
        // How long each list is, then where it begins, then where what was put into it ends.
        var ends = [Int32](repeating: 0, count: count)
        for member in members { ends[member.list] += 1 }
        var start: Int32 = 0
        for list in 0..<count { (ends[list], start) = (start, start + ends[list]) }
        var order = Array(repeating: 0, count: members.count)
        for (index, member) in members.enumerated() {
            order[Int(ends[member.list])] = index
            ends[member.list] += 1
        }
        elements = order.map { members[$0].element }
        self.ends = ends
    }

    /// How many lists there are.
    var count: Int { ends.count }

    /// Where a list lies among all ``elements``.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

    subscript(_ index: Int) -> ArraySlice<Element> { elements[range(index)] }

    /// The elements of neighbouring lists.
    subscript(_ indices: Range<Int>) -> ArraySlice<Element> {
        indices.isEmpty
            ? [] : elements[range(indices.lowerBound).lowerBound..<range(indices.upperBound - 1).upperBound]
    }

    /// Adds an element to the list that comes next.
    mutating func add(_ element: Element) { elements.append(element) }

    /// Ends a list of the elements added since the last one.
    mutating func close() { ends.append(Int32(elements.count)) }

    /// Adds a list.
    mutating func append(_ list: some Sequence<Element>) {
        elements.append(contentsOf: list)
        close()
    }

    /// Orders a list.
    mutating func sort(_ index: Int, by isBefore: (Element, Element) -> Bool) {
        let range = range(index)
        if range.count > 1 { elements[range].sort(by: isBefore) }
    }
}
