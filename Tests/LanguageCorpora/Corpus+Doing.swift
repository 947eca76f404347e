extension Corpus {
    /// Reminders, calls, e-mails and meetings that were held.
    static let doing = meanings(
        #"""
        SET_REMINDER ready {"subject":"Call John Smith","at":"2026-03-04T09:00","related":"John Smith"}
          Remind me to call John Smith tomorrow at 9 AM
          remind me tomorrow at 9 to call John Smith
          don't let me forget to call John Smith tomorrow at 9
          please remind me to call John Smith tomorrow at nine
          set a reminder to call John Smith tomorrow at 9 AM
          don't forget to call John Smith tomorrow at 9
          add a reminder to call John Smith tomorrow at 9 in the morning
          hey could you remind me to call John Smith tomorrow at 9
          um remind me to call John Smith tomorrow at nine
          so set me a reminder to call John Smith tomorrow at nine
          uh remind me tomorrow at nine to call John Smith
        SET_REMINDER clarify {}
          set a reminder
        CALL_CONTACT ready {"contact":"Helen Marsh"}
          Call Helen Marsh
          ring helen marsh
          phone Helen Marsh
          give Helen Marsh a call
          dial helen marsh
          call helen marsh back
          um call helen marsh please
          uh give helen marsh a ring
          i want to call helen marsh
          call Helen Marsh on her mobile
          so could you call helen marsh
          get helen marsh on the phone
        LOG_MEETING ready {"contact":"Tom Anderson","duration_min":60}
          Log a meeting with Tom Anderson for an hour
          log a 60 minute meeting with Tom Anderson
          i met Tom Anderson for an hour
          had a meeting with tom anderson for an hour
          record a meeting with Tom Anderson, 60 minutes
          um log a meeting with tom anderson for one hour
          we just met with tom anderson for an hour
          uh i had a meeting with tom anderson for an hour
          save a meeting with Tom Anderson lasted 60 minutes
        LOG_MEETING ready {"contact":"Tom Anderson","when":"2026-03-02"}
          I met Tom Anderson yesterday
          had lunch with tom anderson yesterday
          so we visited tom anderson yesterday
        DRAFT_EMAIL ready {"recipient":"Helen Marsh","subject":"The offer"}
          Draft an email to Helen Marsh about the offer
          write an email to helen marsh about the offer
          email Helen Marsh about the offer
          compose an e-mail to Helen Marsh regarding the offer
          um write helen marsh an email about the offer
          send an email to helen marsh about the offer
          draft helen marsh a short email about the offer
          so draft an email to helen marsh about the offer
          prepare a mail to Helen Marsh about the offer
        DRAFT_EMAIL ready {"recipient":"Helen Marsh","body":"thanks for the call"}
          draft an email to Helen Marsh saying thanks for the call
          write an email to helen marsh saying thanks for the call
          um email helen marsh saying thanks for the call
        """#)
}
