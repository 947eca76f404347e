import HarkCore

extension Corpus {
    /// Making and changing leads, contacts and deals.
    static let creating: [Meaning] = [
        Meaning(
            .createLead, .ready, #"{"company":"Nordic Steel"}"#,
            [
                "Add a new lead from Nordic Steel",
                "add new lead from Nordic Steel",
                "create a lead for Nordic Steel",
                "new lead Nordic Steel",
                "new lead: Nordic Steel",
                "please add Nordic Steel as a lead",
                "um can you add a lead for Nordic Steel please",
                "I'd like you to create a new lead from Nordic Steel",
                "we have a new lead from Nordic Steel",
                "we got a new lead from Nordic Steel",
                "put Nordic Steel in as a lead",
                "Nordic Steel is a new lead",
                "register a lead called Nordic Steel",
                "i just met someone from Nordic Steel please add them as a lead",
                "log a new lead for Nordic Steel",
                "enter a new lead named Nordic Steel",
                "could you save a lead from Nordic Steel",
            ]),
        Meaning(
            .createContact, .ready, #"{"person":"Emily Davis","company":"Northwind Traders"}"#,
            [
                "Add a new contact named Emily Davis from Northwind Traders",
                "add contact Emily Davis from Northwind Traders",
                "create a contact called Emily Davis at Northwind Traders",
                "new contact Emily Davis from Northwind Traders",
                "new contact: Emily Davis, Northwind Traders",
                "add Emily Davis from Northwind Traders to my contacts",
                "add Emily Davis at Northwind Traders as a contact",
                "please create a new contact Emily Davis who works at Northwind Traders",
                "could you add a person named Emily Davis of Northwind Traders",
                "register contact Emily Davis at Northwind Traders",
                "save a new contact named Emily Davis with Northwind Traders",
                "um add a contact Emily Davis working for Northwind Traders",
                "I want to add a new contact named Emily Davis from Northwind Traders",
                "make a contact for Emily Davis at Northwind Traders",
                "enter a new contact Emily Davis, company Northwind Traders",
            ]),
        Meaning(
            .updateDeal, .ready, #"{"deal":"Acme renewal","stage":"won"}"#,
            [
                "Move the Acme deal to closed won",
                "update the Acme deal to closed won",
                "set acme deal stage to won",
                "change the status of the acme deal to closed won",
                "put the acme renewal in closed won",
                "update deal acme status to won",
                "could you please mark the acme renewal deal as closed won",
                "set the stage of the Acme deal to won",
                "um move acme renewal to won",
            ]),
        Meaning(
            .winDeal, .ready, #"{"deal":"Acme renewal"}"#,
            [
                "mark the acme deal as won",
                "the acme deal is won",
                "close the Acme deal as won",
                "acme deal is now won",
            ]),
        Meaning(
            .updateLead, .ready, #"{"lead":"Cobalt Robotics","field":"status","value":"contacted"}"#,
            [
                "mark cobalt robotics as contacted",
                "set cobalt robotics to contacted",
                "update lead cobalt robotics to contacted",
                "change the status of cobalt robotics to contacted",
                "the lead cobalt robotics has been contacted",
                "please mark the lead Cobalt Robotics as contacted",
            ]),
        Meaning(
            .updateLead, .ready, #"{"lead":"Cobalt Robotics","field":"email","value":"h.marsh@aldgate.co.uk"}"#,
            [
                "set the email of Cobalt Robotics to h.marsh@aldgate.co.uk",
                "cobalt robotics's email is h.marsh@aldgate.co.uk",
                "change the email address of cobalt robotics to h dot marsh at aldgate dot co dot uk",
            ]),
        Meaning(
            .disqualifyLead, .ready, #"{"lead":"Delta Foods GmbH","reason":"they have no budget"}"#,
            [
                "disqualify Delta Foods because they have no budget",
                "disqualify delta foods: they have no budget",
                "mark delta foods as disqualified because they have no budget",
            ]),
        Meaning(
            .createDeal, .ready, #"{"company":"Globex","amount":25000,"close_date":"2026-06-30"}"#,
            [
                "create a deal with Globex worth 25k closing end of june",
                "new deal with globex for 25k closing end of June",
                "add a deal for Globex at 25,000 closing by the end of june",
                "open a new opportunity with globex worth twenty five thousand, close date 30 June",
                "add a 25k deal with globex closing on june 30th",
            ]),
    ]
}
