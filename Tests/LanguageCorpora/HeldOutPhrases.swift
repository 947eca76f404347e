/// Everyday phrases written without a look at the templates. What they showed wrong was mended, so that their count
/// is the best to be hoped for on phrases never seen.
///
/// Each block is a command type, an outcome and, for what should simply run, the entities; then its wordings.
/// `ready` runs, `asks` wants an answer first, `refused` and `unknown` do nothing, and `safe` may be anything that
/// writes nothing unasked.
package enum HeldOutPhrases {
    package static let text = #"""
        CREATE_LEAD ready {"company":"Foo Ltd"}
          add lead Foo Ltd
          new lead: Foo Ltd
          please put Foo Ltd in as a new lead
          I've got a new lead, Foo Ltd
          could you create a lead for Foo Ltd
          there is a new lead called Foo Ltd
        CREATE_LEAD ready {"company":"Foo Ltd","source":"referral"}
          add Foo Ltd as a lead, source referral
          got a new lead from a referral: Foo Ltd
          new lead Foo Ltd via referral
          Foo Ltd is a new lead, came by word of mouth
        CREATE_LEAD ready {"company":"Foo Ltd","person":"Jane Doe","email":"jane@foo.com","phone":"01514960000"}
          add lead Jane Doe, Foo Ltd, 0151 496 0000, jane@foo.com
          add lead Jane Doe from Foo Ltd, phone 0151 496 0000, email jane@foo.com
          new lead Foo Ltd, contact Jane Doe, jane@foo.com, 0151 496 0000
        CREATE_LEAD ready {"company":"Foo Ltd","person":"Jane Doe"}
          add lead Jane Doe, Foo Ltd
          add lead Jane Doe at Foo Ltd
          new lead: Jane Doe (Foo Ltd)
          create a lead for Jane Doe who works at Foo Ltd
        CREATE_LEAD ready {"company":"Foo Ltd","amount":20000}
          new lead Foo Ltd worth 20k
          add a 20k lead from Foo Ltd
          add Foo Ltd as a lead worth about 20,000
        CREATE_LEAD asks
          add lead ABC tomorrow
          add a lead for ABC next week
          new lead ABC friday
          create a lead from Foo Ltd on Monday
          add a lead
          add lead Brightwater
          new lead Foo Ltd and then ring the bell twice
        CREATE_LEAD ready {"company":"Foo Ltd","owner":"Peter Olsen"}
          add lead Foo Ltd for Peter
        CREATE_LEAD asks
          create lead Foo Ltd urgent
          add lead Foo Ltd again
          add new lead Foo Ltd in Manchester
          add lead for Foo Ltd at 3
          add lead 5
          add a lead from Foo Ltd they make boats
          new lead Foo Ltd call Friday
          add lead: jane@foo.com
        CREATE_LEAD safe
          add two leads Foo Ltd and Bar Ltd
          add leads Foo Ltd and Bar Ltd
        CREATE_CONTACT asks
          add contact Jane Doe with a k
        CREATE_CONTACT ready {"person":"Jane Doe","company":"Foo Ltd"}
          add contact Jane Doe at Foo Ltd
          save Jane Doe from Foo Ltd as a contact
          new contact: Jane Doe, Foo Ltd
        CREATE_CONTACT ready {"person":"Jane Doe","email":"jane@foo.com"}
          add a contact Jane Doe with email jane@foo.com
          create contact Jane Doe jane@foo.com
        CREATE_CONTACT asks
          add contact Jane Doe tomorrow
          add a new contact Helen Marsh
          new contact
        CREATE_DEAL ready {"company":"Contoso","amount":5000}
          create a deal with Contoso for 5000
          new 5k deal with Contoso
          open a deal for Contoso, value 5k
        CREATE_DEAL ready {"company":"Contoso","amount":5000,"currency":"EUR","close_date":"2026-03-31"}
          add a deal with Contoso worth €5,000 closing at the end of the month
          create a deal for Contoso for 5000 euros expected to close on 31 March
        CREATE_DEAL asks
          create a deal
          create a deal with Contoso tomorrow
          new deal with Umbrella Corp for 5000
        UPDATE_DEAL ready {"deal":"Acme renewal","stage":"negotiation"}
          move Acme renewal to negotiation
          Acme renewal is in negotiation now
          put the acme renewal deal into negotiation
        WIN_DEAL ready {"deal":"Fabrikam fleet"}
          mark Fabrikam fleet as won
        UPDATE_DEAL ready {"deal":"Fabrikam fleet","stage":"won"}
          Fabrikam fleet: closed won
        WIN_DEAL ready {"deal":"Fabrikam fleet"}
          we won Fabrikam fleet
          great news, we just won the Fabrikam deal
        LOSE_DEAL ready {"deal":"Acme renewal"}
          lost Acme renewal to a competitor
        LOSE_DEAL ready {"deal":"Initech rollout"}
          we lost the Initech deal
        LOSE_DEAL ready {"deal":"Initech rollout"}
          Initech rollout is lost
          mark the initech rollout as lost
        UPDATE_DEAL safe
          we won the Fabrikam deal tomorrow
          move the deal to proposal
          did we win the Fabrikam deal
          we almost won the Fabrikam deal
          we might lose the Initech deal
          if we win the Fabrikam deal call Tom
          we won the Fabrikam deal but lost the Initech deal
          move Acme renewal to negotiation next week
          we nearly lost the Initech deal
          do not mark Fabrikam as won
          move everything to won
          move Acme renewal and Initech rollout to proposal
        UPDATE_DEAL ready {"deal":"Acme renewal","stage":"won"}
          move the Acme deal from proposal to won
        UPDATE_DEAL safe
          move it to won
          move Acme to proposal or negotiation
          close the deal
          close the Acme deal
          set Acme renewal to 50k
        UPDATE_LEAD ready {"lead":"Brightwater","field":"status","value":"contacted"}
          mark Brightwater as contacted
          Brightwater has been contacted
          set status of Brightwater to contacted
        UPDATE_LEAD safe
          mark Brightwater as as contacted tomorrow
          mark Brightwater as interesting
          set Brightwater to purple
          mark all leads as contacted
          mark Brightwater and Cobalt Robotics as contacted
          assign Brightwater to Peter
          change the email of Brightwater
        DISQUALIFY_LEAD ready {"lead":"Brightwater","reason":"they have no budget"}
          disqualify Brightwater because they have no budget
          drop the lead Brightwater, they have no budget
        SCHEDULE_MEETING ready {"attendees":["Helen Marsh"],"start":"2026-03-04T15:00","duration_min":30}
          meet Helen Marsh tomorrow at 3
          schedule a meeting with Helen Marsh tomorrow at 3pm
          book Helen Marsh in for a meeting tomorrow at 15:00
          can you set something up with Helen Marsh tomorrow at 3 pm
          meeting tomorrow 3pm with helen marsh
        SCHEDULE_MEETING ready {"attendees":["Helen Marsh"],"start":"2026-03-05T14:00","duration_min":120}
          meeting with Helen Marsh Thursday 2-4
          schedule a two hour meeting with Helen Marsh on Thursday at 2pm
          book helen marsh thursday from 2 to 4 pm for a meeting
        SCHEDULE_MEETING ready {"attendees":["Sarah Johnson","Mike Wilson"],"start":"2026-03-04T10:00","duration_min":30}
          meeting with Sarah and Mike tomorrow at 10
          meet Sarah and Mike tomorrow at ten
        SCHEDULE_MEETING ready {"attendees":["Tom Anderson"],"start":"2026-03-06T12:00","duration_min":30,"place":"Maemo"}
          lunch with Tom Anderson at noon on Friday at Maemo
        SCHEDULE_MEETING asks
          schedule a meeting with Tom Anderson tomorrow at 3 about pricing and invite Sarah
          meeting with Tom Anderson tomorrow at 25
          meeting with Tom Anderson on 31 February at 10
          meet me tomorrow at 3
          meeting tomorrow
        SCHEDULE_MEETING safe
          cancel my meetings tomorrow
          meeting with Tom Anderson tomorrow at 3 or 4
        CANCEL_ACTIVITY ready {"activity":"Meeting with Tom Anderson"}
          cancel the meeting with Tom Anderson
        RESCHEDULE_ACTIVITY ready {"activity":"Meeting with Tom Anderson","to":"2026-03-06T15:00"}
          move the meeting with Tom Anderson to Friday
        SCHEDULE_MEETING asks
          schedule a meeting with Tom Anderson every Monday at 9
          set up a weekly meeting with Tom Anderson on Mondays at 9am
        SCHEDULE_MEETING asks
          schedule a meeting tomorrow at 3
          book a meeting with Helen tomorrow at 3
          meeting with Helen Marsh
          schedule a meeting
          meeting with Zebulon Quark tomorrow at 3
          schedule a meeting with Helen Marsh next week
          schedule a meeting with Helen Marsh yesterday at 3pm
          schedule a meeting with Helen Marsh and the new guy from Pluto tomorrow at 3pm
        LOG_MEETING ready {"contact":"Tom Anderson","when":"2026-03-02"}
          had a meeting with Tom Anderson yesterday
        SET_REMINDER ready {"subject":"Send Helen the brochure","at":"2026-03-06T09:00"}
          remind me to send Helen the brochure on Friday
          remind me on friday to send Helen the brochure
        CREATE_TASK ready {"subject":"Send Helen the brochure","due":"2026-03-06"}
          add a task: send Helen the brochure friday
          task send Helen the brochure, due friday
        CREATE_TASK ready {"subject":"Call Tom Anderson","due":"2026-03-04T10:30","related":"Tom Anderson"}
          call Tom Anderson tomorrow at half past ten
        SET_REMINDER ready {"subject":"Call Tom Anderson","at":"2026-03-04T10:30","related":"Tom Anderson"}
          remind me to call Tom Anderson tomorrow at 10:30
          add a reminder to call Tom Anderson tomorrow half past ten
        SET_REMINDER asks
          remind me to call Tom Anderson every Monday at 9
          remind me every monday at 9am to call Tom Anderson
        CREATE_TASK safe
          call her tomorrow
          remind me
          add a task
          email Zebulon Quark about the invoice
        LOG_CALL ready {"contact":"Helen Marsh"}
          I just called Helen Marsh
          log a call with Helen Marsh
          just spoke to helen marsh
        LOG_CALL ready {"contact":"Helen Marsh","duration_min":15,"outcome":"interested"}
          called Helen Marsh for 15 minutes, she is interested
          spoke to Helen Marsh for 15 min, she was interested
        LOG_CALL safe
          I have not called Helen Marsh
          did I call Helen Marsh
          log a call with Helen
          log a call with Zebulon Quark
        ADD_NOTE asks
          add a note that they want a discount to Acme Nordic
        ADD_NOTE ready {"record":"Acme Nordic AS","text":"they want a discount"}
          note on Acme Nordic: they want a discount
          add a note to Acme Nordic that they want a discount
          add a note for acme nordic saying they want a discount
        ADD_NOTE ready {"record":"Helen Marsh","text":"show leads"}
          note on Helen Marsh: show leads
          add a note to Helen Marsh: show leads
        ADD_NOTE ready {"record":"Acme renewal","text":"they asked for a discount"}
          add note to the Acme deal: they asked for a discount
        LOG_CALL asks
          called Tom Anderson tomorrow
          called Tom Anderson twice
          spoke with Tom Anderson and Sarah Johnson
        LOG_CALL ready {"contact":"Tom Anderson","outcome":"no answer"}
          called Tom Anderson, no answer
        CREATE_TASK ready {"subject":"Follow up with Brightwater","due":"2026-03-17","related":"Brightwater"}
          follow up with Brightwater in two weeks
        CREATE_TASK safe
          follow up with everyone
          call the bank tomorrow
          remind me tomorrow
        ADD_NOTE safe
          add a note
          add a note to Helen Marsh
          add a note that the price is too high to Zebulon Quark
        COMPLETE_TASK ready {"task":"Call John Smith"}
          mark task call john smith as done
          I finished the task call John Smith
        """# + "\n" + asking
}
