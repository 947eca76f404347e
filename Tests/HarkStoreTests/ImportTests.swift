import HarkCore
import Testing

@testable import HarkStore

struct ImportTests {
    @Test func anImportIsTakenOutExceptWhatPeopleTouched() throws {
        let office = try Office()
        let run = try office.write { try $0.beginImport(fingerprint: "f00d", source: "leads.csv") }
        let ids = try office.write(run: run) { writing in
            let company = try writing.insert(Company(name: "Acme"))
            let contact = try writing.insert(Contact(name: "Liv", company: company))
            var lead = Lead("Acme")
            lead.company = company
            let ids = [
                try writing.insert(lead), try writing.insert(Lead("Globex")), try writing.insert(Lead("Initech")),
            ]
            for id in ids {
                let event = Event(subject: RecordReference(.lead, id.rawValue), kind: .pageVisit, at: noon)
                _ = try writing.insert(event)
            }
            _ = try writing.insert(
                Activity(kind: .meeting, subject: "Demo", attendees: [contact], at: noon, createdAt: noon))
            try writing.save(ids.map { Score(lead: $0, 0.5) })
            return ids
        }
        try office.write { try $0.finishImport(run, rows: 8, note: "2 refused") }
        #expect(try office.read { try $0.importRun(fingerprint: "f00d") }?.rows == 8)
        try office.write(.updateLead, "Qualified") { writing in
            var lead = try writing.reading.lead(ids[1])
            lead.status = .qualified
            try writing.update(lead)
        }
        try office.write(.addNote, "Note") { writing in
            _ = try writing.insert(
                Activity(
                    kind: .note, subject: "", body: "hi", related: RecordReference(.lead, ids[2].rawValue),
                    createdAt: noon))
        }
        let undone = try office.store.undoImport(run, office.request())
        #expect(undone.kept.map(\.name) == ["Globex", "Initech"])
        #expect(undone.keptCount == 2)
        #expect(undone.removed == 8)
        #expect(try office.leads() == ["Globex", "Initech"])
        #expect(try office.read { try $0.search("acme") } == [])
        #expect(try office.read { try $0.company(named: "acme") } == nil)
        #expect(try office.read { try $0.scores(of: RecordReference(.lead, ids[0].rawValue)) } == [])
        #expect(try office.read { try $0.importRuns() } == [])
        #expect(throws: StoreError.noImport(run)) { try office.store.undoImport(run, office.request()) }
    }

    @Test func companiesAreFoundWithoutCase() throws {
        let office = try Office()
        try office.write { writing in
            let first = try writing.findOrCreateCompany(named: "Ärzte AG")
            #expect(try writing.findOrCreateCompany(named: "ÄRZTE ag") == first)
            #expect(try writing.findOrCreateCompany(named: "Other") != first)
        }
    }

    @Test func fingerprintsAreSHA256() {
        var fingerprint = FileFingerprint()
        fingerprint.update(Array("ab".utf8))
        fingerprint.update(Array("c".utf8))
        #expect(fingerprint.text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
