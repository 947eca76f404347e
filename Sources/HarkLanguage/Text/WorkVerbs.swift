/// Verbs a piece of work begins with.
enum WorkVerbs {
    static let all: Set<String> = [
        "add", "answer", "approve", "arrange", "ask", "book", "build", "buy", "call", "cancel", "chase", "check",
        "clean", "collect", "complete", "confirm", "contact", "copy", "create", "deliver", "design", "discuss",
        "draft", "email", "file", "fill", "find", "finish", "fix", "follow", "forward", "get", "give", "go", "hire",
        "inform", "install", "invite", "invoice", "make", "mail", "meet", "move", "negotiate", "notify", "order",
        "organise", "organize", "pay", "phone", "pick", "plan", "prepare", "present", "print", "process", "proofread",
        "propose", "provide", "publish", "put", "read", "record", "register", "remind", "renew", "repair", "reply",
        "request", "research", "respond", "return", "review", "ring", "schedule", "send", "set", "share", "ship",
        "sign", "sort", "speak", "start", "submit", "talk", "tell", "test", "thank", "train", "translate", "try",
        "update", "upload", "verify", "visit", "write",
    ]
}
