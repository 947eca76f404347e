extension Corpus {
    /// Customers' tickets.
    static let tickets = meanings(
        #"""
        CREATE_TICKET ready {"customer":"Nordlys Energi","subject":"The login is broken"}
          Open a ticket for Nordlys Energi: the login is broken
          create a ticket for nordlys energi about the login is broken
          log a support ticket for Nordlys Energi: the login is broken
          new ticket for Nordlys Energi: the login is broken
          Nordlys Energi reports that the login is broken
          um nordlys energi complained that the login is broken
          raise a ticket for nordlys energi because the login is broken
          nordlys energi reported the login is broken
          please open a support case for nordlys energi, the login is broken
          ticket for Nordlys Energi: the login is broken
        CREATE_TICKET ready {"customer":"Nordlys Energi","subject":"The login is broken","priority":"urgent"}
          open an urgent ticket for Nordlys Energi: the login is broken
          um raise an urgent ticket for nordlys energi saying the login is broken
          open a ticket for Nordlys Energi: the login is broken, priority urgent
        CREATE_TICKET clarify {"customer":"Nordlys Energi"}
          open a ticket for Nordlys Energi
        UPDATE_TICKET ready {"ticket":"Invoice missing","field":"priority","value":"high"}
          Set ticket 2 to high priority
          set the priority of ticket 2 to high
          make ticket number two high priority
          mark ticket two as high priority
          change the Havn Seafood ticket to high
          um set ticket two to high please
          raise ticket 2 to high
          ticket 2 is high priority
        UPDATE_TICKET ready {"ticket":"Invoice missing","field":"priority","value":"urgent"}
          escalate the Havn Seafood ticket
          um escalate ticket two
        UPDATE_TICKET ready {"ticket":"Slow reports","field":"status","value":"pending"}
          set ticket 7 to pending
          put ticket seven on hold
          mark ticket 7 as pending
        UPDATE_TICKET clarify {"ticket":"fjell telecom","field":"priority","value":"urgent"}
          escalate the fjell telecom ticket
        CLOSE_TICKET ready {"ticket":"Login broken"}
          Close ticket 1
          resolve the Nordlys ticket
          close the ticket of Nordlys Energi
          ticket 1 is solved
          mark ticket 1 as closed
          um close ticket number one please
          the nordlys energi ticket has been resolved
          we fixed ticket one
          i solved ticket 1
          ticket number one is done
        CLOSE_TICKET ready {"ticket":"Login broken","resolution":"the password was reset"}
          close ticket 1: the password was reset
          um close ticket one because the password was reset
          resolve ticket 1, the password was reset
        """#)
}
