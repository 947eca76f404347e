import HarkCore

extension Session {
    /// One self-contained HTML page about the tenant's models and stages, without a name in it.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to read leads and customers.
    public func report() throws(ServiceError) -> String {
        var models: [ModelReport] = []
        for target in Score.Target.allCases { models.append(try modelReport(for: target)) }
        return ReportPage(tenant: tenant.name, at: now, models: models).html
    }

    /// Whether a file whose first thousand bytes are `text` is a page that ``report()`` made.
    public static func isReport(startingWith text: String) -> Bool { text.contains(ReportPage.mark) }
}
