extension Corpus {
    /// Amounts, days, chances and ends of sales.
    static let deals = meanings(
        #"""
        SET_DEAL_AMOUNT confirm {"deal":"Acme renewal","amount":50000}
          Set the amount of Acme renewal to 50k
          change the value of the Acme deal to 50,000
          update Acme renewal's amount to 50k
          set acme renewal to 50k
          the Acme deal is now worth 50k
          Acme renewal amount is now 50000
          um set the acme renewal to fifty thousand
          can you change the acme deal to fifty thousand please
          so the acme renewal is worth fifty thousand now
          set the size of the Acme renewal deal to 50k
          raise the Acme deal to 50k
          make the acme renewal amount fifty thousand
        SET_DEAL_AMOUNT confirm {"deal":"Contoso licences","amount":12500,"currency":"USD"}
          set the amount of Contoso licences to $12,500
          change the Contoso deal to 12,500 dollars
          set contoso licences to twelve thousand five hundred dollars
        SET_DEAL_AMOUNT confirm {"deal":"Contoso licences","percent_delta":10}
          raise the Contoso deal by 10%
          increase the amount of Contoso licences by 10 percent
          bump contoso licences up by ten percent
          uh increase the contoso deal by ten percent
        SET_DEAL_AMOUNT confirm {"deal":"Contoso licences","amount_delta":-5000}
          reduce the Contoso deal by 5k
          lower the amount of Contoso licences by 5000
          cut contoso licences by five thousand
          take 5k off the Contoso deal
        SET_DEAL_AMOUNT clarify {"deal":"Contoso licences"}
          change the amount of Contoso licences
        SET_CLOSE_DATE ready {"deal":"Acme renewal","date":"2026-06-30"}
          Set the close date of Acme renewal to 30 June
          set the closing date of the Acme deal to June 30th
          change Acme renewal's close date to 30 June 2026
          move the close date of Acme renewal to end of June
          Acme renewal closes on 30 June
          the Acme deal will close in June
          acme renewal's close date is now june 30
          um the acme renewal should close by the end of june
          so push the acme deal out to june thirtieth
          expect the Acme deal to close on 30 June
          change the acme renewal close date to june thirtieth
          please set the expected close date of the acme deal to 30 june
        SET_CLOSE_DATE ready {"deal":"Fabrikam fleet","date":"2026-03-13"}
          the fabrikam deal closes next friday
          move the close date of Fabrikam fleet to next Friday
          uh push the fabrikam deal back to next friday
        SET_CLOSE_DATE clarify {"deal":"Fabrikam fleet"}
          change the close date of Fabrikam fleet
        SET_PROBABILITY ready {"deal":"Initech rollout","percent":60}
          Set the probability of Initech rollout to 60%
          set the probability of the Initech deal to 60
          change Initech rollout's probability to 60 percent
          Initech rollout is at 60%
          the Initech deal is 60% likely
          set initech rollout to 60%
          the chance of Initech rollout is 60 percent
          um the initech deal is sixty percent likely
          put initech rollout at sixty percent
          update the win probability of the initech deal to sixty percent
          give Initech rollout a 60% chance
          initech rollout's probability is now sixty percent
          we have a sixty percent chance of winning the initech deal
        WIN_DEAL ready {"deal":"Acme renewal"}
          We won the Acme deal
          we won acme renewal
          i just won the Acme deal
          we closed the acme deal
          we have won the deal with Acme Nordic
          win the acme deal
          um we just won the acme renewal
          yeah so we landed the acme deal
          we signed acme renewal
          they signed the acme contract
          the acme contract is signed
          hey we got the acme deal
        WIN_DEAL ready {"deal":"Acme renewal","amount":48000}
          we won the Acme deal for 48k
          win Acme renewal for 48,000
          mark the Acme deal as won for 48k
          so mark acme renewal as won at forty eight thousand
          um we just closed acme renewal at forty eight thousand
        WIN_DEAL ready {"deal":"Acme renewal","date":"2026-03-02"}
          we won the Acme deal yesterday
          we signed acme renewal on monday
        LOSE_DEAL ready {"deal":"Contoso licences"}
          We lost the Contoso deal
          we just lost contoso licences
          i lost the Contoso deal
          the Contoso deal fell through
          we have lost the deal with Contoso
          lose the Contoso deal
          um we lost the contoso licences deal
          yeah we lost contoso licences
        LOSE_DEAL ready {"deal":"Contoso licences","reason":"they had no budget"}
          we lost the Contoso deal because they had no budget
          lost contoso licences, they had no budget
          mark the Contoso deal as lost because they had no budget
          we just lost the contoso deal because they had no budget
        LOSE_DEAL ready {"deal":"Contoso licences","competitor":"Globex"}
          we lost the Contoso deal to Globex
          lost contoso licences to globex
          contoso licences went to Globex
          the contoso deal chose globex
        REOPEN_DEAL ready {"deal":"Fabrikam fleet"}
          Reopen the Fabrikam deal
          reopen Fabrikam fleet
          please reopen the deal with Fabrikam
          open the Fabrikam deal again
          revive fabrikam fleet
          bring back the fabrikam deal
          um reopen the fabrikam deal please
          the fabrikam deal is back on
          put fabrikam fleet back in play
        REOPEN_DEAL ready {"deal":"Fabrikam fleet","stage":"negotiation"}
          reopen the Fabrikam deal in negotiation
          reopen fabrikam fleet at stage negotiation
          um reopen the fabrikam deal into negotiation
        """#)
}
