extension Corpus {
    /// Planned work that is moved, put off or called off.
    static let agenda = meanings(
        #"""
        RESCHEDULE_ACTIVITY ready {"activity":"Meeting with Tom Anderson","to":"2026-03-06T10:00"}
          Move the meeting with Tom Anderson to Friday at 10
          reschedule my meeting with Tom to Friday at 10 am
          move the tom anderson meeting to friday at ten
          shift the meeting with Tom Anderson to Friday at 10
          um can you push the meeting with tom to friday at ten
          reschedule the meeting with tom anderson for friday at 10
          change the meeting with tom to friday at ten in the morning
          postpone the meeting with Tom Anderson until Friday at 10:00
          move tomorrow's meeting with Tom to Friday at 10
        RESCHEDULE_ACTIVITY ready {"activity":"Meeting with Tom Anderson","to":"2026-03-06T15:00"}
          move the meeting with Tom Anderson to Friday
          um push the meeting with tom to friday
        RESCHEDULE_ACTIVITY ready {"activity":"Meeting with Tom Anderson","to":"2026-03-04T16:00"}
          move the meeting with Tom to 4 pm
          push the meeting with tom anderson back by an hour
          um move the meeting with tom to four pm
        RESCHEDULE_ACTIVITY ready {"from":"2026-03-04T15:00","activity":"Meeting with Tom Anderson","to":"2026-03-05T15:00"}
          move my meeting tomorrow at 3 to Thursday
          uh move tomorrow's three o'clock meeting to thursday
        RESCHEDULE_ACTIVITY clarify {"activity":"Meeting with Tom Anderson"}
          reschedule the meeting with Tom Anderson
        CANCEL_ACTIVITY ready {"activity":"Meeting with Tom Anderson"}
          Cancel the meeting with Tom Anderson
          cancel my meeting with Tom
          call off the meeting with Tom Anderson
          cancel the tom anderson meeting
          please cancel the meeting with tom tomorrow
          um cancel the meeting with tom please
          the meeting with Tom is off
          the meeting with tom anderson has been cancelled
          tom cancelled the meeting
          drop the meeting with tom anderson
        CANCEL_ACTIVITY ready {"activity":"Demo with Laura Martinez"}
          cancel the demo
          call off the demo with Laura
          uh cancel the demo on thursday with laura martinez
        CANCEL_ACTIVITY ready {"from":"2026-03-04","activity":"Meeting with Tom Anderson"}
          cancel tomorrow's meeting
          call off my meeting tomorrow
        SNOOZE_TASK ready {"task":"Send Helen the contract","until":"2026-03-09T09:00"}
          Snooze the task send Helen the contract until Monday
          snooze send helen the contract until monday
          postpone the task send Helen the contract to Monday
          put off the task send helen the contract until monday
          um snooze the task send helen the contract till monday
          defer send helen the contract until next monday
          push the task send helen the contract to monday
          park the task send helen the contract until monday
        SNOOZE_TASK ready {"task":"Send Helen the contract","until":"2026-03-05T09:00"}
          snooze the task send helen the contract for two days
          uh put off the task send helen the contract by two days
        SNOOZE_TASK ready {"task":"Call John Smith","until":"2026-03-03T10:30"}
          snooze the task call john smith for an hour
          snooze call john smith for an hour
        """#)
}
