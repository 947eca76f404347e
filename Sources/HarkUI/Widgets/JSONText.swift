import HarkCore
import HarkScreen

/// JSON in colours: names, strings, numbers.
enum JSONText {
    /// The value on one line.
    static func compact(_ value: JSONValue) -> [Run] {
        switch value {
        case .object(let members):
            let parts = members.map { [Run("\"\($0.name)\"", .jsonKey), Run(":")] + compact($0.value) }
            return [Run("{")] + joined(parts) + [Run("}")]
        case .array(let elements): return [Run("[")] + joined(elements.map(compact)) + [Run("]")]
        case .string: return [Run(value.compact, .jsonString)]
        default: return [Run(value.compact, .jsonNumber)]
        }
    }

    /// The value over several lines; whatever fits into `columns` stays on one.
    static func pretty(_ value: JSONValue, columns: Int, indent: Int = 0, name: [Run] = []) -> [[Run]] {
        let space = Run(String(repeating: " ", count: indent))
        let line = [space] + name + compact(value)
        let parts: [(name: [Run], value: JSONValue)] =
            switch value {
            case .object(let members):
                members.map { ([Run("\"\($0.name)\"", .jsonKey), Run(": ")], $0.value) }
            case .array(let elements): elements.map { ([], $0) }
            default: []
            }
        guard !parts.isEmpty, indent == 0 || width(of: line) > columns - 1 else { return [line] }
        let (open, close) = if case .object = value { ("{", "}") } else { ("[", "]") }
        var lines = [[space] + name + [Run(open)]]
        for (index, part) in parts.enumerated() {
            var inner = pretty(part.value, columns: columns, indent: indent + 2, name: part.name)
            if index < parts.count - 1 { inner[inner.count - 1].append(Run(",")) }
            lines += inner
        }
        return lines + [[space, Run(close)]]
    }

    /// An object with each member on a line of its own, or several where it is long.
    static func listed(_ value: JSONValue, columns: Int) -> [[Run]] {
        let members = value.members
        let lines = members.enumerated().flatMap { index, member -> [[Run]] in
            let end = index < members.count - 1 ? [Run(",")] : []
            let line = [Run("\"\(member.name)\"", .jsonKey), Run(": ")] + compact(member.value) + end
            return wrapped(line, columns: columns - 4, rows: columns).enumerated().map { row, part in
                [Run(row == 0 ? "  " : "    ")] + part
            }
        }
        return [[Run("{")]] + lines + [[Run("}")]]
    }

    /// One line of runs broken after `columns` cells, wherever that is.
    static func wrapped(_ runs: [Run], columns: Int, rows: Int) -> [[Run]] {
        var lines: [[Run]] = [[]]
        var used = 0
        for run in runs {
            var rest = Substring(run.text)
            while !rest.isEmpty {
                let head = String(rest).prefix(columns: columns - used)
                if head.isEmpty || lines.count == rows {
                    guard lines.count < rows, columns > 1 else {
                        lines[lines.count - 1].append(Run(String(rest), run.role))
                        break
                    }
                    lines.append([])
                    used = 0
                    continue
                }
                lines[lines.count - 1].append(Run(head, run.role))
                used += head.columns
                rest = rest.dropFirst(head.count)
            }
        }
        return lines
    }

    private static func joined(_ parts: [[Run]]) -> [Run] { Array(parts.joined(separator: [Run(",")])) }

    private static func width(of runs: [Run]) -> Int { runs.reduce(0) { $0 + $1.text.columns } }
}
