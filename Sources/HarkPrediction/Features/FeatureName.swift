/// How people spell the names of features.
public enum FeatureName {
    /// Whether two spellings mean one feature: neither case nor spaces and underscores tell them apart, so that
    /// "Pages Visited" is `pages_visited`.
    public static func same(_ name: String, _ other: String) -> Bool { key(name) == key(other) }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != " " } }
}
