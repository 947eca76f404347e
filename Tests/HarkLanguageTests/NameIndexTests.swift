import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

struct NameIndexTests {
    /// Names as typed or heard, and as the tenant spells them.
    static let heard: [(String, String)] = [
        ("ole", "Ole Berg"), ("ole burg", "Ole Berg"), ("bob chen", "Robert Chen"),
        ("all gate optics", "Aldgate Optics"),
        ("bright water", "Brightwater"), ("kevin obrien", "Kevin O'Brien"), ("jon smith", "John Smith"),
        ("havn seefood", "Havn Seafood"), ("delta foods", "Delta Foods GmbH"), ("nordlys", "Nordlys Energi"),
        ("cobolt robotics", "Cobalt Robotics"), ("p. patel", "Priya Patel"),
    ]

    @Test(arguments: heard)
    func findsNames(_ said: String, _ name: String) throws {
        let action = try Larkspur.reader().read("tell me about \(said)", in: Larkspur.context())[0]
        #expect(action.commandType == .showRecord)
        #expect(action.links.map(\.record.name) == [name])
    }

    @Test func forgetsWhatIsRemovedAndLearnsWhatIsNew() throws {
        let reader = try Larkspur.reader()
        var context = Larkspur.context()
        context.names.remove(RecordReference(.customer, 3))
        #expect(reader.read("open havn seafood", in: context)[0].command == nil)
        context.names.insert(NamedRecord(RecordReference(.customer, 9), name: "Skog Møbler"))
        #expect(reader.read("open skog mobler", in: context)[0].command == .show(RecordReference(.customer, 9)))
        context.names.insert(NamedRecord(RecordReference(.customer, 9), name: "Vest Bygg"))
        #expect(reader.read("open vest bygg", in: context)[0].command == .show(RecordReference(.customer, 9)))
        #expect(reader.read("open skog mobler", in: context)[0].command == nil)
        #expect(context.names.count == Larkspur.index.count)
    }

    @Test func restoresCapitalsOfNewNames() throws {
        let reader = try Larkspur.reader()
        for (said, name) in [
            ("nkt cables", "NKT Cables"), ("iPad Repairs", "iPad Repairs"), ("søren foss", "Søren Foss"),
        ] {
            let action = reader.read("add a new lead from \(said)", in: Larkspur.context())[0]
            #expect(action.entities["company"] == .string(name))
        }
    }
}
