import HarkCore

extension Corpus {
    /// Deleting, undoing and answering.
    static let talking: [Meaning] = [
        Meaning(
            .delete, .confirm, #"{"type":"contact","record":"Mike Wilson"}"#,
            [
                "Delete contact named Mike Wilson",
                "delete contact Mike Wilson",
                "delete mike wilson",
                "remove the contact Mike Wilson",
                "please get rid of the contact mike wilson",
                "remove Mike Wilson from the crm",
                "erase mike wilson",
                "can you delete Mike Wilson",
                "trash the contact Mike Wilson",
                "delete the record for Mike Wilson",
                "um remove mike wilson please",
                "delet contact mike wilson",
                "I want you to delete the contact named Mike Wilson",
                "remove contact mike wilson from the database",
                "throw away the contact mike wilson",
            ]),
        Meaning(
            .undo, .ready, "{}",
            [
                "undo",
                "undo that",
                "undo the last change",
                "take that back",
                "revert that",
                "please undo",
                "um undo the last action",
            ]),
        Meaning(
            .redo, .ready, "{}",
            [
                "redo",
                "redo that",
                "redo the last change",
            ]),
        Meaning(
            .confirm, .ready, "{}",
            [
                "yes",
                "yes please",
                "yep",
                "confirm",
                "go ahead",
                "do it",
                "yes delete it",
                "sure",
            ]),
        Meaning(
            .reject, .ready, "{}",
            [
                "no",
                "nope",
                "nah",
                "hold on",
                "no cancel",
                "stop",
                "don't do it",
            ]),
        Meaning(
            .help, .ready, "{}",
            [
                "help",
                "what can i say",
                "help me",
                "what can you do",
                "show commands",
            ]),
        Meaning(
            .delete, .refused, #"{"type":"contact","record":"Mike Wilson"}"#,
            [
                "don't delete Mike Wilson",
                "do not delete contact mike wilson",
                "never delete mike wilson",
                "please don't remove mike wilson",
                "you should not erase mike wilson",
            ]),
        Meaning(
            .delete, .clarify, #"{"record":"helen"}"#,
            [
                "delete helen",
                "remove helen",
            ]),
    ]
}
