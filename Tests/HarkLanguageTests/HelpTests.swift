import HarkLanguage
import Testing

struct HelpTests {
    @Test func grammarLoads() throws { _ = try PhraseReader() }
}
