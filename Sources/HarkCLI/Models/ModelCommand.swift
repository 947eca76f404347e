import ArgumentParser
import HarkCore
import HarkService

struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Show how good a model is, what it learned, and whether today still fits it.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "lead or churn.") var subject = "lead"
    @Flag(help: "Print JSON, with every curve.") var json = false

    func validate() throws {
        guard ModelCommand.targets[subject] != nil else { throw ValidationError("Say lead or churn.") }
    }

    func run() throws {
        let report = try options.session().modelReport(for: ModelCommand.targets[subject] ?? .conversion)
        json ? Output.json(report.json) : Output.plain(report.page)
    }

    private static let targets: [String: Score.Target] = [
        "lead": .conversion, "leads": .conversion, "conversion": .conversion, "churn": .churn, "customer": .churn,
        "customers": .churn,
    ]
}

extension ModelReport {
    fileprivate var page: String {
        var lines = ["\(model)" + (trainedAt.map { ", trained \($0)" } ?? "")]
        if trainedAt != nil { lines.append("from \(positives) and \(negatives) outcomes, measured on \(measuredOn)") }
        lines += section("Quality", quality) { measure in
            let range = measure.low.flatMap { low in measure.high.map { " (\(fixed(low)) to \(fixed($0)))" } } ?? ""
            return "\(fixed(measure.value))\(range)  \(measure.name): \(measure.meaning)"
        }
        let told = charts.filter { $0 != .quality && !$0.isOfFeature }
        lines += section("In short", told) { "\(title(of: $0)): \(finding(of: $0).conclusion)" }
        if let slips {
            lines += section("Surest and wrong", slips.misses) { miss in
                "\(miss.record.kind.rawValue):\(miss.record.id) \(miss.name): score \(Int(miss.score.rounded())),"
                    + " but \(miss.cameTrue ? words.positive : words.negative)"
            }
        }
        lines += section("What matters most (mean log-odds)", Array(importance.prefix(12))) {
            "\(fixed($0.value))  \($0.label)" + ($0.facet.map { " (\($0.rawValue))" } ?? "")
        }
        lines += section("Drift (stability index; from .1 moving, from .25 drifted)", Array(drift.prefix(5))) {
            "\(fixed($0.index))  \($0.label): \($0.verdict.rawValue)"
        }
        lines += section("Notes", notes) { $0 }
        return lines.joined(separator: "\n")
    }

    private func section<Value>(_ title: String, _ values: [Value], _ line: (Value) -> String) -> [String] {
        values.isEmpty ? [] : ["", title] + values.map { "  " + line($0) }
    }

    private func fixed(_ number: Double) -> String {
        let digits = String(Int((number.magnitude * 1_000).rounded()))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return (number < 0 ? "-" : "") + "\(padded.dropLast(3)).\(padded.suffix(3))"
    }
}

extension ModelReport.Chart {
    fileprivate var isOfFeature: Bool { if case .shape = self { true } else { false } }
}
