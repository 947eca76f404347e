struct Grammar: Sendable {
    let help: [HelpEntry] = []
    init(files: [GrammarFile]) throws(GrammarError) {}
}
struct GrammarFile: Sendable {
    static let builtIn: [GrammarFile] = []
}
