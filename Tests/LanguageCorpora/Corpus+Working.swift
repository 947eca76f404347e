import HarkCore

extension Corpus {
    /// Meetings, tasks, calls and notes.
    static let working: [Meaning] = [
        Meaning(
            .scheduleMeeting, .ready, #"{"attendees":["Sarah Johnson"],"start":"2026-03-04T14:00","duration_min":30}"#,
            [
                "Schedule meeting with Sarah tomorrow at 2 PM",
                "schedule a meeting with sarah tomorrow at 2pm",
                "book a meeting with Sarah Johnson tomorrow at 14:00",
                "set up a meeting with sarah for tomorrow at two",
                "meeting with sarah tomorrow 2pm",
                "meet sarah tomorrow at 2 pm",
                "tomorrow at 2 pm schedule a meeting with sarah",
                "could you arrange a meeting with Sarah tomorrow at 2 p.m.",
                "um can you please set up a meeting with sarah johnson tomorrow at 2 p m",
                "plan a meeting with Sarah on Wednesday at 2pm",
                "put a meeting with sarah on wednesday at 2 pm",
                "I need a meeting with Sarah tomorrow at 2 pm",
                "arrange a 30 minute meeting with sarah tomorrow at 2pm",
                "schedule a half hour meeting with Sarah tomorrow at 2 PM",
                "i'd like to have a meeting with sarah tomorrow afternoon at 2",
                "shedule meeting with sarah tomorow at 2 pm",
            ]),
        Meaning(
            .createTask, .ready, #"{"subject":"Call John Smith","due":"2026-03-04T09:00","related":"John Smith"}"#,
            [
                "create a task to call John Smith tomorrow at 9 am",
                "add a task: call John Smith tomorrow at 9am",
                "new task call John Smith tomorrow at 9",
                "i must call John Smith tomorrow at 9",
                "todo: call John Smith tomorrow at 9",
                "call John Smith tomorrow at 9",
                "make a task to call John Smith tomorrow 9am",
                "put call John Smith tomorrow at 9 on my to do list",
            ]),
        Meaning(
            .logCall, .ready, #"{"contact":"Tom Anderson","duration_min":20}"#,
            [
                "Log a call with Tom Anderson for 20 minutes",
                "log a 20 minute call with Tom Anderson",
                "i called Tom Anderson for 20 minutes",
                "spoke to tom anderson for twenty minutes",
                "i just spoke with Tom Anderson for 20 min",
                "record a call with tom anderson, 20 minutes",
                "talked to tom anderson for 20 minutes",
                "had a call with tom anderson for 20 minutes",
                "log call with Tom Anderson 20 min",
                "i spoke to Tom Anderson on the phone for 20 minutes log the call",
                "please log a call with tom anderson for 20 minutes",
                "log that i called Tom Anderson for 20 minutes",
                "um log a phone call to tom anderson for 20 minutes",
                "save a call with tom anderson lasted 20 minutes",
                "just got off the phone with tom anderson for 20 minutes",
            ]),
        Meaning(
            .addNote, .ready, #"{"record":"Helen Marsh","text":"prefers e-mail, never call before 10"}"#,
            [
                "Note on Helen Marsh: prefers e-mail, never call before 10",
                "add a note to Helen Marsh: prefers e-mail, never call before 10",
                "add note on helen marsh saying prefers e-mail, never call before 10",
                "make a note on Helen Marsh that prefers e-mail, never call before 10",
                "note for helen marsh: prefers e-mail, never call before 10",
                "leave a note on Helen Marsh - prefers e-mail, never call before 10",
                "please add a note to helen marsh saying prefers e-mail, never call before 10",
                "take a note on Helen Marsh: prefers e-mail, never call before 10",
                "write a note about helen marsh: prefers e-mail, never call before 10",
                "put a note on Helen Marsh saying prefers e-mail, never call before 10",
                "could you add a quick note to helen marsh: prefers e-mail, never call before 10",
                "attach a note to contact Helen Marsh: prefers e-mail, never call before 10",
                "comment on Helen Marsh: prefers e-mail, never call before 10",
                "um note on helen marsh: prefers e-mail, never call before 10",
                "note to helen marsh: prefers e-mail, never call before 10",
            ]),
        Meaning(
            .completeTask, .ready, #"{"task":"Send Helen the contract"}"#,
            [
                "complete the task send helen the contract",
                "mark send helen the contract as done",
                "tick off send Helen the contract",
                "task send helen the contract is done",
                "i finished the task send helen the contract",
            ]),
    ]
}
