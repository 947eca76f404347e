internal import HarkCore

/// How the danger of losing a customer is scored before there are enough outcomes to learn from: 15 in 100 leave, and
///
/// | rule | log-odds |
/// | --- | --- |
/// | last activity: within a week; over 30, 60, 120 days ago | −0.4; +0.5, +1.0, +1.6 |
/// | usage dropped in 90 days | +0.8 |
/// | open tickets | +0.3 each, at most +0.9 |
/// | invoices late in 180 days | +0.5 each, at most +1.0 |
/// | last NPS answer: at most 6; at least 9 | +0.7; −0.6 |
/// | downgraded; upgraded | +0.5; −0.3 |
/// | renewal within 90 days | +0.4 |
/// | customer for less than 90 days; for over two years | +0.3; −0.4 |
/// | recommended us | −0.6 |
enum CustomerRules {
    static func forecast(of customer: CustomerMoment) -> Forecast { Forecast(by: rules, of: customer, baseRate: 0.15) }

    static let facets = Dictionary(uniqueKeysWithValues: rules.map { ($0.feature, $0.facet) })

    private static let rules: [Rule<CustomerMoment>] = [
        Rule("days_since_last_touch", .engagement) { customer in
            guard let days = customer.daysSinceLastTouch else { return nil }
            let reason = days < 1 ? "last activity today" : "last activity \(Wording.days(days)) ago"
            if days <= 7 { return .init(-0.4, reason) }
            return days <= 30 ? nil : .init(days <= 60 ? 0.5 : days <= 120 ? 1.0 : 1.6, reason)
        },
        Rule("usage_drops_90d", .engagement) { customer in
            customer.count("usage_drops_90d") > 0 ? .init(0.8, "usage dropped in 90 days") : nil
        },
        Rule("tickets_open", .engagement) { customer in
            let open = customer.openTickets
            return open > 0 ? .init(0.3 * Double(min(open, 3)), "\(open) open ticket\(open == 1 ? "" : "s")") : nil
        },
        Rule("invoices_late_180d", .engagement) { customer in
            let late = customer.count("invoices_late_180d")
            guard late > 0 else { return nil }
            return .init(0.5 * min(late, 2), "\(Wording.numeral(late)) invoice\(late == 1 ? "" : "s") late in 180 days")
        },
        Rule("promoter_score", .engagement) { customer in
            guard let answer = customer.promoterScore, answer <= 6 || answer >= 9 else { return nil }
            return .init(answer <= 6 ? 0.7 : -0.6, "NPS answer \(Wording.numeral(answer))")
        },
        Rule("downgrades", .engagement) { $0.count("downgrades") > 0 ? .init(0.5, "downgraded") : nil },
        Rule("upgrades", .engagement) { $0.count("upgrades") > 0 ? .init(-0.3, "upgraded") : nil },
        Rule("days_to_renewal", .fit) { customer in
            guard let days = customer.daysToRenewal, days <= 90 else { return nil }
            return .init(0.4, "renewal in \(Wording.days(days))")
        },
        Rule("tenure_days", .fit) { customer in
            guard let days = customer.tenureDays, days >= 0 else { return nil }
            if days < 90 { return .init(0.3, "customer for \(Wording.days(days))") }
            return days > 730 ? .init(-0.4, "customer for over two years") : nil
        },
        Rule("referrals", .engagement) { $0.count("referrals") > 0 ? .init(-0.6, "recommended us") : nil },
    ]
}
