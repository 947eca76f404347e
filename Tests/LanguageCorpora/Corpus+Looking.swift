extension Corpus {
    /// Lists with names of their own, fields, histories and what to do next.
    static let looking = meanings(
        #"""
        COUNT_RECORDS ready {"type":"deal","filters":{"stage":"open"}}
          How many open deals do we have
          how many open deals are there
          how many deals are open
          count the open deals
          count open deals
          um how many open deals do we have
          so how many open deals are there
          how many open opportunities do we have
          what is the number of open deals
          number of open deals
          uh count all open deals
          please count the open deals
        SHOW_TASKS ready {"owner":"Maria Lund"}
          Show my tasks
          list my tasks
          what are my tasks
          my tasks
          um show me my tasks
          show my to do list
        SHOW_TASKS ready {"range":{"from":"2026-03-03T00:00","until":"2026-03-04T00:00"}}
          tasks due today
          what do i have to do today
          what is due today
          show the tasks for today
          uh what tasks are due today
          so what should i do today
        SHOW_AGENDA ready {"range":{"from":"2026-03-04T00:00","until":"2026-03-05T00:00"}}
          What is on the calendar tomorrow
          what's on for tomorrow
          meetings tomorrow
          what meetings do i have tomorrow
          agenda for tomorrow
          show the agenda for tomorrow
          um what do i have on tomorrow
          uh what does tomorrow look like
          who am i meeting tomorrow
          so what meetings do i have tomorrow
        SHOW_AGENDA ready {"owner":"Maria Lund"}
          show my agenda
          my calendar
          um show me my meetings
        SHOW_PIPELINE ready {"owner":"Maria Lund"}
          Show my pipeline
          how is my pipeline looking
          my pipeline
          um show me my pipeline
          list my pipeline
          what does my pipeline look like
        SHOW_PIPELINE ready {}
          show the pipeline
          how is the pipeline
          pipeline
          so how does the pipeline look
        SHOW_PIPELINE ready {"owner":"Peter Olsen"}
          show the pipeline of Peter
          show peter's pipeline
        SHOW_STALE ready {"type":"lead","since":"2026-02-17","filters":{}}
          Show leads not touched for two weeks
          leads not contacted for two weeks
          which leads have we not touched for two weeks
          leads without contact for two weeks
          um show me leads not touched for two weeks
          show stale leads for two weeks
          which leads have we neglected for two weeks
          uh leads with no activity for two weeks
          list leads untouched for two weeks
          leads gone quiet for two weeks
          show neglected leads for 14 days
          so which leads have we not contacted for two weeks
        SHOW_FIELD ready {"record":"Helen Marsh","field":"phone"}
          What is Helen Marsh's phone number
          what's helen marsh's number
          phone number of Helen Marsh
          show me the phone of helen marsh
          give me helen marsh's mobile number
          um what's the phone number of helen marsh
          tell me Helen Marsh's phone number
        SHOW_FIELD ready {"record":"Acme renewal","field":"amount"}
          what is the amount of Acme renewal
          how much is the Acme deal worth
          uh what's the value of the acme deal
        SHOW_FIELD ready {"record":"Acme renewal","field":"owner"}
          who owns the Acme deal
          um who is responsible for the acme deal
        SHOW_FIELD ready {"record":"Acme renewal","field":"close_date"}
          when does the Acme deal close
          when is the close date of the acme deal
          what is the close date of Acme renewal
        LIST_RECORDS ready {"type":"lead","filters":{},"sort":"score","order":"desc","limit":5}
          top 5 leads by score
          um the top five leads by score please
        SHOW_HISTORY ready {"record":"Brightwater"}
          Show the history of Brightwater
          timeline of Brightwater
          show the timeline of brightwater
          brightwater history
          what happened with Brightwater
          um show me the history of brightwater
          uh what happened with brightwater
          show me brightwater's history
          what did we do with Brightwater
          history of brightwater
        SHOW_HISTORY ready {"record":"Brightwater","range":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"}}
          what happened with Brightwater last month
          so what happened with brightwater last month
        NEXT_ACTION ready {}
          What should I do next
          what next should i do
          what's next
          what is my next best action
          who should i call next
          um what should i do next
          so who should i call next
          what now
          what should i focus on today
          where should i start
        NEXT_ACTION ready {"record":"Brightwater"}
          Next step for Brightwater
          what is the next step for brightwater
          what should i do next with brightwater
          um what's the next best action for brightwater
        """#)
}
