extension Corpus {
    /// More wordings of the commands that had few, many as they are spoken.
    static let more = meanings(
        #"""
        DISQUALIFY_LEAD ready {"lead":"Delta Foods GmbH"}
          disqualify Delta Foods
          mark delta foods as dead
          um disqualify delta foods
          delta foods is not a fit
          set delta foods to disqualified
          uh mark delta foods as junk
          so delta foods is a bad fit
          please disqualify the lead Delta Foods
          uh so delta foods is junk
        CREATE_DEAL ready {"company":"Globex","amount":25000}
          create a deal with Globex worth 25k
          new deal with globex for 25,000
          um add a deal for globex worth twenty five thousand
          uh create a twenty five thousand deal with globex
          open an opportunity with Globex worth 25k
          new opportunity for Globex, 25k
          so set up a deal with globex for twenty five thousand
          add a 25k deal with globex
        UPDATE_LEAD ready {"lead":"Cobalt Robotics","field":"status","value":"qualified"}
          qualify Cobalt Robotics
          um mark cobalt robotics as qualified
          uh set cobalt robotics to qualified
          so change the status of cobalt robotics to qualified
        CREATE_TASK ready {"subject":"Call John Smith","due":"2026-03-04T09:00","related":"John Smith"}
          um call John Smith tomorrow at nine
          uh add a task to call John Smith tomorrow at nine
          so create a task to call John Smith tomorrow at nine
          to do: call John Smith tomorrow at 9
          task: call John Smith tomorrow at 9
        COMPLETE_TASK ready {"task":"Call John Smith"}
          complete the task call John Smith
          mark the task call john smith as done
          um tick off call john smith
          the task call john smith is done
          uh i finished the task call john smith
          check off call John Smith
          so mark call john smith as done
        UNDO ready {}
          um undo that please
          uh take that back
          roll back the last change
          oops
          so undo the last step
        REDO ready {}
          redo it
          um redo that
          uh redo the last change
          redo please
          bring it back
          do that again
          so redo the last action
          put it back again
          redo the last step
        CONFIRM ready {}
          yeah do it
          um yes
          that's right
          ok go ahead
        REJECT ready {}
          um no
          no thanks
          uh no please
          wrong
          keep it
        HELP ready {}
          um help
          uh what can i say
          which commands are there
          show help
          i am stuck
          i need help
          so what can you do
        SHOW_PIPELINE ready {}
          um how is the pipeline
        SEARCH ready {"text":"Daniel Kim"}
          uh look up daniel kim
        """#)
}
