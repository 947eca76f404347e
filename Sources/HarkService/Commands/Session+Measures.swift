import HarkCore
import HarkStore

extension Session {
    /// One figure, or one for each value of a field.
    func answerMeasure(_ question: MeasureQuestion) throws(ServiceError) -> Reply {
        let figures = try figures(question)
        let what = description(question)
        guard let by = question.by else { return Reply("\(what): \(figures.first?.text ?? "nothing").") }
        guard !figures.isEmpty else { return Reply("\(what): nothing to split.") }
        let parts = figures.sorted { $0.value > $1.value }.map { "\($0.label) \($0.text)" }
        return Reply("\(what) by \(by.rawValue): \(parts.joined(separator: ", ")).")
    }

    func answerRank(_ question: MeasureQuestion, isDescending: Bool) throws(ServiceError) -> Reply {
        let figures = try figures(question).sorted { isDescending ? $0.value > $1.value : $0.value < $1.value }
        let what = description(question)
        guard !figures.isEmpty else { return Reply("\(what): nothing to rank.") }
        let lines = figures.prefix(question.limit ?? 10).enumerated().map { "\($0 + 1) \($1.label), \($1.text)" }
        return Reply("\(what) by \(question.by?.rawValue ?? ""): \(lines.joined(separator: "; ")).")
    }

    func answerComparison(
        _ measure: Measure, _ first: DateSpan, _ second: DateSpan, of owner: Condition.Value?
    ) throws(ServiceError) -> Reply {
        let left = try figures(MeasureQuestion(measure, span: first, owner: owner)).first
        let right = try figures(MeasureQuestion(measure, span: second, owner: owner)).first
        let (now, before) = (left?.value ?? 0, right?.value ?? 0)
        var change = "no change"
        if before != 0, now != before {
            let percent = Int(((now - before) / before * 100).rounded())
            change = "\(percent < 0 ? "" : "+")\(percent)%"
        } else if now != before {
            change = now > before ? "up from nothing" : "down"
        }
        return Reply(
            "\(description(MeasureQuestion(measure, owner: owner))): \(left?.text ?? "nothing") in \(first.text), "
                + "\(right?.text ?? "nothing") in \(second.text); \(change).")
    }

    /// Open deals by stage, with what they come to and what may be expected of them.
    func answerPipeline(_ query: RecordQuery) throws(ServiceError) -> Reply {
        try require(.read, .deals)
        let deals = try read { try $0.deals(matching: query, me: user.id) }
        guard !deals.isEmpty else { return Reply("No open deals.") }
        let stages = Deal.Stage.allCases.compactMap { stage -> String? in
            let here = deals.filter { $0.stage == stage }
            return here.isEmpty ? nil : "\(stage.rawValue) \(here.count) (\(sum(here) { _ in 1 }))"
        }
        let named = try records(query)
        return Reply(
            "\(deals.count) open \(deals.count == 1 ? "deal" : "deals"), \(sum(deals) { _ in 1 }): "
                + "\(stages.joined(separator: ", ")). Expected: \(sum(deals) { $0.expectedProbability / 100 }).",
            focus: named.rows.first?.reference, records: named.rows, query: query)
    }

    /// What open deals come to, each counted with its chance, by the month they close in.
    func answerForecast(_ query: RecordQuery) throws(ServiceError) -> Reply {
        try require(.read, .deals)
        let deals = try read { try $0.deals(matching: query, me: user.id) }
        guard !deals.isEmpty else { return Reply("No open deals to expect anything of.") }
        let months = Dictionary(grouping: deals) { $0.closeDate.map { String($0.description.prefix(7)) } ?? "no date" }
        let parts = months.sorted { $0.key < $1.key }
            .map { "\($0.key) \(sum($0.value) { $0.expectedProbability / 100 })" }
        return Reply(
            "Forecast: \(sum(deals) { $0.expectedProbability / 100 }) of \(sum(deals) { _ in 1 }) in "
                + "\(deals.count) open \(deals.count == 1 ? "deal" : "deals"); \(parts.joined(separator: ", ")).")
    }

    /// As many parts of a split are told.
    private static let mostParts = 12

