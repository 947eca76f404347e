import HarkCore

extension Session {
    /// One self-contained HTML page about the tenant's models, without any record in it.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to read leads and customers.
    public func report() throws(ServiceError) -> String {
        var models: [ModelReport] = []
        for target in Score.Target.allCases { models.append(try modelReport(for: target)) }
        return ReportPage(tenant: tenant.name, at: now, models: models).html
    }
}
