import GRDB
public import HarkCore

extension Reading {
    /// How the tenant's leads spread over priority, status, source and owner; one pass over an index of these alone.
    public func leadFacets() throws -> [FieldCounts] {
        let sql = """
            SELECT priority, status, source, (SELECT name FROM user WHERE user.id = owner_id), count(*)
            FROM lead GROUP BY priority, status, source, owner_id
            """
        var counts: [[String: Int]] = Array(repeating: [:], count: Reading.facetFields.count)
        let cursor = try Row.fetchCursor(try database.cachedStatement(sql: sql))
        while let row = try cursor.next() {
            var reader = RowReader(row, of: "lead")
            let values = Reading.facetFields.map { _ in reader.optionalText() }
            let count = Int(reader.integer())
            for (place, value) in values.enumerated() {
                if let value, !value.isEmpty { counts[place][value, default: 0] += count }
            }
        }
        return zip(Reading.facetFields, counts).map { field, counts in
            let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return FieldCounts(field, sorted.map { FieldCounts.Count($0.key, $0.value) })
        }
    }

    /// How many customers stand in each stage, by its name; those without one are not counted.
    public func customerStages() throws -> [String: Int] {
        let sql = "SELECT stage, count(*) FROM customer GROUP BY stage"
        var counts: [String: Int] = [:]
        let cursor = try Row.fetchCursor(try database.cachedStatement(sql: sql))
        while let row = try cursor.next() {
            var reader = RowReader(row, of: "customer")
            if let stage = reader.optionalText() { counts[stage] = Int(reader.integer()) }
        }
        return counts
    }

    private static let facetFields: [Field] = [.priority, .status, .source, .owner]
}
