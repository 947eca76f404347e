import HarkCore

extension Dashboard.State {
    /// Asks for the customers week by week.
    mutating func loadCohorts() -> Dashboard.Effect {
        let ticket = nextTicket()
        cohorts.ticket = ticket
        return .loadCohorts(cohorts.measure, ticket)
    }

    /// Counts the next thing.
    mutating func changeMeasure() -> [Dashboard.Effect] {
        cohorts.measure = cohorts.measure.next
        return [loadCohorts()]
    }

    /// Takes what was counted, where it is still wanted.
    mutating func take(_ grid: CohortGrid, _ ticket: Dashboard.Ticket) {
        if ticket == cohorts.ticket { cohorts.take(grid) }
    }

    /// `h` and `l`: the event before or after, or earlier or later weeks.
    mutating func moveThroughTime(by step: Int) {
        if focus == .cohorts { cohorts.scroll(by: step * 4) } else { moveCursor(by: step) }
    }
}
