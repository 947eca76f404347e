extension HeldOutPhrases {
    /// Deletions, questions, talk and what is not about the CRM.
    static let asking = #"""
        DELETE asks
          delete Mike Wilson
          remove the contact Mike Wilson
          please delete lead Brightwater
          delete Helen
          get rid of the Fabrikam deal
        DELETE asks
          delete lead 1
          delete it
          delete the last one
        DELETE safe
          delete my account
          remove Tom from the meeting
          remove the discount
          erase all of Helen's data
          delete Brightwater and Cobalt Robotics
          delete all leads
          delete everything
          do not delete Mike Wilson
          don't remove helen
          delete the thing
          never delete Mike Wilson
          delete leads from Contoso
        LIST_RECORDS ready
          show me my leads
          show hot leads
          what deals close this month
          which leads came from linkedin
          leads from last week
          deals over 50k
          show leads with a score over 80
          list contacts at Globex
          show my open deals
          show leads not from linkedin
          show customers in Oslo
          show me deals closing before friday
          overdue tasks
          leads created since Monday
          leads from the last two weeks
          top 5 leads
          show won deals
        SHOW_TASKS ready
          tasks due today
        SHOW_AGENDA ready
          what's on for tomorrow
          meetings this week
          what meetings do I have on thursday
        COUNT_RECORDS ready
          how many open deals do we have
        LIST_RECORDS ready {"type":"customer","filters":{"renewal":{"from":"2027-01-01T00:00","until":"2027-02-01T00:00"}}}
          show customers with renewal in January
          customers renewing in January
        LIST_RECORDS safe
          show leads without email
          show leads that like cheese
        SHOW_RECORD ready
          open Helen Marsh
          who is Helen Marsh
          show me Aldgate Optics
          pull up the Acme renewal
          tell me about Nordlys Energi
          show lead 2
        SHOW_HISTORY ready
          timeline of Brightwater
        SHOW_FIELD ready
          email of Helen Marsh
          what is Sarah's phone number
        SHOW_SCORE ready
          what is the score of Brightwater
          why is Brightwater hot
          how likely is Brightwater to convert
        SHOW_RISK ready
          which customers are at risk
          who is about to churn
          at risk customers
        SEARCH ready
          search for Aldgate
          find Helen
          look up Contoso
        UNDO ready {}
          undo
          undo that
          take that back
        UNKNOWN unknown
          buy milk tomorrow
          what is the weather in Oslo
          play some jazz
          turn off the lights
          book a flight to Paris
          order two pizzas for tonight
          how old is the universe
          translate hello to french
          set an alarm for 7
          who won the football match yesterday
          my phone is lost
          what time is it
          tell me a joke
          buy 100 shares of apple
          I lost my keys
          the meeting was long
          asdf qwer zxcv
          nice weather today
          lock the front door
          what is 5 plus 7
          send flowers to my wife
          wash the car on saturday
        """#
}