    func answerCount(_ query: RecordQuery, by field: Field?) throws(ServiceError) -> Reply {
        try require(.read, query.kind.subject)
        let count = try read { try $0.count(matching: query, me: user.id) }
        guard count > 0 else { return Reply("No \(query.kind.plural)\(sought(query)).", query: query) }
        let noun = count == 1 ? query.kind.rawValue : query.kind.plural
        if let field {
            let groups = try read { try $0.totals(matching: query, by: field, me: user.id) }
            let parts = groups.sorted { $0.count > $1.count }.map { "\(name($0.label)) \($0.count)" }
            let most = parts.prefix(Session.mostParts).joined(separator: ", ")
            let more = parts.count > Session.mostParts ? " and \(parts.count - Session.mostParts) more" : ""
            let split = parts.isEmpty ? "" : " by \(field.rawValue): \(most)\(more)"
            return Reply("\(count) \(noun)\(split).", query: query)
        }
        if query.page.limit < min(count, Page().limit) { return try sumOfFirst(query, of: count) }
        guard query.kind == .deal, count > 1,
            let all = try read({ try $0.totals(matching: query, by: nil, me: user.id) }).first, !all.amounts.isEmpty
        else { return Reply("\(count) \(noun).", query: query) }
        let worth = all.amounts.map(\.text).joined(separator: " and ")
        return Reply("\(count) \(noun), worth \(worth).", query: query)
    }

    /// The first few of a list, such as the five biggest deals.
    private func sumOfFirst(_ query: RecordQuery, of count: Int) throws(ServiceError) -> Reply {
        let rows = try records(query).rows
        let text = rows.count == 1 ? "1 of" : "The first \(rows.count) of"
        guard query.kind == .deal else { return Reply("\(text) \(count) \(query.kind.plural).", query: query) }
        let few = Set(rows.map(\.reference.id))
        let deals = try read { try $0.deals(matching: query, me: user.id) }.filter { few.contains($0.id.rawValue) }
        return Reply("\(text) \(count) deals, worth \(sum(deals) { _ in 1 }).", query: query)
    }

    // MARK: Figures

    /// A figure for people and as a number to sort by.
    private struct Figure {
        var label: String
        var value: Double
        var text: String
    }

    private func figures(_ question: MeasureQuestion) throws(ServiceError) -> [Figure] {
        let shape = question.measure.shape
        try require(.read, shape.kind.subject)
        let groups = try read { try $0.totals(matching: question.query, by: question.by, me: user.id) }
        guard case .share(let base) = shape.value else { return groups.map { figure($0, shape.value) } }
        let whole = try read {
            try $0.totals(
                matching: RecordQuery(shape.kind, conditions: base + question.common), by: question.by, me: user.id)
        }
        return whole.map { all in
            let part = groups.first { $0.label == all.label }?.count ?? 0
            let share = Double(part) / Double(max(1, all.count))
            return Figure(
                label: name(all.label), value: share, text: "\(Int((share * 100).rounded()))% (\(part) of \(all.count))"
            )
        }
    }

    private func figure(_ group: GroupTotal, _ value: Measure.Shape.Value) -> Figure {
        let most = group.amounts.first?.major ?? 0
        switch value {
        case .sum:
            let text = group.amounts.isEmpty ? "nothing" : group.amounts.map(\.text).joined(separator: " and ")
            return Figure(label: name(group.label), value: most, text: "\(text) (\(group.count))")
        case .mean:
            let count = Double(max(1, group.count))
            let text = group.amounts.compactMap {
                Money(major: ($0.major / count).rounded(), currency: $0.currency)?.text
            }
            .joined(separator: " and ")
            return Figure(label: name(group.label), value: most / count, text: "\(text) (\(group.count))")
        case .count, .share:
            return Figure(label: name(group.label), value: Double(group.count), text: "\(group.count)")
        }
    }

    private func name(_ label: String) -> String { label.isEmpty ? "none" : label }

    private func description(_ question: MeasureQuestion) -> String {
        var owner = ""
        switch question.owner {
        case .me?: owner = " of \(user.name)"
        case .text(let name)?: owner = " of \(name)"
        default: break
        }
        let span = question.span.map { ", \($0.text)" } ?? ""
        return question.measure.label.capitalizedFirst + owner + span
    }

    /// The amounts of deals, each weighted, one sum a currency.
    private func sum(_ deals: [Deal], _ weight: (Deal) -> Double) -> String {
        var sums: [String: Double] = [:]
        for deal in deals {
            if let amount = deal.amount { sums[amount.currency, default: 0] += amount.major * weight(deal) }
        }
        let texts = sums.sorted { $0.value > $1.value }
            .compactMap { Money(major: $0.value.rounded(), currency: $0.key)?.text }
        return texts.isEmpty ? "no amounts" : texts.joined(separator: " and ")
    }
}
