internal import HarkCore

extension ImportCells {
    /// The row as a record of the plan's kind.
    func record() throws(RowFault) -> (ImportedRecord, ImportedNames) {
        var names = ImportedNames()
        let record: ImportedRecord =
            switch plan.kind {
            case .users: .user(try user())
            case .companies: .company(try company())
            case .contacts: .contact(try contact(&names))
            case .leads: .lead(try lead(&names))
            case .customers: .customer(try customer(&names))
            case .deals: .deal(try deal(&names))
            case .events: .event(try event(&names))
            case .messages: .message(try message(&names))
            case .tickets: .ticket(try ticket(&names))
            case .tasks: .task(try task(&names))
            }
        return (record, names)
    }

    private func user() throws(RowFault) -> ImportedRecord.NewUser {
        ImportedRecord.NewUser(
            name: try needed(.name), email: try needed(.email), role: try choice(.role, of: Role.self) ?? .rep,
            team: text(.team))
    }

    private func company() throws(RowFault) -> Company {
        let size = try number(.size)
        if let size, Int(exactly: size) == nil || size < 0 {
            throw fault(.notNumber(column: ImportColumn.size.header, word: text(.size) ?? ""), .size)
        }
        return Company(
            name: try needed(.name), domain: text(.domain), industry: text(.industry), size: size.map { Int($0) },
            city: text(.city), country: text(.country))
    }

    private func contact(_ names: inout ImportedNames) throws(RowFault) -> Contact {
        names.company = text(.company)
        return Contact(
            name: try needed(.name), title: text(.title), email: text(.email), phone: text(.phone), city: text(.city))
    }

    private func lead(_ names: inout ImportedNames) throws(RowFault) -> Lead {
        let (person, company) = (text(.person), text(.company))
        guard person != nil || company != nil else { throw RowFault(.missingValue(anyOf: ["person", "company"])) }
        names.company = company
        names.owner = text(.owner)
        var lead = Lead(
            person: person ?? "", companyName: company ?? "", source: text(.source), email: text(.email),
            phone: text(.phone), amount: try money(.amount), createdAt: try time(.createdAt) ?? setting.now,
            message: text(.message), attributes: attributes())
        lead.closedAt = try time(.closedAt)
        lead.engagementScore = try number(.engagementScore)
        lead.pagesVisited = try number(.pagesVisited)
        lead.timeSpent = try number(.timeSpent)
        try setOutcome(of: &lead)
        return lead
    }

    /// Status and outcome say the same; a file may have either.
    private func setOutcome(of lead: inout Lead) throws(RowFault) {
        let status = try choice(.status, of: Lead.Status.self)
        switch status {
        case .converted: lead.converted = true
        case .disqualified: lead.converted = false
        default: lead.converted = nil
        }
        if let converted = try flag(.converted) { lead.converted = converted }
        lead.status = status ?? lead.converted.map { $0 ? .converted : .disqualified } ?? .new
    }

    private func customer(_ names: inout ImportedNames) throws(RowFault) -> Customer {
        names.company = text(.company)
        names.owner = text(.owner)
        guard let name = text(.name) ?? names.company else {
            throw RowFault(.missingValue(anyOf: ["company", "name"]))
        }
        return Customer(
            name: name, since: try time(.since)?.date, plan: text(.plan), monthlyValue: try money(.monthlyValue),
            renewalDate: try time(.renewalDate)?.date, churned: try flag(.churned),
            churnedAt: try time(.churnedAt)?.date, attributes: attributes())
    }

    private func deal(_ names: inout ImportedNames) throws(RowFault) -> Deal {
        (names.company, names.contact, names.lead) = (text(.company), text(.contact), text(.lead))
        names.owner = text(.owner)
        return Deal(
            name: try needed(.name), amount: try money(.amount), stage: try choice(.stage, of: Deal.Stage.self) ?? .new,
            closeDate: try time(.closeDate)?.date, createdAt: try time(.createdAt) ?? setting.now)
    }

    private func event(_ names: inout ImportedNames) throws(RowFault) -> ImportedRecord.NewEvent {
        try takeSubject(&names)
        let kind = try needed(.kind).lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
        return ImportedRecord.NewEvent(kind: Event.Kind(rawValue: kind), at: try neededTime(.at), note: text(.note))
    }

    private func message(_ names: inout ImportedNames) throws(RowFault) -> ImportedRecord.NewMessage {
        try takeSubject(&names)
        return ImportedRecord.NewMessage(
            direction: try direction(), channel: text(.channel)?.lowercased() ?? "email", at: try neededTime(.at),
            body: try needed(.body))
    }

    private func takeSubject(_ names: inout ImportedNames) throws(RowFault) {
        (names.company, names.contact, names.lead) = (text(.company), text(.contact), text(.lead))
        guard names.company == nil, names.contact == nil, names.lead == nil else { return }
        throw RowFault(.missingValue(anyOf: plan.kind.required[0].map(\.header)))
    }

    private func direction() throws(RowFault) -> Message.Direction {
        guard let word = text(.direction) else { return .incoming }
        switch word.lowercased() {
        case "in", "incoming", "inbound", "received": return .incoming
        case "out", "outgoing", "outbound", "sent": return .outgoing
        default:
            let name = ImportColumn.direction.header
            throw fault(.notChoice(column: name, word: word, choices: ["in", "out"]), .direction)
        }
    }

    private func ticket(_ names: inout ImportedNames) throws(RowFault) -> Ticket {
        names.customer = try needed(.customer)
        let closedAt = try time(.closedAt)
        return Ticket(
            customer: nil, subject: try needed(.subject),
            priority: try choice(.priority, of: Ticket.Urgency.self) ?? .normal,
            status: try choice(.status, of: Ticket.Status.self) ?? (closedAt == nil ? .open : .closed),
            openedAt: try time(.openedAt) ?? setting.now, closedAt: closedAt)
    }

    private func task(_ names: inout ImportedNames) throws(RowFault) -> Activity {
        names.related = text(.related)
        names.owner = text(.owner)
        return Activity(
            kind: .task, subject: try needed(.subject), at: try time(.due), done: try flag(.done) ?? false,
            createdAt: setting.now)
    }
}
