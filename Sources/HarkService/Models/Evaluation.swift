import Foundation
public import HarkCore
import HarkPrediction

/// How well the outcome of any CSV file could be foretold; needs no tenant and no database.
public struct Evaluation: Sendable {
    /// The figures as a table for people.
    public let text: String
    /// The figures, mean and each fold, as an object.
    public let json: JSONValue

    /// What is to be foretold, and how it is measured.
    public struct Request: Sendable {
        /// The CSV file.
        public var path: String
        /// The column to foretell.
        public var target: String
        /// Its value that counts as the outcome; `nil` where it is plain, as with `1` of `0` and `1`.
        public var positive: String?
        /// Columns that must not be learned from.
        public var drop: [String] = []
        /// Columns of free text, learned from by their words.
        public var texts: [String] = []
        /// Columns of numbers of which more never lowers the chance.
        public var rising: [String] = []
        /// Columns of numbers of which more never raises the chance.
        public var falling: [String] = []
        /// A column whose values are the folds.
        public var foldColumn: String?
        /// A column of dates or numbers; the newest fifth by it is held out.
        public var timeColumn: String?
        /// How many folds at random, where neither column is given.
        public var folds = 5

        /// Creates a request for five folds.
        public init(path: String, target: String) {
            self.path = path
            self.target = target
        }

        fileprivate var table: TableRequest {
            var request = TableRequest(target: target, positive: positive)
            request.dropped = Set(drop)
            request.texts = texts
            request.training.rising = Set(rising)
            request.training.falling = Set(falling)
            request.split = foldColumn.map { .foldColumn($0) } ?? timeColumn.map { .timeColumn($0) } ?? .folds(folds)
            return request
        }
    }

    /// Trains and tests.
    ///
    /// - Throws: ``ServiceError/notFound(_:)`` without such a file, ``ServiceError/badInput(_:)`` for one that cannot
    ///   be read or foretold.
    public init(_ request: Request) throws(ServiceError) {
        let table = try Evaluation.table(at: request.path)
        let evaluation: TableEvaluation
        do { evaluation = try TableEvaluation(of: table, request.table) } catch {
            throw .badInput("\(request.path): \(error.message)")
        }
        text = evaluation.text
        json = evaluation.json
    }

    private static func table(at path: String) throws(ServiceError) -> TextTable {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .notFound("There is no readable file at \(path).")
        }
        defer { try? file.close() }
        do {
            var reader = try CSVReader(file: file)
            var row = CSVRow()
            guard try reader.next(into: &row) else { throw CSVError(.empty, line: 1, column: 1) }
            let names = row.texts
            var columns = [[String]](repeating: [], count: names.count)
            while try reader.next(into: &row) {
                guard row.count == names.count else {
                    throw CSVError(.fieldCount(expected: names.count, found: row.count), line: row.line, column: 1)
                }
                for index in names.indices { columns[index].append(row.text(index)) }
            }
            return try TextTable(names: names, columns: columns)
        } catch let error as CSVError {
            throw .badInput("\(path):\(error.line):\(error.column): \(error.fault.text).")
        } catch let error as PredictionError {
            throw .badInput("\(path): \(error.message)")
        } catch { throw .badInput("\(path) cannot be read: \(error).") }
    }
}
