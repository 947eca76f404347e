import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// The six commands of the original system, whole and to the letter.
struct OriginalSixTests {
    static let actions: [(String, String)] = [
        (
            "Add a new lead from ABC Corporation",
            """
            {"command_type":"CREATE_LEAD","entities":{"company":"ABC Corporation"},"confidence":0.96,\
            "raw_text":"Add a new lead from ABC Corporation","api_call":"POST /api/leads",\
            "payload":{"company":"ABC Corporation","source":"typed","status":"new"},"status":"ready"}
            """
        ),
        (
            "Add a new contact named Emily Davis from Northwind Traders",
            """
            {"command_type":"CREATE_CONTACT","entities":{"person":"Emily Davis","company":"Northwind Traders"},\
            "confidence":0.93,"raw_text":"Add a new contact named Emily Davis from Northwind Traders",\
            "api_call":"POST /api/contacts","payload":{"name":"Emily Davis","company":"Northwind Traders"},\
            "status":"ready"}
            """
        ),
        (
            "Schedule meeting with Sarah tomorrow at 2 PM",
            """
            {"command_type":"SCHEDULE_MEETING","entities":{"attendees":["Sarah Johnson"],"start":"2026-03-04T14:00",\
            "duration_min":30},"confidence":0.97,"raw_text":"Schedule meeting with Sarah tomorrow at 2 PM",\
            "api_call":"POST /api/meetings","payload":{"attendees":[{"contact_id":1}],"start":"2026-03-04T14:00",\
            "duration_min":30,"source":"typed"},"status":"ready","links":{"attendees":[{"type":"contact","id":1,\
            "name":"Sarah Johnson","match":0.9}]}}
            """
        ),
        (
            "Update Acme deal status to closed won",
            """
            {"command_type":"UPDATE_DEAL","entities":{"deal":"Acme renewal","stage":"won"},"confidence":0.97,\
            "raw_text":"Update Acme deal status to closed won","api_call":"PUT /api/deals/1",\
            "payload":{"stage":"won"},"status":"ready","links":{"deal":[{"type":"deal","id":1,\
            "name":"Acme renewal","match":0.9}]}}
            """
        ),
        (
            "Find contact Daniel Kim",
            """
            {"command_type":"SEARCH","entities":{"type":"contact","text":"Daniel Kim"},"confidence":0.96,\
            "raw_text":"Find contact Daniel Kim","api_call":"GET /api/search",\
            "payload":{"type":"contact","text":"Daniel Kim"},"status":"ready"}
            """
        ),
        (
            "Delete contact named Mike Wilson",
            """
            {"command_type":"DELETE","entities":{"type":"contact","record":"Mike Wilson"},"confidence":0.97,\
            "raw_text":"Delete contact named Mike Wilson","api_call":"DELETE /api/contacts/2","payload":{},\
            "status":"confirm","question":"Delete contact Mike Wilson?","links":{"record":[{"type":"contact","id":2,\
            "name":"Mike Wilson","match":1}]}}
            """
        ),
    ]

    @Test(arguments: actions)
    func givesExactlyItsShape(_ phrase: String, _ json: String) throws {
        #expect(try Larkspur.reader().read(phrase, in: Larkspur.context()).map(\.json.compact) == [json])
    }

    @Test func asksWhichDealWhereNoneIsNamed() throws {
        let action = try Larkspur.reader().read("Update deal status to closed won", in: Larkspur.context())[0]
        #expect(action.status == .clarify)
        #expect(action.apiCall == "PUT /api/deals/{id}")
        #expect(action.payload.compact == #"{"stage":"won"}"#)
        #expect(action.missing == ["deal"])
    }
}
